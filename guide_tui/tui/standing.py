"""What is still possible, and why a question is asked."""

from __future__ import annotations

from guide_tui.model.library import Library
from guide_tui.model.tree import Question
from guide_tui.services.check import Conversation
from guide_tui.services.wording import cited, worded
from guide_tui.tui.page import Page
from guide_tui.tui.tones import COLOURS, SYMBOLS


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
