"""Lengths of time, and days moved by them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.model.period import Period, Unit, shift

CALENDAR = (Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS)

periods = st.builds(Period, st.integers(0, 200_000), st.sampled_from(CALENDAR))


@pytest.mark.parametrize(
    ("day", "count", "unit", "sign", "expected"),
    [
        ("2026-11-05", 42, Unit.DAYS, 1, "2026-12-17"),
        ("2026-11-05", 6, Unit.WEEKS, 1, "2026-12-17"),
        ("2026-11-05", 6, Unit.WEEKS, -1, "2026-09-24"),
        ("2026-12-31", 2, Unit.MONTHS, 1, "2027-02-28"),
        ("2028-03-31", 1, Unit.MONTHS, -1, "2028-02-29"),
        ("2027-01-15", 1, Unit.MONTHS, -1, "2026-12-15"),
        ("2026-12-15", 1, Unit.MONTHS, 1, "2027-01-15"),
        ("2028-02-29", 1, Unit.YEARS, 1, "2029-02-28"),
        ("2028-02-29", 4, Unit.YEARS, 1, "2032-02-29"),
        ("2026-11-05", 0, Unit.MONTHS, -1, "2026-11-05"),
        ("2026-11-05", 9000, Unit.YEARS, 1, "9999-12-31"),
        ("2026-11-05", 9000, Unit.YEARS, -1, "0001-01-01"),
        ("2026-11-05", 10**12, Unit.DAYS, 1, "9999-12-31"),
        ("2026-11-05", 10**12, Unit.WEEKS, -1, "0001-01-01"),
    ],
)
def test_a_day_is_moved_as_the_calendar_moves_it(day, count, unit, sign, expected):
    """A month without the day ends on its last one, and nothing lies beyond the calendar."""
    assert shift(date.fromisoformat(day), Period(count, unit), sign) == date.fromisoformat(expected)


@given(st.dates(), st.dates(), periods, st.sampled_from((1, -1)))
def test_moving_keeps_the_order_of_days(one, other, period, sign):
    """Of two days the earlier one is never moved behind the later one, whatever the length of months."""
    earlier, later = sorted((one, other))
    assert shift(earlier, period, sign) <= shift(later, period, sign)


@given(st.dates(), periods)
def test_a_period_goes_forward_or_back_by_its_sign(day, period):
    """Added, a period never leads back; taken away, never forward."""
    assert shift(day, period, -1) <= day <= shift(day, period, 1)


@pytest.mark.parametrize(
    ("period", "words"),
    [(Period(1, Unit.WEEKS), "1 week"), (Period(6, Unit.WEEKS), "6 weeks"), (Period(0, Unit.DAYS), "0 days")],
)
def test_a_period_is_worded_in_the_singular_or_the_plural(period, words):
    """One week, six weeks, no days."""
    assert str(period) == words


def test_working_days_cannot_be_counted_without_a_calendar():
    """Which days a centre is open is not known here, so no day is made up."""
    with pytest.raises(ValueError, match="working days can only be counted with a calendar"):
        shift(date(2026, 11, 5), Period(10, Unit.WORKING_DAYS))
