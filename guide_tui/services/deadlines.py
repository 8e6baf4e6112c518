"""Days that follow from what a person told us."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from guide_tui.model.period import Period, Unit, shift
from guide_tui.model.tree import TODAY, Due, DueOrder, Tree
from guide_tui.services.distance import distance
from guide_tui.services.when import long_date
from guide_tui.services.working_days import Calendar, Moved, count_back, count_on, working_day_on_or_before
from guide_tui.trees.conditions import Known

FIRST_MONTH = 9
"""The month in which an academic year begins."""

SATURDAY = 5

_BACKWARDS = frozenset({DueOrder.BEFORE, DueOrder.ON_OR_BEFORE})


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which, before which or until which something has to be done."""

    words: str
    """The whole phrase: "by Tuesday 21 July 2026", "before Monday 1 June 2026", or, while the day that it hangs on is
    not known, "at least six weeks before the first day of teaching"."""

    day: date | None
    """The last day (or, for what has to be kept or awaited, the first day on which it need not be); None while it is
    not known."""

    advised: date | None
    """The working day before, where ``day`` falls on a day off; otherwise None."""

    passed: bool
    """Whether it lies before today, where that means being late."""

    bare: str = ""
    """The phrase without advice, "by Sunday 26 July 2026", where there is advice in ``words``."""

    side: str = ""
    """How the day counts: "by", "before", "on", "until", "from" or "after"; empty while it is not known."""

    away: str = ""
    """How far it is away, such as "in 6 weeks" or "3 working days ago"; empty while it is not known."""

    over: bool = False
    """Whether what was to be kept or awaited until this day need not be any more."""


def deadline(due: Due, tree: Tree, known: Known, today: date, calendar: Calendar) -> Deadline:
    """The day that a due date means for these answers."""
    found = _deadline(due, tree, known, today, calendar)
    return replace(found, away=distance(found.day, today, calendar)) if found.day else found


def _deadline(due: Due, tree: Tree, known: Known, today: date, calendar: Calendar) -> Deadline:
    anchor = today if due.anchor == TODAY else known.get(due.anchor)
    if not isinstance(anchor, date):
        return Deadline(undated(due, tree), None, None, passed=False)
    if due.yearly is not None:
        return _latest(in_academic_year(due.yearly, anchor), today, calendar)
    if due.anchor == TODAY and due.period is None and due.order in (DueOrder.ON_OR_BEFORE, DueOrder.ON_THE_DAY):
        return Deadline(f"today, {long_date(today)}", today, None, passed=False, side="by")
    if due.order is DueOrder.ON_THE_DAY:
        return Deadline(f"on {long_date(anchor)}", anchor, None, passed=anchor < today, side="on")
    if due.order in _BACKWARDS:
        if due.period is None and due.order is DueOrder.BEFORE:
            return Deadline(f"before {long_date(anchor)}", anchor, None, passed=anchor <= today, side="before")
        moved = _moved(anchor, due.period, calendar, backwards=True)
        return _latest(moved.day, today, calendar, moved)
    moved = _moved(anchor, due.period, calendar, backwards=False)
    if due.order is DueOrder.WITHIN:
        return _latest(moved.day, today, calendar, moved)
    if due.order is DueOrder.UNTIL:
        words = f"until {long_date(moved.day)} at least{_skipped(moved)}"
        return Deadline(words, moved.day, None, passed=False, side="until", over=moved.day < today)
    side = "after" if due.order is DueOrder.AFTER and due.period is None else "from"
    return Deadline(f"{side} {long_date(moved.day)}{_skipped(moved)}", moved.day, None, passed=False, side=side)


def undated(due: Due, tree: Tree) -> str:
    """A due date in words, while the day that it is counted from is not known."""
    question = tree.questions.get(due.anchor)
    event = "today" if question is None else f"the {question.short[:1].lower()}{question.short[1:]}"
    if due.yearly is not None:
        return f"by {due.words} of the academic year of {event}"
    if due.period is None:
        return f"{_SIDES[due.order]} {event}"
    if due.order is DueOrder.WITHIN:
        return f"within {due.words} after {event}"
    if due.order is DueOrder.UNTIL:
        return f"until at least {due.words} after {event}"
    return f"at least {due.words} {'before' if due.order in _BACKWARDS else 'after'} {event}"


def in_academic_year(month_and_day: tuple[int, int], day: date) -> date:
    """The day of the year, in the academic year (September to August) that ``day`` falls in."""
    month, number = month_and_day
    starts = day.year if day.month >= FIRST_MONTH else day.year - 1
    year = starts if month >= FIRST_MONTH else starts + 1
    try:
        return date(year, month, number)
    except ValueError:
        return date(year, month, 28)


_SIDES = {
    DueOrder.BEFORE: "before",
    DueOrder.ON_OR_BEFORE: "by",
    DueOrder.AFTER: "after",
    DueOrder.ON_OR_AFTER: "from",
    DueOrder.WITHIN: "by",
    DueOrder.UNTIL: "until",
    DueOrder.ON_THE_DAY: "on",
}


def _moved(anchor: date, period: Period | None, calendar: Calendar, *, backwards: bool) -> Moved:
    if period is None:
        return Moved(anchor, ())
    if period.unit is Unit.WORKING_DAYS:
        return count_back(anchor, period.count, calendar) if backwards else count_on(anchor, period.count, calendar)
    return Moved(shift(anchor, period, -1 if backwards else 1), ())


def _latest(day: date, today: date, calendar: Calendar, counted: Moved | None = None) -> Deadline:
    """The last day on which something can be done, and the working day before it where it is a day off."""
    skipped = _skipped(counted) if counted else ""
    moved = working_day_on_or_before(day, calendar)
    words = bare = f"by {long_date(day)}{skipped}"
    advised = moved.day if today <= moved.day < day else None
    if advised:
        reason = moved.skipped[0][1]
        off = "" if reason in words else f" ({reason})"
        words += f"{off}, a day off, so better by {long_date(advised)}"
    return Deadline(words, day, advised, passed=day < today, bare=bare, side="by")


def _skipped(moved: Moved) -> str:
    """The holidays passed over while counting working days; weekends go without saying."""
    holidays = [why for day, why in moved.skipped if day.weekday() < SATURDAY]
    return f" (not counting {', '.join(dict.fromkeys(holidays))})" if holidays else ""
