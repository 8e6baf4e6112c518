"""The days of an outcome in order, with today among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guide_tui.services.report import KeyDate


def today_stands(dates: Sequence[KeyDate], today: date) -> int:
    """How many of the dates, which are in order, stand before today's mark: those of earlier days, and those missed.

    What is due today stands behind it.
    """
    return sum(1 for each in dates if each.deadline.passed or _earlier(each, today))


def state(each: KeyDate, today: date) -> str:
    """What became of a date: "done", "missed", "over" (nothing need be kept any more); empty while it lies ahead."""
    if each.done:
        return "done"
    if each.deadline.passed:
        return "missed"
    return "over" if each.deadline.side == "until" and _earlier(each, today) else ""


def _earlier(each: KeyDate, today: date) -> bool:
    return each.deadline.day is not None and each.deadline.day < today
