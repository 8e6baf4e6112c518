"""How far a day is away, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.distance import distance
from guide_tui.services.working_days import Calendar

THURSDAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (4, "in 2 working days"),
        (-3, "3 working days ago"),
        (14, "in 10 working days"),
        (15, "in 2 weeks and 1 day"),
        (42, "in 6 weeks"),
        (-40, "5 weeks and 5 days ago"),
        (91, "in 13 weeks"),
        (92, "in about 3 months"),
        (-240, "about 8 months ago"),
        (1096, "in about 3 years"),
    ],
)
def test_the_further_away_the_larger_the_unit(days: int, words: str):
    """Working days nearby, then weeks and days, then months and years."""
    assert distance(THURSDAY + timedelta(days=days), THURSDAY, Calendar()) == words


def test_days_off_are_left_out():
    """The centre's own closed days are no working days; where none is left, days are counted."""
    closed = Calendar(closures={THURSDAY + timedelta(days=1): "Training"})
    assert distance(date(2026, 11, 9), THURSDAY, closed) == "in 1 working day"
    assert distance(date(2026, 11, 8), THURSDAY, closed) == "in 3 days"


@given(st.integers(-9000, 9000))
def test_ahead_and_behind_are_told_apart(days: int):
    """Every distance says on which side of today it lies."""
    words = distance(THURSDAY + timedelta(days=days), THURSDAY, Calendar())
    assert (words.startswith("in ") or words == "tomorrow") is (days > 0)
    assert (words.endswith(" ago") or words == "yesterday") is (days < 0)
