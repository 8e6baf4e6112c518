"""When a condition holds."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.period import Period, Unit
from guide_tui.model.tree import Among, Chosen, DateTest, NumberTest, Order
from guide_tui.trees.conditions import bound, holds, target_of
from guide_tui.trees.conditions import test_holds as fulfilled
from tests.trees.building import TODAY, condition, go, tree_of

SIX_WEEKS = Period(6, Unit.WEEKS)
MONTH = Period(1, Unit.MONTHS)


def of(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        (Among("q", of("a", "b")), "a", True),
        (Among("q", of("a", "b")), "c", False),
        (Among("q", of("a"), negated=True), "c", True),
        (Among("q", of("a"), negated=True), "a", False),
        (Among("q", of("not-sure"), negated=True), date(2027, 1, 1), True),
        (Chosen("q", of("a", "b"), "any-of"), ("b", "c"), True),
        (Chosen("q", of("a", "b"), "any-of"), ("c",), False),
        (Chosen("q", of("a", "b"), "any-of"), (), False),
        (Chosen("q", of("a", "b"), "all-of"), ("a", "b", "c"), True),
        (Chosen("q", of("a", "b"), "all-of"), ("a",), False),
        (Chosen("q", of("a", "b"), "none-of"), ("c",), True),
        (Chosen("q", of("a", "b"), "none-of"), (), True),
        (Chosen("q", of("a", "b"), "none-of"), ("a",), False),
        (Chosen("q", of("a", "b"), "only"), ("a",), True),
        (Chosen("q", of("a", "b"), "only"), ("a", "c"), False),
        (Chosen("q", of("a", "b"), "only"), (), False),
        (NumberTest("q", least=2), 2, True),
        (NumberTest("q", least=2), 1, False),
        (NumberTest("q", most=5), 5, True),
        (NumberTest("q", most=5), 6, False),
        (NumberTest("q", 0, 0), 0, True),
        (NumberTest("q", 2, 5), "not-sure", False),
    ],
)
def test_a_test_holds_for_the_responses_it_describes(test, value, expected):
    """Every kind of test holds inside its bounds and nowhere else."""
    assert fulfilled(test, {"q": value}, TODAY) is expected


@pytest.mark.parametrize(
    ("order", "day_before", "same_day", "day_after"),
    [
        (Order.BEFORE, True, False, False),
        (Order.ON_OR_BEFORE, True, True, False),
        (Order.AFTER, False, False, True),
        (Order.ON_OR_AFTER, False, True, True),
    ],
)
def test_days_are_compared_to_the_day(order, day_before, same_day, day_after):
    """ "Six weeks from today" is 17 December when asked on 5 November, and the boundary belongs to one side."""
    test = DateTest("start", order, "today", SIX_WEEKS)
    found = [fulfilled(test, {"start": date(2026, 12, day)}, TODAY) for day in (16, 17, 18)]
    assert found == [day_before, same_day, day_after]


@pytest.mark.parametrize(
    ("period", "sign", "anchor", "expected"),
    [
        (None, 1, date(2027, 9, 6), date(2027, 9, 6)),
        (Period(10, Unit.DAYS), -1, date(2027, 9, 6), date(2027, 8, 27)),
        (SIX_WEEKS, -1, date(2027, 9, 6), date(2027, 7, 26)),
        (MONTH, 1, date(2027, 1, 31), date(2027, 2, 28)),
        (MONTH, -1, date(2028, 3, 30), date(2028, 2, 29)),
        (Period(1, Unit.YEARS), 1, date(2028, 2, 29), date(2029, 2, 28)),
        (Period(1, Unit.YEARS), 1, date.max, date.max),
    ],
)
def test_a_period_moves_the_day_compared_with(period, sign, anchor, expected):
    """Months and years end where the calendar ends them, and never beyond the last day there is."""
    test = DateTest("a", Order.BEFORE, "b", period, sign)
    assert bound(test, {"b": anchor}, TODAY) == expected


@pytest.mark.parametrize(
    "test",
    [
        Among("gone", of("a")),
        Among("gone", of("a"), negated=True),
        Chosen("gone", of("a"), "none-of"),
        NumberTest("gone", most=9),
        DateTest("gone", Order.BEFORE, "today"),
        DateTest("start", Order.BEFORE, "gone"),
        DateTest("start", Order.BEFORE, "unsure"),
        DateTest("unsure", Order.BEFORE, "start"),
    ],
)
def test_what_was_not_asked_or_is_no_day_never_holds(test):
    """A test of a question that is not on the trail never holds, not even "none of" or "not"."""
    assert not fulfilled(test, {"start": date(2027, 1, 1), "unsure": "not-sure"}, TODAY)


def test_all_tests_of_one_alternative_must_hold():
    """A condition is a choice of alternatives, each of which holds as a whole."""
    both_or_c = condition((Among("q", of("a")), Among("p", of("a"))), Among("p", of("c")))
    assert holds(both_or_c, {"q": "a", "p": "a"}, TODAY)
    assert not holds(both_or_c, {"q": "a", "p": "b"}, TODAY)
    assert holds(both_or_c, {"q": "b", "p": "c"}, TODAY)
    assert holds(None, {}, TODAY)


def test_the_first_rule_that_holds_is_taken():
    """Rules are tried in the order written; without a rule that holds there is no way on."""
    ways = (go("first", Among("q", of("a"))), go("second", Among("q", of("a", "b"))))
    assert target_of(ways, {"q": "a"}, TODAY) == "first"
    assert target_of(ways, {"q": "b"}, TODAY) == "second"
    assert target_of(ways, {"q": "c"}, TODAY) is None


def test_conditions_mean_what_the_format_says():
    """A list of mappings is read as alternatives, a mapping as tests that must all hold."""
    tree = tree_of("""
        start: where
        questions:
          where: {ASK, kind: one, options: [a, b, c], next: day}
          day: {ASK, kind: date, next: [
              {when: [{where: a, day: {after: today, on-or-before: today, plus: 6 weeks}}, {where: {not: [a, b]}}],
               go: soon},
              {else: later}]}
        outcomes:
          soon: {SAY}
          later: {SAY}
        """)
    ways = tree.questions["day"].routes
    assert target_of(ways, {"where": "a", "day": date(2026, 12, 17)}, TODAY) == "soon"
    assert target_of(ways, {"where": "a", "day": date(2026, 12, 18)}, TODAY) == "later"
    assert target_of(ways, {"where": "a", "day": TODAY}, TODAY) == "later"
    assert target_of(ways, {"where": "b", "day": date(2026, 12, 1)}, TODAY) == "later"
    assert target_of(ways, {"where": "c", "day": TODAY}, TODAY) == "soon"
