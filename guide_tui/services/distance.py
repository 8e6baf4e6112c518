"""How far a day is away, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from guide_tui.services.working_days import Calendar

_COUNTED_DAYS = 14
"""Days up to which a distance is counted in working days."""

_COUNTED_WEEKS = 13
"""Weeks up to which a distance is counted in weeks and days."""

_COUNTED_MONTHS = 24


def distance(day: date, today: date, calendar: Calendar) -> str:
    """How far a day is away: "today", "in 3 working days", "in 6 weeks", "2 weeks and 1 day ago", "in about 8 months".

    Up to two weeks working days are counted, where there is one in between; up to three months weeks and days.
    """
    days = (day - today).days
    if days in _NAMED:
        return _NAMED[days]
    span = _span(abs(days), _working_days_between(day, today, calendar) if abs(days) <= _COUNTED_DAYS else 0)
    return f"in {span}" if days > 0 else f"{span} ago"


_NAMED = {0: "today", 1: "tomorrow", -1: "yesterday"}


def _working_days_between(day: date, today: date, calendar: Calendar) -> int:
    """Working days from the earlier of the two, not counted, to the later, counted."""
    first, last = min(day, today), max(day, today)
    return sum(1 for step in range((last - first).days) if not calendar.closed(first + timedelta(days=step + 1)))


def _span(days: int, working_days: int) -> str:
    if working_days:
        return _counted(working_days, "working day")
    if days <= _COUNTED_WEEKS * 7:
        weeks, rest = divmod(days, 7)
        return " and ".join(_parts((weeks, "week"), (rest, "day")))
    months = round(days / 30.44)
    if months < _COUNTED_MONTHS:
        return f"about {months} months"
    return f"about {round(days / 365.25)} years"


def _parts(*parts: tuple[int, str]) -> Iterable[str]:
    return (_counted(number, unit) for number, unit in parts if number)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
