"""Lengths of time, and dates moved by them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """What a period counts."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working days"
    """Days on which a centre is open; only a calendar can count them."""


@dataclass(frozen=True, slots=True)
class Period:
    """A number of calendar units, such as six weeks."""

    count: int
    """Zero or more."""

    unit: Unit

    def __str__(self) -> str:
        unit = self.unit.value
        return f"{self.count} {unit[:-1] if self.count == 1 else unit}"


def shift(day: date, period: Period, sign: int = 1) -> date:
    """The day that lies ``period`` after (``sign`` 1) or before (``sign`` -1) ``day``.

    A day that the month reached does not have becomes that month's last day: 29 February 2028 plus one
    year is 28 February 2029. Dates beyond the calendar stay at its first or last day.

    Raises:
        ValueError: The period is of working days, which need a calendar.
    """
    if period.unit is Unit.WORKING_DAYS:
        raise ValueError("working days can only be counted with a calendar")
    count = sign * period.count
    try:
        if period.unit is Unit.DAYS:
            return day + timedelta(days=count)
        if period.unit is Unit.WEEKS:
            return day + timedelta(weeks=count)
        months = count * (12 if period.unit is Unit.YEARS else 1)
        index = day.year * 12 + day.month - 1 + months
        year, month = divmod(index, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min
