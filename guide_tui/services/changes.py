"""What changing an answer would do, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from guide_tui.model.case import Responses
from guide_tui.model.tree import Question, Tree
from guide_tui.services.check import Change, fitting
from guide_tui.services.wording import joined, worded
from guide_tui.trees.replay import resolve


def change_lines(change: Change) -> list[str]:
    """What a change would do, a sentence per line."""
    lines = [f'"{question.short}" would be: {worded(question, value)}.' for question, value in change.answers]
    if change.kept:
        lines.append(f"Kept: {_names(change.kept)}.")
    if change.set_aside:
        names, one = _names(change.set_aside), len(change.set_aside) == 1
        kept = "answer to {} is kept, in case it is" if one else "answers to {} are kept, in case they are"
        lines.append(f"Your {kept.format(names)} asked again.")
    if change.asked_again:
        more = f", and at most {change.most_questions - 1} after it" if change.most_questions > 1 else ""
        lines.append(f"Asked next: {_names(change.asked_again)}{more}.")
    if change.outcome is not None:
        lines.append(outcome_then(change))
    return lines


def outcome_then(change: Change) -> str:
    """What becomes of the outcome, as a sentence; empty where a question is open then."""
    if change.outcome is None:
        return ""
    stays = change.before == change.after
    return f"{'The outcome stays' if stays else 'The outcome would be'}: {change.outcome.short}."


def undone(tree: Tree, before: Responses, after: Responses) -> str:
    """What undoing did, as a sentence."""
    parts = []
    for question in tree.questions.values():
        old, new = before.get(question.id), after.get(question.id)
        if old != new:
            parts.append(f"{question.short} is {worded(question, new) if new is not None else 'open'} again")
    return f"Undone: {joined(parts, 'and')}." if parts else "Undone."


def effects_elsewhere(trees: Iterable[Tree], responses: Responses, change: Change, today: date) -> list[str]:
    """What a change does to the outcomes of other checks, a sentence per check whose outcome would be another.

    Args:
        trees: The other checks that the person has worked on.
        responses: The responses of the case as they are now.
        change: The change, not made yet.
        today: The day on which relative dates are judged.
    """
    found = []
    for tree in trees:
        changed = {question.id: value for question, value in change.answers}
        if not changed.keys() & tree.questions.keys():
            continue
        before = resolve(tree, fitting(tree, responses), today)
        after = resolve(tree, fitting(tree, {**responses, **changed}), today)
        if before.outcome is not None and after.node != before.node:
            then = after.outcome.short if after.outcome else "no longer settled"
            found.append(f'Also changes "{tree.title}" from "{before.outcome.short}" to "{then}".')
    return found


def _names(questions: Sequence[Question]) -> str:
    return joined([question.short for question in questions], "and")
