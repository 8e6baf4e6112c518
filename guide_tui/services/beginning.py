"""What a person most likely wants when they open the guide: what is unfinished, what was found, what can be worked out.

Every check is looked at with the answers there are, so nothing here walks a tree further than it must.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from guide_tui.model.case import Case, Responses, Visit
from guide_tui.model.library import Library
from guide_tui.model.tree import Outcome, Tree
from guide_tui.services.check import fitting
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.when import short_date, written
from guide_tui.services.wording import counted
from guide_tui.trees.narrow import most_questions, prospect
from guide_tui.trees.replay import Position, resolve
from guide_tui.trees.space import Space

MOST_SITUATIONS = 20
"""Earlier situations that are offered; hardly anybody goes back further."""

MOST_NAMED = 3
"""Outcomes, or checks begun, that an earlier situation is named by."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A check, and how far the person is in it."""

    tree: Tree
    outcome: Outcome | None
    """Where it ended, for a check that was opened in this situation."""

    answered: int
    """Questions on the way so far that have an answer, wherever it was given."""

    left: int
    """Questions that there can still be, at most."""

    at: datetime | None
    """When it was opened last in this situation, in UTC; None where it was not, or nobody noted it."""


@dataclass(frozen=True, slots=True)
class Situation:
    """An earlier situation, which the person can go back to."""

    id: int
    """As the keeper names it."""

    outcomes: tuple[Outcome, ...]
    """Where its checks ended, the latest first."""

    unfinished: tuple[Tree, ...]
    """Checks that were begun, the latest first."""

    answers: int
    name: str
    """What the person called it; mostly empty."""

    at: datetime
    """When the last answer was given, in UTC."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is offered, in the order of its parts."""

    unfinished: tuple[Standing, ...]
    """Checks to carry on with, the latest first."""

    settled: tuple[Standing, ...]
    """Checks that reached an outcome in this situation, the latest first."""

    checks: tuple[Standing, ...]
    """Every check that is not unfinished, in the library's order."""

    situations: tuple[Situation, ...]
    """Earlier situations with answers, the latest first."""


def beginning(library: Library, keeper: CaseKeeper, today: date) -> Beginning:
    """What the person most likely wants now.

    Args:
        library: What can be worked out.
        keeper: Their answers.
        today: The day on which dates are judged.
    """
    responses = keeper.responses()
    visits = {visit.tree: visit for visit in keeper.visits()}
    opened = {
        name: _standing(library.trees[name], responses, visit, today)
        for name, visit in visits.items()
        if name in library.trees
    }
    unfinished = tuple(each for each in opened.values() if each.outcome is None and each.answered)
    begun = {each.tree.id for each in unfinished}
    return Beginning(
        unfinished=unfinished,
        settled=tuple(each for each in opened.values() if each.outcome is not None),
        checks=tuple(
            opened.get(tree.id) or _standing(tree, responses, None, today)
            for tree in library.trees.values()
            if tree.id not in begun
        ),
        situations=earlier_situations(library, keeper, today),
    )


def earlier_situations(library: Library, keeper: CaseKeeper, today: date) -> tuple[Situation, ...]:
    """The other situations with answers, the one last answered first, whenever they were left."""
    return tuple(_situation(library, keeper, case, today) for case in keeper.others(MOST_SITUATIONS))


def standing(tree: Tree, keeper: CaseKeeper, today: date) -> Standing:
    """How far the person is in one check."""
    visit = next((visit for visit in keeper.visits() if visit.tree == tree.id), None)
    return _standing(tree, keeper.responses(), visit, today)


def _standing(tree: Tree, responses: Responses, visit: Visit | None, today: date) -> Standing:
    fit = fitting(tree, responses)
    position = resolve(tree, fit, today)
    begun = visit is not None and bool(position.known)
    return Standing(
        tree=tree,
        outcome=position.outcome if visit is not None else None,
        answered=len(position.known),
        left=_left(position, fit, today, exact=begun),
        at=visit.at if visit is not None else None,
    )


def _left(position: Position, responses: Responses, today: date, *, exact: bool) -> int:
    # The exact number of a check that nobody opened could cost more than everything else on the screen together.
    if exact and position.outcome is None:
        return prospect(Space(position.tree, today), responses).most_questions
    return most_questions(position.tree, position.node, responses)


def _situation(library: Library, keeper: CaseKeeper, case: Case, today: date) -> Situation:
    outcomes, unfinished = [], []
    for visit in keeper.visits_of(case.id):
        tree = library.trees.get(visit.tree)
        if tree is not None:
            outcome = resolve(tree, fitting(tree, case.responses), today).outcome
            if outcome is None:
                unfinished.append(tree)
            else:
                outcomes.append(outcome)
    return Situation(case.id, tuple(outcomes), tuple(unfinished), len(case.responses), case.name, case.updated)


def tells(tree: Tree) -> str:
    """What a check tells, in half a line; of one that does not say, what it works out."""
    return tree.tells or tree.about


def length(tree: Tree) -> int:
    """How many questions a check asks of somebody who has answered none yet, at most."""
    return most_questions(tree, tree.start, {})


def how_much(left: int) -> str:
    """So many questions at most, in words: "at most 8 questions"."""
    if not left:
        return "no more questions"
    return f"{'at most ' if left > 1 else ''}{counted(left, 'questions')}"


def progress(standing: Standing, today: date) -> str:
    """How far the person is, and when they were last at it: "2 answers, at most 3 questions left · yesterday"."""
    parts = [f"{counted(standing.answered, 'answers')}, {how_much(standing.left)} left", ago(standing.at, today)]
    return " · ".join(part for part in parts if part)


def situation_words(situation: Situation) -> str:
    """What an earlier situation is known by: its day, and what was found in it or else begun.

    Such as "Mon 23 Nov 2026: Formal arrangement, No later than 30 days"; the day is left out where nobody noted it.
    """
    day = f"{short_date(situation.at.astimezone().date())}: " if _noted(situation.at) else ""
    return f"{day}{_known_by(situation)}"


def _known_by(situation: Situation) -> str:
    if situation.name:
        return situation.name
    named = [outcome.short for outcome in situation.outcomes]
    if not named:
        named = [f"{tree.title} (not finished)" for tree in situation.unfinished]
    if not named:
        return counted(situation.answers, "answers")
    more = len(named) - MOST_NAMED
    return ", ".join(named[:MOST_NAMED]) + (f", and {more} more" if more > 0 else "")


def ago(moment: datetime | None, today: date) -> str:
    """When something was, as one says it: "today", "yesterday", "3 days ago", "3 November 2026"; empty if unknown."""
    if moment is None or not _noted(moment):
        return ""
    day = moment.astimezone().date()
    if day == today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    days = (today - day).days
    return f"{days} days ago" if 1 < days < 7 else written(day)


def _noted(moment: datetime) -> bool:
    """Whether it is a real time, not one that stands for none."""
    return moment.year >= 2000
