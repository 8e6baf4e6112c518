"""Working days: what is closed, and counting around it."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.working_days import (
    NATIONS,
    Calendar,
    Moved,
    count_back,
    count_on,
    working_day_on_or_before,
)

ENGLAND = Calendar("england")
WEEKENDS = Calendar()
CALENDARS = st.sampled_from([WEEKENDS, *(Calendar(nation) for nation in NATIONS)])
DAYS = st.dates(date(1995, 1, 1), date(2095, 12, 31))


@pytest.mark.parametrize(
    ("nation", "day", "why"),
    [
        ("england", date(2026, 4, 3), "Good Friday"),
        ("england", date(2026, 4, 6), "Easter Monday"),
        ("wales", date(2026, 4, 6), "Easter Monday"),
        ("northern-ireland", date(2026, 4, 6), "Easter Monday"),
        ("scotland", date(2026, 4, 6), None),
        ("scotland", date(2026, 11, 30), "Saint Andrew's Day"),
        ("england", date(2026, 11, 30), None),
        ("northern-ireland", date(2026, 3, 17), "Saint Patrick's Day"),
        ("wales", date(2026, 3, 17), None),
        ("england", date(2026, 12, 25), "Christmas Day"),
        ("england", date(2026, 12, 26), "Boxing Day"),
        ("england", date(2026, 12, 28), "Boxing Day (substitute day)"),
        ("england", date(2027, 12, 27), "Christmas Day (substitute day)"),
        ("england", date(2027, 12, 28), "Boxing Day (substitute day)"),
        ("scotland", date(2026, 1, 2), "New Year Holiday"),
        ("england", date(2026, 1, 2), None),
        ("england", date(2026, 8, 31), "Late Summer Bank Holiday"),
        ("england", date(2026, 9, 5), "Saturday"),
        ("england", date(2026, 9, 6), "Sunday"),
        ("england", date(2026, 9, 7), None),
        (None, date(2026, 12, 25), None),
        (None, date(2026, 12, 26), "Saturday"),
    ],
)
def test_a_day_is_closed_for_a_reason(nation, day, why):
    """Each nation has its own bank holidays, Easter Monday among them; without a nation only weekends are known."""
    assert Calendar(nation).closed(day) == why


def test_a_centre_has_closed_days_of_its_own():
    """They close an open day; a bank holiday keeps its name."""
    calendar = Calendar("england", {date(2026, 9, 7): "Staff training", date(2026, 12, 25): "Shut"})
    assert calendar.closed(date(2026, 9, 7)) == "Staff training"
    assert calendar.closed(date(2026, 12, 25)) == "Christmas Day"


@pytest.mark.parametrize(
    ("calendar", "basis"),
    [
        (
            WEEKENDS,
            "Saturdays and Sundays are left out. Bank holidays are not, because they differ between the nations and "
            "none was given.",
        ),
        (
            Calendar(None, {date(2026, 9, 7): "Staff training"}),
            "Saturdays, Sundays and your own closed days are left out. Bank holidays are not, because they differ "
            "between the nations and none was given.",
        ),
        (ENGLAND, "Saturdays, Sundays and the bank holidays of England are left out."),
        (
            Calendar("northern-ireland", {date(2026, 9, 7): "Staff training"}),
            "Saturdays, Sundays, your own closed days and the bank holidays of Northern Ireland are left out.",
        ),
    ],
)
def test_a_calendar_says_what_it_leaves_out(calendar, basis):
    """Nobody takes a count without bank holidays for one with them."""
    assert calendar.basis == basis


def test_an_unknown_nation_is_refused():
    """Rather than counted without its bank holidays."""
    with pytest.raises(ValueError, match='"france" is none of england, wales, scotland, northern-ireland'):
        Calendar("france")


@pytest.mark.parametrize(
    ("day", "expected", "skipped"),
    [
        (date(2026, 9, 7), date(2026, 9, 7), []),
        (date(2026, 9, 6), date(2026, 9, 4), ["Sunday", "Saturday"]),
        (date(2026, 4, 6), date(2026, 4, 2), ["Easter Monday", "Sunday", "Saturday", "Good Friday"]),
        (
            date(2026, 12, 28),
            date(2026, 12, 24),
            ["Boxing Day (substitute day)", "Sunday", "Boxing Day", "Christmas Day"],
        ),
        (date(2027, 1, 1), date(2026, 12, 31), ["New Year's Day"]),
        (date.min, date.min, []),
        (date.max, date.max, []),
    ],
)
def test_the_working_day_on_or_before(day, expected, skipped):
    """An open day is itself; from a closed one the way leads back, and every day passed over is told."""
    moved = working_day_on_or_before(day, ENGLAND)
    assert moved.day == expected
    assert [why for _, why in moved.skipped] == skipped
    assert [passed for passed, _ in moved.skipped] == [day - timedelta(days=back) for back in range(len(skipped))]


@pytest.mark.parametrize(
    ("count", "day", "number", "expected", "skipped"),
    [
        (count_back, date(2026, 9, 11), 4, date(2026, 9, 7), []),
        (count_back, date(2026, 9, 7), 1, date(2026, 9, 4), ["Sunday", "Saturday"]),
        (count_back, date(2026, 9, 6), 1, date(2026, 9, 4), ["Saturday"]),
        (count_back, date(2026, 4, 7), 1, date(2026, 4, 2), ["Easter Monday", "Sunday", "Saturday", "Good Friday"]),
        (count_back, date(2027, 1, 4), 2, date(2026, 12, 30), ["Sunday", "Saturday", "New Year's Day"]),
        (count_on, date(2026, 12, 24), 1, date(2026, 12, 29), None),
        (count_on, date(2026, 9, 4), 1, date(2026, 9, 7), ["Saturday", "Sunday"]),
        (count_on, date(2026, 9, 7), 10, date(2026, 9, 21), ["Saturday", "Sunday"] * 2),
        (count_on, date(2026, 9, 6), 0, date(2026, 9, 6), []),
        (count_back, date(2026, 9, 6), 0, date(2026, 9, 6), []),
    ],
)
def test_counting_working_days(count, day, number, expected, skipped):
    """The first day is not counted, closed days are passed over and told, over a year's end as well."""
    moved = count(day, number, ENGLAND)
    assert moved.day == expected
    if skipped is not None:
        assert [why for _, why in moved.skipped] == skipped


@pytest.mark.parametrize("calendar", [WEEKENDS, ENGLAND], ids=["weekends", "england"])
def test_counting_stops_at_the_ends_of_the_calendar(calendar):
    """There is no day beyond them, however far one counts."""
    assert count_back(date.min + timedelta(days=3), 10, calendar).day == date.min
    assert count_on(date.max - timedelta(days=3), 10, calendar).day == date.max
    first = Calendar(None, {date.min: "Before everything"})
    assert working_day_on_or_before(date.min, first) == Moved(date.min, ())


def test_a_negative_number_is_refused():
    """It would count in the direction that nobody asked for."""
    with pytest.raises(ValueError, match="count in the other direction"):
        count_back(date(2026, 9, 7), -1, ENGLAND)


@given(DAYS, st.integers(1, 60), CALENDARS)
def test_counting_tells_every_day_between(day, number, calendar):
    """It ends on an open day; the days passed over and those counted are all the days on the way."""
    for count, sign in ((count_back, -1), (count_on, 1)):
        moved = count(day, number, calendar)
        assert calendar.closed(moved.day) is None
        assert abs((moved.day - day).days) == number + len(moved.skipped)
        assert all(calendar.closed(passed) == why for passed, why in moved.skipped)
        assert all((passed - day).days * sign > 0 for passed, _ in moved.skipped)


@given(DAYS, st.integers(1, 60), CALENDARS)
def test_counting_there_and_back_returns(day, number, calendar):
    """From a working day, that is."""
    start = working_day_on_or_before(day, calendar).day
    assert count_on(count_back(start, number, calendar).day, number, calendar).day == start


def test_bank_holidays_are_loaded_only_when_asked_for():
    """A start without working days does not wait for them."""
    program = (
        "import sys; from guide_tui.services.working_days import Calendar; Calendar(); print('holidays' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "False\n"
