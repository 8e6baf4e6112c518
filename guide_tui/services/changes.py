"""What changing an answer would do, in words."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.tree import Question
from guide_tui.services.check import Change
from guide_tui.services.wording import joined, worded


def change_lines(change: Change) -> list[str]:
    """What a change would do, a sentence per line."""
    lines = [f'"{change.question.short}" would be: {worded(change.question, change.new)}.']
    if change.kept:
        lines.append(f"Kept: {_names(change.kept)}.")
    if change.set_aside:
        lines.append(f"Set aside, and used again if they come up: {_names(change.set_aside)}.")
    if change.asked_again:
        more = f", and at most {change.most_questions - 1} after it" if change.most_questions > 1 else ""
        lines.append(f"Asked next: {_names(change.asked_again)}{more}.")
    elif change.before != change.after:
        lines.append("That leads straight to another outcome.")
    return lines


def _names(questions: Sequence[Question]) -> str:
    return joined([question.short for question in questions], "and")
