"""Which day a short answer picks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.followed_days import follow_day, how_to_pick
from guide_tui.services.when import Day, long_date

TODAY = date(2026, 6, 1)
TUESDAY, MONDAY = date(2027, 9, 7), date(2027, 9, 6)
FEBRUARY, MARCH = date(2027, 2, 28), date(2027, 3, 1)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((TUESDAY, MONDAY), "Type 1 or 2 for that day, or the day itself."),
        # 1 would be the first of them and a day of March.
        ((FEBRUARY, MARCH), "Type 28 February 2027 or 1 March 2027."),
        ((date(2026, 9, 1), date(2027, 9, 1)), "Type 1 or 2 for that day, or the day itself."),
    ],
)
def test_numbers_are_offered_where_they_are_clear(days, said) -> None:
    """A number is only proposed where it cannot be taken for a day of the month."""
    assert how_to_pick(days) == said


@pytest.mark.parametrize("words", ["", "zebra", "3", "9", "wednesday", "4 October 2027", "the"])
def test_words_that_pick_no_day_are_something_new(words) -> None:
    """What names none of the days offered is left to be read for itself."""
    assert follow_day(words, (TUESDAY, MONDAY), None, TODAY) is None


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2090, 1, 1)), min_size=2, max_size=5, unique=True),
    st.sampled_from(["1", "2", "5", "28", "the first", "monday", "march", "2027", "second", "7th"]),
)
def test_only_days_that_were_offered_are_picked(days, words) -> None:
    """Nothing is made up: what is picked was offered."""
    found = follow_day(words, days, None, TODAY)
    assert not isinstance(found, Day) or found.day in days


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 6))
def test_weekday_picks_its_day(first, later) -> None:
    """Of two days within a week, the weekday's name tells which."""
    days = (first, first + timedelta(days=later))
    for day in days:
        assert follow_day(long_date(day).split()[0], days, None, TODAY) == Day(day)
