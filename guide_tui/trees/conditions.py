"""Whether conditions hold for what is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from guide_tui.model.case import Value
from guide_tui.model.period import shift
from guide_tui.model.tree import TODAY, Among, Chosen, Condition, DateTest, NumberTest, Order, Route, Test

Known = Mapping[str, Value]
"""The responses on the trail, by question id."""


def holds(condition: Condition | None, known: Known, today: date) -> bool:
    """Whether the condition holds. No condition always holds; a test of a question not in ``known`` never does."""
    if condition is None:
        return True
    return any(all(test_holds(test, known, today) for test in every) for every in condition.any_of)


def test_holds(test: Test, known: Known, today: date) -> bool:
    """Whether one test holds."""
    value = known.get(test.question)
    if value is None:
        return False
    if isinstance(test, Among):
        return (value in test.options) is not test.negated
    if isinstance(test, Chosen):
        return _relates(value, test)
    if isinstance(test, DateTest):
        return _in_order(value, test, known, today)
    return _within(value, test)


def target_of(routes: tuple[Route, ...], known: Known, today: date) -> str | None:
    """The node of the first route whose condition holds, or None where none does."""
    for route in routes:
        if holds(route.when, known, today):
            return route.to
    return None


def bound(test: DateTest, known: Known, today: date) -> date | None:
    """The day that a date test compares with, or None where its anchor is not a known day."""
    anchor = today if test.anchor == TODAY else known.get(test.anchor)
    if not isinstance(anchor, date):
        return None
    return shift(anchor, test.period, test.sign) if test.period else anchor


def _relates(value: Value, test: Chosen) -> bool:
    chosen = {value} if isinstance(value, str) else set(value) if isinstance(value, tuple) else set()
    if test.how == "any-of":
        return bool(chosen & test.options)
    if test.how == "all-of":
        return test.options <= chosen
    if test.how == "none-of":
        return not chosen & test.options
    return bool(chosen) and chosen <= test.options


def _in_order(value: Value, test: DateTest, known: Known, today: date) -> bool:
    limit = bound(test, known, today)
    if limit is None or not isinstance(value, date):
        return False
    if test.order is Order.BEFORE:
        return value < limit
    if test.order is Order.ON_OR_BEFORE:
        return value <= limit
    if test.order is Order.AFTER:
        return value > limit
    return value >= limit


def _within(value: Value, test: NumberTest) -> bool:
    if not isinstance(value, int):
        return False
    return (test.least is None or value >= test.least) and (test.most is None or value <= test.most)
