"""The days of an outcome in order, with today among them."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.services.deadlines import Deadline
from guide_tui.services.report import KeyDate
from guide_tui.services.timeline import state, today_stands

TODAY = date(2026, 6, 1)


def key_date(day: date, side: str = "by", *, passed: bool = False, done: bool = False) -> KeyDate:
    """A date that counts in one way or the other."""
    return KeyDate(Deadline(f"{side} {day}", day, None, passed, side=side), (), "You", "Do it", done)


MISSED = key_date(date(2026, 5, 1), passed=True)
BEFORE_TODAY = key_date(TODAY, "before", passed=True)
OVER = key_date(date(2026, 5, 2), "until")
SINCE = key_date(date(2026, 5, 3), "from")
DUE_TODAY = key_date(TODAY)
AHEAD = key_date(date(2026, 7, 1), "until")


@pytest.mark.parametrize(
    ("each", "expected"),
    [(MISSED, "missed"), (BEFORE_TODAY, "missed"), (OVER, "over"), (SINCE, ""), (DUE_TODAY, ""), (AHEAD, "")],
)
def test_what_became_of_a_date(each: KeyDate, expected: str):
    """A day by which nothing was done is missed, one until which something was kept is over."""
    assert state(each, TODAY) == expected


def test_what_is_done_is_not_missed():
    """A ticked action says so, whatever the day."""
    assert state(key_date(date(2026, 5, 1), passed=True, done=True), TODAY) == "done"


@pytest.mark.parametrize(
    ("dates", "place"),
    [
        ([], 0),
        ([DUE_TODAY, AHEAD], 0),
        ([MISSED, BEFORE_TODAY, DUE_TODAY, AHEAD], 2),
        ([MISSED, OVER, SINCE], 3),
    ],
)
def test_where_today_stands(dates: list[KeyDate], place: int):
    """Behind earlier days and those missed, before what is due today."""
    assert today_stands(dates, TODAY) == place
