"""How far a check has come: progress, the outcomes still possible, and why a question is asked."""

from __future__ import annotations

from textual.content import Content

from guide_tui.model.library import Library
from guide_tui.model.tree import Question
from guide_tui.services.check import Conversation
from guide_tui.services.wording import cited, worded
from guide_tui.tui.page import Page
from guide_tui.tui.tones import COLOURS, SYMBOLS

MOST_DOTS = 16
"""Questions up to which the bar has a dot for each."""


def write_standing(page: Page, conversation: Conversation, *, full: bool = False) -> Page:
    """The outcomes still possible; with ``full`` also those ruled out, each with the answer that did it."""
    tree, ahead = conversation.tree, conversation.prospect.outcomes
    page.text((f"Still possible: {len(ahead)} of {len(tree.outcomes)}", "bold $text-accent"))
    for outcome in tree.outcomes.values():
        if outcome.id in ahead:
            words = outcome.verdict if full else outcome.short
            page.text((words, ""), mark=(f"{SYMBOLS[outcome.tone]} ", COLOURS[outcome.tone]))
    if full:
        gone = conversation.ruled_out
        if gone:
            page.heading("Ruled out")
        for each in gone:
            question = tree.questions[each.question]
            why = f" · {question.short}: {worded(question, each.value)}"
            page.text(
                (tree.outcomes[each.outcome].short, "$muted"),
                (why, "$muted italic"),
                mark=("○ ", "$muted"),
            )
    return page


def write_why(page: Page, library: Library, question: Question) -> Page:
    """Why a question is asked, and the passages it rests on."""
    page.prose(question.why)
    if question.cite:
        page.gap().text((f"{cited(library, question.cite)}.", "$muted"))
    return page


def progress_words(conversation: Conversation) -> str:
    """How many questions can still come: "at most 3 more questions"."""
    left = conversation.prospect.most_questions
    more = " more" if conversation.position.known else ""
    return "last question" if left == 1 else f"at most {left}{more} questions"


def progress_bar(conversation: Conversation) -> str:
    """The same as dots, one for each question: those answered filled, those that can still come open."""
    answered, left = len(conversation.position.known), conversation.prospect.most_questions
    if answered + left > MOST_DOTS:
        # No answer may look like none, and no open question like the end.
        answered = min(max(round(answered * MOST_DOTS / (answered + left)), answered > 0), MOST_DOTS - 1)
        left = MOST_DOTS - answered
    return "●" * answered + "○" * left


def possible_line(conversation: Conversation, width: int, key: str) -> Content:
    """The outcomes still possible as one line, as many as it has room for; ``key`` lists them all."""
    tree, ahead = conversation.tree, conversation.prospect.outcomes
    left = [outcome for outcome in tree.outcomes.values() if outcome.id in ahead]
    line = Content.styled(f"{len(left)} possible: ", "$muted")
    for number, outcome in enumerate(left):
        more = f" +{len(left) - number} ({key})"
        piece = Content.assemble((f"{SYMBOLS[outcome.tone]} ", COLOURS[outcome.tone]), f"{outcome.short}  ")
        last = number == len(left) - 1
        if line.cell_length + piece.cell_length + (0 if last else len(more)) > width:
            return line + Content.styled(more.lstrip(), "$muted")
        line += piece
    return line
