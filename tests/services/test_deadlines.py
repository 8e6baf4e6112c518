"""Days that follow from what a person told us."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.period import Period, Unit
from guide_tui.model.problem import Place
from guide_tui.model.prose import Prose
from guide_tui.model.tree import Due, DueOrder, Kind, Question, Tree
from guide_tui.services.deadlines import deadline, in_academic_year, undated
from guide_tui.services.working_days import Calendar

SIX_WEEKS = Period(6, Unit.WEEKS)
TEN_WORKING_DAYS = Period(10, Unit.WORKING_DAYS)
VISIT = Question("visit", "When is the visit?", "Day of the visit", Prose(), (), Kind.DATE, {}, (), Place("x"))
TREE = Tree("t", "T", "", (), "visit", {"visit": VISIT}, {}, Place("x"))
TODAY = date(2026, 6, 1)


def told(due: Due, day: date | None, nation: str | None = None, today: date = TODAY):
    """The deadline for a visit on ``day``."""
    return deadline(due, TREE, {} if day is None else {"visit": day}, today, Calendar(nation))


@pytest.mark.parametrize(
    ("due", "day", "words"),
    [
        (Due(DueOrder.BEFORE, "visit", SIX_WEEKS), date(2026, 9, 7), "by Monday 27 July 2026"),
        (Due(DueOrder.BEFORE, "visit"), date(2026, 9, 7), "before Monday 7 September 2026"),
        (Due(DueOrder.ON_OR_BEFORE, "visit"), date(2026, 9, 7), "by Monday 7 September 2026"),
        (
            Due(DueOrder.WITHIN, "visit", Period(3, Unit.MONTHS)),
            date(2026, 11, 30),
            "by Sunday 28 February 2027, a day off,",
        ),
        (
            Due(DueOrder.UNTIL, "visit", Period(12, Unit.WEEKS)),
            date(2026, 9, 7),
            "until Monday 30 November 2026 at least",
        ),
        (
            Due(DueOrder.UNTIL, "visit", Period(3, Unit.YEARS)),
            date(2028, 2, 29),
            "until Friday 28 February 2031 at least",
        ),
        (Due(DueOrder.AFTER, "visit", SIX_WEEKS), date(2026, 9, 7), "from Monday 19 October 2026"),
        (Due(DueOrder.AFTER, "visit"), date(2026, 9, 7), "after Monday 7 September 2026"),
    ],
)
def test_a_due_date_is_a_day_once_its_anchor_is_known(due, day, words):
    """Every order gives its own phrase and day."""
    assert told(due, day).words.startswith(words)


def test_working_days_leave_out_the_holidays_of_the_nation_and_the_day_itself():
    """Ten working days before 7 January 2027 in England: New Year's Day, Boxing Day and Christmas are passed over."""
    due = Due(DueOrder.BEFORE, "visit", TEN_WORKING_DAYS)
    counted = told(due, date(2027, 1, 7), "england", date(2026, 11, 1))
    assert counted.day == date(2026, 12, 21)
    assert "New Year's Day" in counted.words


def test_without_a_nation_only_weekends_are_left_out():
    """Bank holidays differ, so none is assumed."""
    due = Due(DueOrder.BEFORE, "visit", TEN_WORKING_DAYS)
    assert told(due, date(2027, 1, 7), None, date(2026, 11, 1)).day == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 1), date(2026, 12, 10)),
        (date(2026, 12, 31), date(2026, 12, 10)),
        (date(2027, 1, 4), date(2026, 12, 10)),
        (date(2027, 8, 31), date(2026, 12, 10)),
        (date(2027, 9, 1), date(2027, 12, 10)),
    ],
)
def test_a_day_of_the_year_belongs_to_the_academic_year_of_the_anchor(day, expected):
    """The academic year runs from September to August."""
    assert in_academic_year((12, 10), day) == expected
    assert told(Due(DueOrder.ON_OR_BEFORE, "visit", None, "10 December", (12, 10)), day).day == expected


def test_a_day_that_a_year_lacks_becomes_the_last_there_is():
    """29 February exists in leap years only."""
    assert in_academic_year((2, 29), date(2026, 10, 1)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(DueOrder.BEFORE, "visit", SIX_WEEKS, "six weeks"), "at least six weeks before the day of the visit"),
        (Due(DueOrder.WITHIN, "visit", SIX_WEEKS, "six weeks"), "within six weeks after the day of the visit"),
        (Due(DueOrder.UNTIL, "visit", SIX_WEEKS, "six weeks"), "until at least six weeks after the day of the visit"),
        (Due(DueOrder.BEFORE, "visit"), "before the day of the visit"),
        (
            Due(DueOrder.ON_OR_BEFORE, "visit", None, "10 December", (12, 10)),
            "by 10 December of the academic year of the day of the visit",
        ),
    ],
)
def test_without_its_anchor_a_due_date_is_words(due, words):
    """What is not known is said, not guessed."""
    assert (undated(due, TREE), told(due, None).day) == (words, None)


def test_a_past_day_is_late_but_a_day_to_keep_until_is_not():
    """Only what had to be done can be late."""
    assert told(Due(DueOrder.BEFORE, "visit", SIX_WEEKS), date(2026, 6, 2)).passed
    assert not told(Due(DueOrder.UNTIL, "visit", SIX_WEEKS), date(2020, 6, 2)).passed


@pytest.mark.parametrize(("visit", "over"), [(date(2026, 4, 19), True), (date(2026, 4, 20), False)])
def test_a_day_to_keep_until_is_over_when_it_has_passed(visit: date, over: bool):
    """On the day itself it is still to be kept."""
    assert told(Due(DueOrder.UNTIL, "visit", SIX_WEEKS), visit).over is over


def test_on_the_day():
    """What happens on a day is on that day: not by it, and missed only when it is over."""
    due = Due(DueOrder.ON_THE_DAY, "visit")
    ahead = told(due, date(2026, 9, 7))
    assert (ahead.words, ahead.side, ahead.passed) == ("on Monday 7 September 2026", "on", False)
    assert not told(due, TODAY).passed
    assert told(due, date(2026, 5, 29)).passed
    assert undated(due, TREE) == "on the day of the visit"


def test_what_is_due_at_once_says_today():
    """A due date that counts from today without a period is today, in so many words."""
    due = Due(DueOrder.ON_OR_BEFORE, "today")
    assert told(due, None).words == "today, Monday 1 June 2026"


@pytest.mark.parametrize(
    ("due", "side"),
    [
        (Due(DueOrder.BEFORE, "visit"), "before"),
        (Due(DueOrder.BEFORE, "visit", SIX_WEEKS), "by"),
        (Due(DueOrder.WITHIN, "visit", SIX_WEEKS), "by"),
        (Due(DueOrder.UNTIL, "visit", SIX_WEEKS), "until"),
        (Due(DueOrder.AFTER, "visit", SIX_WEEKS), "from"),
        (Due(DueOrder.AFTER, "visit"), "after"),
        (Due(DueOrder.ON_OR_BEFORE, "visit", None, "10 December", (12, 10)), "by"),
    ],
)
def test_side_and_distance(due: Due, side: str):
    """A day known says in one word how it counts, and how far it is away; one not known says neither."""
    known = told(due, date(2026, 9, 7))
    assert (known.side, bool(known.away)) == (side, True)
    unknown = told(due, None)
    assert (unknown.side, unknown.away) == ("", "")
