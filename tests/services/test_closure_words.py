"""Closed days as a person types and reads them."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.services.closed_days import Closure
from guide_tui.services.closure_words import EXAMPLE, closure_words, read_closure

TODAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("typed", "closure"),
    [
        (EXAMPLE, Closure(date(2026, 12, 21), date(2027, 1, 1), "Christmas")),
        ("2026-12-21 to 2027-01-01", Closure(date(2026, 12, 21), date(2027, 1, 1), "")),
        ("15/02/2027 - 19/02/2027:  half   term ", Closure(date(2027, 2, 15), date(2027, 2, 19), "half term")),
        ("1 March 2027: Staff training: maths", Closure(date(2027, 3, 1), date(2027, 3, 1), "Staff training: maths")),
        ("tomorrow", Closure(date(2026, 11, 6), date(2026, 11, 6), "")),
        ("21 dec 2026 - 1 jan 2027 xmas closure", Closure(date(2026, 12, 21), date(2027, 1, 1), "xmas closure")),
        ("1 March 2027 staff training", Closure(date(2027, 3, 1), date(2027, 3, 1), "staff training")),
        ("1 March 2027 - staff training", Closure(date(2027, 3, 1), date(2027, 3, 1), "staff training")),
        ("1 March 2027, back to work day", Closure(date(2027, 3, 1), date(2027, 3, 1), "back to work day")),
    ],
)
def test_days_are_read_as_people_write_them(typed, closure):
    """A day or two with "to" between them, and the reason after a colon or without one."""
    assert read_closure(typed, TODAY) == closure


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a day"),
        ("Christmas", "day"),
        ("5 May 2027 to 1 May 2027", "1 May 2027 comes before 5 May 2027"),
        ("5 May 2027 to 31 February 2027 x", "31 February"),
        ("5 May 2027 - 31 February 2027 x", "31 February"),
        ("5 May 2026 to 5 May 2027", "more than 120 days"),
        ("5 May 2027: a\u202eb", "cannot be shown"),
        (f"5 May 2027: {'x' * 121}", "too long"),
    ],
)
def test_what_cannot_be_taken_is_told(typed, said):
    """The person reads what is wrong and what to type."""
    told = read_closure(typed, TODAY)
    assert isinstance(told, str)
    assert said in told


def test_days_are_told_in_words():
    """One day or the first and the last."""
    assert closure_words(Closure(date(2027, 3, 1), date(2027, 3, 1), "x")) == "1 March 2027"
    assert closure_words(Closure(date(2026, 12, 21), date(2027, 1, 1), "")) == "21 December 2026 to 1 January 2027"
