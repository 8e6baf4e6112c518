"""Responses that stand for all others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from guide_tui.model.period import Period, Unit
from guide_tui.model.tree import Chosen, DateTest, Kind, NumberTest, Order
from guide_tui.trees.candidates import MOST_COMBINED, MOST_EDGES, TooManyStates, candidates
from guide_tui.trees.conditions import test_holds as fulfilled
from guide_tui.trees.responses import accept
from tests.trees.building import TODAY, question


def any_of(*names: str) -> Chosen:
    return Chosen("q", frozenset(names), "any-of")


@pytest.mark.parametrize(
    ("asked", "tests", "expected"),
    [
        (question("q", Kind.ONE, "a b"), (), ("a", "b")),
        (question("q", Kind.YES_NO, "yes no not-sure"), (), ("yes", "no", "not-sure")),
        (question("q", Kind.TEXT, "not-sure"), (), ("…", "not-sure")),
        (question("q", Kind.DATE, "not-sure"), (), (TODAY, "not-sure")),
        (question("q", Kind.NUMBER), (NumberTest("q", least=4),), (-1, 0, 1, 2, 3, 4, 5)),
        (question("q", Kind.NUMBER, least=1, most=9), (NumberTest("q", 4, 4),), (1, 2, 3, 4, 5, 8, 9)),
        (question("q", Kind.MANY, "a b c"), (), ((), ("a",))),
        (question("q", Kind.MANY, "a b c"), (any_of("b"),), ((), ("a",), ("b",), ("a", "b"))),
        (question("q", Kind.MANY, "a b none", least=1), (any_of("a"),), (("a",), ("b",), ("a", "b"), ("none",))),
    ],
)
def test_responses_that_rules_tell_apart_are_all_there(asked, tests, expected):
    """Every option, one number on either side of a bound, and of options that no rule names one for all."""
    assert candidates(asked, {}, tests, TODAY) == expected


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (2, None, (("a", "b"), ("b", "c"))),
        (3, None, (("a", "b", "c"), ("b", "c", "d"))),
        (4, 4, (("a", "b", "c", "d"),)),
        (None, 1, ((), ("a",), ("b",))),
    ],
)
def test_as_many_options_are_chosen_as_the_question_asks_for(least, most, expected):
    """Where at least so many options are needed, those that no rule names make up the number."""
    asked = question("q", Kind.MANY, "a b c d", least=least, most=most)
    found = candidates(asked, {}, (any_of("a"),), TODAY)
    assert found == expected
    assert all(accept(asked, each) == each for each in found)


def test_options_in_the_same_rules_are_counted_not_combined():
    """Thirty options of two rules need not be combined in a thousand million ways to be told apart."""
    names = [f"o{number}" for number in range(30)]
    asked = question("q", Kind.MANY, " ".join(names))
    tests = (
        Chosen("q", frozenset(names[:20]), "any-of"),
        Chosen("q", frozenset(names[10:]), "all-of"),
        Chosen("q", frozenset(names[:20]), "only"),
    )
    found = candidates(asked, {}, tests, TODAY)
    truths = {tuple(fulfilled(test, {"q": value}, TODAY) for test in tests) for value in found}
    assert truths == {
        (False, False, False),
        (True, False, False),
        (True, False, True),
        (True, True, False),
    }
    assert len(found) <= 11**3


def test_too_many_sets_are_refused_rather_than_guessed():
    """Where every option has a rule of its own and there are too many, the walk is given up as a whole."""
    names = [f"o{number}" for number in range(MOST_COMBINED + 4)]
    asked = question("q", Kind.MANY, " ".join(names))
    with pytest.raises(TooManyStates):
        candidates(asked, {}, [any_of(name) for name in names], TODAY)


def test_both_sides_of_a_day_are_tried():
    """The day named by a rule is a candidate, with the days before and after it."""
    test = DateTest("q", Order.BEFORE, "today", Period(6, Unit.WEEKS))
    limit = date(2026, 12, 17)
    found = candidates(question("q", Kind.DATE), {}, (test,), TODAY)
    assert {limit - timedelta(1), limit, limit + timedelta(1)} <= set(found)


def test_a_boundary_is_inherited_by_the_day_compared_with():
    """If teaching may not start before tomorrow, and recruiting comes before teaching, tomorrow matters to both."""
    tests = (
        DateTest("recruiting", Order.BEFORE, "teaching"),
        DateTest("teaching", Order.AFTER, "today", Period(10, Unit.DAYS)),
    )
    found = candidates(question("recruiting", Kind.DATE), {}, tests, TODAY)
    assert TODAY + timedelta(10) in found


@pytest.mark.parametrize(
    ("known", "sign", "last_true"),
    [
        (date(2027, 2, 28), 1, date(2027, 1, 31)),
        (date(2028, 2, 29), 1, date(2028, 1, 31)),
        (date(2027, 2, 28), -1, date(2027, 3, 31)),
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
    ],
)
def test_months_of_unequal_length_leave_no_gap(known, sign, last_true):
    """One month after 28, 29, 30 and 31 January is the same day, so the boundary is 31 January."""
    test = DateTest("known", Order.ON_OR_AFTER, "q", Period(1, Unit.MONTHS), sign)
    found = candidates(question("q", Kind.DATE), {"known": known}, (test,), TODAY)
    assert {last_true, last_true + timedelta(1)} <= set(found)
    truths = {fulfilled(test, {"known": known, "q": day}, TODAY) for day in found}
    assert truths == {True, False}


def test_two_days_compared_in_several_ways_have_few_boundaries():
    """A boundary travels from day to day once; it does not echo to and fro until there are too many to try."""
    tests = [
        DateTest("q", Order.BEFORE, "today"),
        DateTest("other", Order.BEFORE, "today", Period(3, Unit.DAYS)),
        *(DateTest("q", Order.BEFORE, "other", Period(days, Unit.DAYS)) for days in (0, 7, 10, 42)),
    ]
    found = candidates(question("q", Kind.DATE), {}, tests, TODAY)
    boundaries = (0, 3, 10, 13, 45)
    assert found == tuple(
        sorted({TODAY + timedelta(boundary + step) for boundary in boundaries for step in range(-3, 4)})
    )


def test_too_many_boundaries_are_refused_rather_than_dropped():
    """A day with more boundaries than can be tried is not judged by some of them."""
    tests = [DateTest("q", Order.BEFORE, "today", Period(10 * number, Unit.DAYS)) for number in range(MOST_EDGES + 1)]
    with pytest.raises(TooManyStates):
        candidates(question("q", Kind.DATE), {}, tests, TODAY)


def test_the_ends_of_the_calendar_are_no_obstacle():
    """On the last day of all there is no day after it to try."""
    test = DateTest("q", Order.AFTER, "today", Period(9999, Unit.YEARS))
    assert max(candidates(question("q", Kind.DATE), {}, (test,), TODAY)) == date.max


def test_days_all_compared_with_one_another_are_given_up():
    """Of twelve days that are each compared with every other, boundaries would travel along millions of ways."""
    names = [f"d{n}" for n in range(12)]
    every = [
        DateTest(a, Order.BEFORE, b, Period(n + 1, Unit.DAYS)) for a in names for n, b in enumerate(names) if a != b
    ]
    with pytest.raises(TooManyStates):
        candidates(question("d0", Kind.DATE), {}, every, TODAY)


def test_a_long_chain_of_days_is_given_up():
    """A thousand days, each compared with the next, end the walk and not the program."""
    chain = [DateTest(f"d{n}", Order.BEFORE, f"d{n + 1}") for n in range(1000)]
    with pytest.raises(TooManyStates):
        candidates(question("d0", Kind.DATE), {}, chain, TODAY)
