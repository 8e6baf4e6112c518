"""Changing an earlier answer: what it would do is told before it is done."""

from __future__ import annotations

from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.elsewhere import belongs_to_start
from guide_tui.model.case import Value
from guide_tui.model.tree import Option, Question
from guide_tui.search.choose import choose
from guide_tui.services.changes import change_lines, outcome_then
from guide_tui.services.check import Conversation
from guide_tui.services.question_text import how_to_answer, question_lines
from guide_tui.services.understanding import AskBack, Understood, understand
from guide_tui.services.wording import worded
from guide_tui.trees.replay import Step

OF_THE_CHECK = frozenset(
    [
        "home",
        "quit",
        "exit",
        "q",
        "undo",
        "back",
        "why",
        "?",
        "help",
        "again",
        "answers",
        "change",
        "possible",
        "map",
        "restart",
        "save",
        "next",
        "all",
    ]
)
"""Commands of a check, which must not be taken for an answer while one is changed."""

DECISIONS = (
    Option("yes", "Yes", also=("change it", "do it", "ok")),
    Option("no", "No", also=("keep it", "keep", "leave it", "no change", "cancel")),
)
"""How a change that was proposed is decided in words."""


def change_answer(desk: Desk, conversation: Conversation, step: Step) -> bool:
    """Ask a question of the trail again, tell what the new answer would do, and change it if that is wanted.

    Returns:
        Whether it was changed.
    """
    question, console = step.question, desk.console
    console.lines(question_lines(question, console.width))
    console.say(f"Your answer was: {worded(question, step.value)}.")
    value = _new_answer(desk, conversation, question)
    if value is None or value == step.value:
        console.say("Kept as it was.")
        return False
    change = conversation.preview(question.id, value)
    effects = desk.effects_elsewhere(conversation.tree, change)
    if effects or not change.harmless:
        for sentence in (*change_lines(change), *effects):
            console.say(sentence)
        if not _agreed(desk):
            console.say("Kept as it was.")
            return False
    conversation.change(question.id, value)
    stays = f" {outcome_then(change)}" if change.harmless else ""
    console.say(f"Changed. {question.short}: {worded(question, value)}.{stays.rstrip()}")
    return True


def _new_answer(desk: Desk, conversation: Conversation, question: Question) -> Value | None:
    """What is answered now; None to keep what was."""
    asked: AskBack | None = None
    while True:
        proposed = asked is not None and len(asked.candidates) == 1
        keeping = "Or type keep to leave it as it was." if proposed else "Press Enter to keep it as it was."
        how = "Type the day that is meant." if asked is not None and asked.asks_for_day else how_to_answer(question)
        words = desk.console.ask(f"{how} {keeping}")
        if words.casefold() == "keep" or not (words or proposed):
            return None
        if words.casefold() in OF_THE_CHECK or belongs_to_start(words):
            # Enter must not say yes to what was asked back before this.
            asked = None
            desk.console.say("An answer is being changed: type keep to leave it as it was, and then that command.")
            continue
        answer = understand(question, words, conversation.today, asked)
        if isinstance(answer, Understood):
            return answer.value
        desk.console.say(answer.message)
        asked = answer


def _agreed(desk: Desk) -> bool:
    while True:
        words = desk.console.ask("Change it? Type yes or no.")
        if not words:
            return False
        decision = choose(DECISIONS, words, yes_no=True).certain
        if decision:
            return decision == "yes"
        desk.console.say("Nothing is changed yet.")
