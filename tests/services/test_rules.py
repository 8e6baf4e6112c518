"""Conditions in words."""

from __future__ import annotations

import pytest

from guide_tui.model.period import Period, Unit
from guide_tui.model.tree import TODAY, Among, Chosen, Condition, DateTest, NumberTest, Order
from guide_tui.services.rules import condition_words

WEEKS = Period(6, Unit.WEEKS)


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (Among("event", frozenset({"market", "party"})), '"Event" is A private party or A market'),
        (Among("event", frozenset({"party"}), negated=True), '"Event" is not A private party'),
        (Among("gone", frozenset({"b", "a"})), '"gone" is a or b'),
        (
            Chosen("helpers", frozenset({"doors", "stage"}), "any-of"),
            '"Helpers" includes People at the doors or People on the stage',
        ),
        (
            Chosen("helpers", frozenset({"doors", "stage"}), "all-of"),
            '"Helpers" includes all of People at the doors and People on the stage',
        ),
        (
            Chosen("helpers", frozenset({"doors", "stage"}), "none-of"),
            '"Helpers" includes none of People at the doors or People on the stage',
        ),
        (Chosen("helpers", frozenset({"stage"}), "only"), '"Helpers" is only People on the stage'),
        (DateTest("first-day", Order.ON_OR_BEFORE, TODAY), '"Day of the event" is on or before today'),
        (
            DateTest("first-day", Order.BEFORE, TODAY, WEEKS),
            '"Day of the event" is before today plus 6 weeks',
        ),
        (
            DateTest("first-day", Order.ON_OR_AFTER, "other-day", WEEKS, -1),
            '"Day of the event" is on or after "other-day" minus 6 weeks',
        ),
        (NumberTest("guests", 2, 2), '"Guests" is 2'),
        (NumberTest("guests", 2, None), '"Guests" is at least 2'),
        (NumberTest("guests", None, 5), '"Guests" is at most 5'),
        (NumberTest("guests", 2, 5), '"Guests" is from 2 to 5'),
    ],
)
def test_test_in_words(test, words, hall) -> None:
    """Authors read rules as they would say them."""
    assert condition_words(Condition(((test,),)), hall.trees["hire"].questions) == words


def test_all_and_any_are_told_apart(hall) -> None:
    """Tests that must all hold are joined by "and", alternatives by "or"."""
    party, guests = Among("event", frozenset({"party"})), NumberTest("guests", 2, None)
    assert condition_words(Condition(((party, guests), (guests,))), hall.trees["hire"].questions) == (
        '"Event" is A private party, and "Guests" is at least 2; or "Guests" is at least 2'
    )
