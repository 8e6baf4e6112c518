"""Days and numbers as people type them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide_tui.services.when import (
    EARLIEST,
    LATEST,
    Day,
    Unclear,
    long_date,
    read_day,
    read_number,
    written,
)

TODAY = date(2026, 11, 25)
"""A Wednesday."""

SEPTEMBER = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 September 2026", SEPTEMBER),
        ("1 sept 26", SEPTEMBER),
        ("1 sept. 2026", SEPTEMBER),
        ("1 september '26", SEPTEMBER),
        ("1st of September, 2026", SEPTEMBER),
        ("on the 1st September 2026", SEPTEMBER),
        ("September 1st, 2026", SEPTEMBER),
        ("2026 Sept 1", SEPTEMBER),
        ("1-Sep-2026", SEPTEMBER),
        ("1sept2026", SEPTEMBER),
        ("Tuesday 1 September 2026", SEPTEMBER),
        ("tues, 1st sep 2026.", SEPTEMBER),
        ("01/09/2026", SEPTEMBER),
        ("1/9/26", SEPTEMBER),
        ("1.9.2026", SEPTEMBER),
        ("1-9-26", SEPTEMBER),
        ("1 9 2026", SEPTEMBER),
        (" 01 / 09 / 2026 ", SEPTEMBER),
        ("2026-09-01", SEPTEMBER),
        ("2026/9/1", SEPTEMBER),
        ("20260901", SEPTEMBER),
        ("01092026", SEPTEMBER),
        ("１/９/２０２６", SEPTEMBER),
        ("1\u00a0September\u00a02026", SEPTEMBER),
        ("1 September this year", SEPTEMBER),
        ("1 September next year", date(2027, 9, 1)),
        ("1/9/95", date(1995, 9, 1)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 26)),
        ("yesterday", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 27)),
        ("next Monday", date(2026, 11, 30)),
        ("last Friday", date(2026, 11, 20)),
        ("this Friday", date(2026, 11, 27)),
        ("coming wednesday", date(2026, 12, 2)),
        ("friday next week", date(2026, 12, 4)),
        ("next week Fri", date(2026, 12, 4)),
        ("tuesday last week", date(2026, 11, 17)),
        ("Monday week", date(2026, 12, 7)),
        ("a week on Friday", date(2026, 12, 4)),
        ("in 3 weeks", date(2026, 12, 16)),
        ("in three weeks' time", date(2026, 12, 16)),
        ("3 weeks ago", date(2026, 11, 4)),
        ("a fortnight ago", date(2026, 11, 11)),
        ("in a month", date(2026, 12, 25)),
        ("six months from now", date(2027, 5, 25)),
        ("in twenty-one days", date(2026, 12, 16)),
        ("a week today", date(2026, 12, 2)),
        ("a week tomorrow", date(2026, 12, 3)),
        ("2 years ago", date(2024, 11, 25)),
    ],
)
def test_a_day_is_read(text, day):
    """What has one meaning in the UK needs no question: the day stands first, and today is a Wednesday."""
    assert read_day(text, TODAY) == Day(day)


@pytest.mark.parametrize(
    ("text", "message", "candidates"),
    [
        ("", "Type a day, such as 25 November 2026.", []),
        (" ,. ", "Type a day, such as 25 November 2026.", []),
        ("september 2026", "Which day in September 2026?", []),
        ("09/2026", "Which day in September 2026?", []),
        ("2026-09", "Which day in September 2026?", []),
        ("september next year", "Which day in September 2027?", []),
        ("next month", "Which day in December 2026?", []),
        ("2026", "Which day in 2026? Type it with its month.", []),
        ("sept", "Which day in September, and in which year? Type it like 1 September 2026.", []),
        (
            "1 september",
            "Which year do you mean: 1 September 2026 or 1 September 2027?",
            [SEPTEMBER, date(2027, 9, 1)],
        ),
        ("1/9", "Which year do you mean: 1 September 2026 or 1 September 2027?", [SEPTEMBER, date(2027, 9, 1)]),
        (
            "29 feb",
            "Which year do you mean: 29 February 2024 or 29 February 2028?",
            [date(2024, 2, 29), date(2028, 2, 29)],
        ),
        ("fri 1 sep", "Which year do you mean: 1 September 2026 or 1 September 2027?", [SEPTEMBER, date(2027, 9, 1)]),
        (
            "sept 26",
            "Type the day, the month and the whole year, such as 1 September 2026.",
            [date(2026, 9, 26), date(2027, 9, 26)],
        ),
        (
            "9/26",
            "Type the day, the month and the whole year, the day first.",
            [date(2026, 9, 26), date(2027, 9, 26)],
        ),
        (
            "the 15th",
            "Which month do you mean by 15: Sunday 15 November 2026 or Tuesday 15 December 2026?",
            [date(2026, 11, 15), date(2026, 12, 15)],
        ),
        (
            "31/02/2026",
            "There is no 31 February 2026: that month ends on the 28th. "
            "Do you mean Saturday 28 February 2026 or Sunday 1 March 2026?",
            [date(2026, 2, 28), date(2026, 3, 1)],
        ),
        ("31 feb", "There is no 31 February. Type the day first, such as 1 February 2026.", []),
        ("32/1/2026", "No month has a day 32. Type the day first, such as 1 January 2026.", []),
        ("0/1/2026", "No month has a day 0. Type the day first, such as 1 January 2026.", []),
        ("13/13/2026", "There is no month 13. Type the day first, then the month and the year.", []),
        (
            "09/13/2026",
            "That looks like the month first; here the day comes first. Do you mean Sunday 13 September 2026?",
            [date(2026, 9, 13)],
        ),
        (
            "26/09/01",
            "Which day do you mean: Wednesday 26 September 2001 or Tuesday 1 September 2026?",
            [date(2001, 9, 26), SEPTEMBER],
        ),
        ("1/1/1066", "1066 is too long ago to be meant here. Type a day from 1990 to 2100.", []),
        ("31/12/1989", "1989 is too long ago to be meant here. Type a day from 1990 to 2100.", []),
        ("1/1/2101", "2101 is too far ahead to be meant here. Type a day from 1990 to 2100.", []),
        ("in 99999999 days", "9999 is too far ahead to be meant here. Type a day from 1990 to 2100.", []),
        ("1/9/202", "Type the year with four figures, such as 2026.", []),
        (
            "Monday 1 September 2026",
            "1 September 2026 is a Tuesday, not a Monday. "
            "Which day do you mean: Tuesday 1 September 2026 or Monday 31 August 2026?",
            [SEPTEMBER, date(2026, 8, 31)],
        ),
        (
            "next friday",
            "Which Friday: Friday 27 November 2026 or Friday 4 December 2026?",
            [date(2026, 11, 27), date(2026, 12, 4)],
        ),
        (
            "last monday",
            "Which Monday: Monday 16 November 2026 or Monday 23 November 2026?",
            [date(2026, 11, 16), date(2026, 11, 23)],
        ),
        (
            "this monday",
            "Which Monday: Monday 23 November 2026 or Monday 30 November 2026?",
            [date(2026, 11, 23), date(2026, 11, 30)],
        ),
        (
            "Wednesday",
            "Which Wednesday: Wednesday 18 November 2026, Wednesday 25 November 2026 or Wednesday 2 December 2026?",
            [date(2026, 11, 18), TODAY, date(2026, 12, 2)],
        ),
        (
            "3 weeks",
            "Which way do you count: Wednesday 4 November 2026 or Wednesday 16 December 2026?",
            [date(2026, 11, 4), date(2026, 12, 16)],
        ),
        ("1 febuary 2026", "Do you mean Sunday 1 February 2026?", [date(2026, 2, 1)]),
        ("tommorow", "Do you mean Thursday 26 November 2026?", [date(2026, 11, 26)]),
        ("soon", '"soon" cannot be read as a day. Type it like 1 September 2026 or 01/09/2026.', []),
        (
            "12 may or 13 may",
            '"12 may or 13 may" cannot be read as a day. Type it like 1 September 2026 or 01/09/2026.',
            [],
        ),
        (
            "x\x1b]52;c\x07" + "y" * 90,
            f'"x ]52;c {"y" * 32}…" cannot be read as a day. Type it like 1 September 2026 or 01/09/2026.',
            [],
        ),
    ],
)
def test_what_is_not_one_day_is_asked_back(text, message, candidates):
    """The question names what is missing or wrong, and offers the days that may be meant."""
    found = read_day(text, TODAY)
    assert isinstance(found, Unclear)
    assert (found.message, found.candidates) == (message, tuple(candidates))
    # Where only the day in a month is missing, the month is handed on.
    assert (found.month is not None) == bool(re.match(r"Which day in \w+ \d", message))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tue 1 sep", SEPTEMBER),
        ("Wed 1/9", date(2027, 9, 1)),
        ("Mon 14th dec", date(2026, 12, 14)),
        ("on Sunday, the 14th of December", date(2025, 12, 14)),
    ],
)
def test_a_weekday_tells_the_year_that_is_missing(text, day):
    """A day and month without a year is the one of the two nearest that falls on the weekday."""
    assert read_day(text, TODAY) == Day(day)


def test_next_monday_is_asked_back_on_a_sunday():
    """Tomorrow to some, in eight days to others."""
    found = read_day("next monday", date(2026, 11, 22))
    assert isinstance(found, Unclear)
    assert found.candidates == (date(2026, 11, 23), date(2026, 11, 30))


PLAUSIBLE = st.dates(EARLIEST, LATEST)
DAYS_OF_ALL_TIMES = st.dates()
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _with_ordinal(day):
    return f"{day.day}{ORDINALS.get(day.day, 'th')} of {written(day).split()[1]} {day.year}"


@pytest.mark.parametrize(
    "write",
    [
        written,
        long_date,
        _with_ordinal,
        date.isoformat,
        lambda day: f"{day:%d/%m/%Y}",
        lambda day: f"{day.day}/{day.month}/{day.year}",
        lambda day: f"{day.day}.{day.month}.{day.year}",
        lambda day: f"{day:%d-%m-%Y}",
        lambda day: f"{day:%Y%m%d}",
        lambda day: f"{day:%d%m%Y}",
        lambda day: f"{day.day} {written(day).split()[1][:3]} {day.year}",
        lambda day: f"{written(day).split()[1]} {day.day}, {day.year}",
        lambda day: long_date(day).upper(),
    ],
    ids=[
        "written",
        "long",
        "ordinal",
        "iso",
        "dd/mm/yyyy",
        "d/m/yyyy",
        "d.m.yyyy",
        "dd-mm-yyyy",
        "yyyymmdd",
        "ddmmyyyy",
        "short month",
        "month first in words",
        "capitals",
    ],
)
@given(PLAUSIBLE, DAYS_OF_ALL_TIMES)
def test_every_day_with_four_figures_for_the_year_reads_back(write, day, today):
    """In every format, and whatever today is."""
    assert read_day(write(day), today) == Day(day)


@given(PLAUSIBLE, st.integers(-3652, 3652))
def test_every_near_day_with_two_figures_for_the_year_reads_back(day, distance):
    """Ten years either way."""
    today = day + timedelta(days=distance)
    for text in (f"{day.day}/{day.month}/{day:%y}", f"{day.day} {written(day).split()[1]} {day:%y}"):
        assert read_day(text, today) == Day(day)


WORDS = st.sampled_from(
    [
        "1",
        "31",
        "0",
        "2026",
        "26",
        "/",
        "-",
        ".",
        ",",
        "st",
        "week",
        "weeks",
        "month",
        "year",
        "in",
        "ago",
        "next",
        "last",
        "this",
        "today",
        "tomorrow",
        "monday",
        "september",
        "sept",
        "feb",
        "the",
        "of",
        "on",
        "a",
        "fortnight",
        "time",
        "from",
        "now",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=7).map(" ".join)), DAYS_OF_ALL_TIMES)
@example("in " + "9" * 70 + " days", TODAY)
@example("9" * 5000, TODAY)
@example("last monday", date.min)
@example("next monday", date.max)
@example("next year", date.max)
@example("last year", date.min)
def test_nothing_typed_fails(text, today):
    """A day is within the calendar that we accept; anything else is a sentence with days within it."""
    found = read_day(text, today)
    if isinstance(found, Day):
        assert EARLIEST <= found.day <= LATEST
    else:
        assert found.message[-1] in ".?"
        assert found.message.isprintable()
        assert all(EARLIEST <= day <= LATEST for day in found.candidates)
        assert all(long_date(day) in found.message or written(day) in found.message for day in found.candidates) or (
            "whole year" in found.message
        )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        (" 2 ", 2),
        ("02", 2),
        ("+2", 2),
        ("two", 2),
        ("Two", 2),
        ("twenty-one", 21),
        ("thirty two", 32),
        ("a dozen", 12),
        ("none", 0),
        ("1,200", 1200),
        ("２", 2),
    ],
)
def test_a_number_is_read(text, number):
    """In figures and in words."""
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "least", "most", "message"),
    [
        ("", 2, 50, "Type one whole number from 2 to 50, such as 2."),
        ("2.5", 2, 50, "Type one whole number from 2 to 50, such as 2."),
        ("1,5", None, None, "Type one whole number, such as 2."),
        ("5 or 6", 3, None, "Type one whole number, 3 or more, such as 3."),
        ("about ten", None, 1, "Type one whole number, 1 or less, such as 1."),
        ("two hundred", 0, 500, "Type one whole number from 0 to 500, such as 2."),
        ("9" * 5000, 0, 500, "Type one whole number from 0 to 500, such as 2."),
        ("²", 3, 5, "2 is outside what is possible here. Type a whole number from 3 to 5."),
        ("-1", 0, None, "-1 is outside what is possible here. Type a whole number, 0 or more."),
        ("\N{MINUS SIGN}1", 0, None, "-1 is outside what is possible here. Type a whole number, 0 or more."),
        ("51", 2, 50, "51 is outside what is possible here. Type a whole number from 2 to 50."),
    ],
)
def test_what_is_not_one_possible_number_is_asked_back(text, least, most, message):
    """With the bounds, and nothing rounded."""
    assert read_number(text, least, most) == Unclear(message)


@given(st.integers(-(10**12), 10**12))
def test_every_number_in_figures_reads_back(number):
    """With and without commas between the thousands."""
    assert read_number(str(number)) == number
    assert read_number(f"{number:,}") == number


@given(st.text())
def test_no_number_typed_fails(text):
    """It is within the bounds, or a question."""
    found = read_number(text, 1, 9)
    assert isinstance(found, Unclear) or 1 <= found <= 9


def test_a_long_date_names_the_weekday():
    """In English, whatever the computer's language."""
    assert long_date(SEPTEMBER) == "Tuesday 1 September 2026"


@pytest.mark.parametrize("text", ["2026/27", "2026-27", "2026/2027"])
def test_an_academic_year_is_asked_back_with_its_first_day(text: str) -> None:
    """A year from September to August is no day, but names one that "yes" accepts."""
    read = read_day(text, date(2026, 6, 1))
    assert isinstance(read, Unclear)
    assert read.candidates == (date(2026, 9, 1),)
    assert "2026/27" in read.message
