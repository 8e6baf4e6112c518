"""What a question knows of its own ways on, and what an outcome says."""

from __future__ import annotations

import pytest

from guide_tui.model.tree import Among, Kind
from tests.trees.building import condition, go, outcome, question


def of(name: str, *options: str, negated: bool = False) -> Among:
    return Among(name, frozenset(options), negated)


@pytest.mark.parametrize(
    ("routes", "jumps"),
    [
        ([go("end")], {"a": "end", "b": "end", "c": "end"}),
        ([go("x", of("q", "a")), go("y", of("q", "a", "b"))], {"a": "x", "b": "y"}),
        ([go("x", of("q", "a", negated=True)), go("y")], {"a": "y", "b": "x", "c": "x"}),
        ([go("x", of("before", "z")), go("y")], {}),
        ([go("x", (of("q", "a"), of("before", "z"))), go("y")], {"b": "y", "c": "y"}),
        ([go("x", (of("q", "a"), of("before", "z")), of("q", "b")), go("y")], {"b": "x", "c": "y"}),
        ([go("x", of("before", "z"), of("q", "a")), go("y")], {"a": "x"}),
        ([go("x", of("q", "a")), go("y", of("before", "z")), go("z")], {"a": "x"}),
    ],
)
def test_options_whose_way_depends_on_nothing_else_are_known(routes, jumps):
    """An option leads somewhere for sure only where no rule tried before reads another answer."""
    assert question("q", Kind.ONE, "a b c", routes).jumps == jumps


@pytest.mark.parametrize("kind", [Kind.MANY, Kind.DATE, Kind.NUMBER, Kind.TEXT])
def test_only_choices_have_sure_ways(kind):
    """What is not one option of several is left to the rules."""
    assert question("q", kind, "a", [go("end")]).jumps == {}


def test_every_test_of_a_condition_is_told_in_order():
    """Whoever looks for what a condition reads finds all of it."""
    both = condition((of("a", "x"), of("b", "x")), of("c", "x"))
    assert [test.question for test in both.tests] == ["a", "b", "c"]


def test_the_conditions_of_an_outcome_are_those_of_its_parts():
    """Notes without a condition are parts, but decide nothing."""
    when = condition(of("a", "x"))
    assert list(outcome("end", when).conditions) == [when]
    assert [part.when for part in outcome("end", when).parts] == [when]
    assert list(outcome("end").conditions) == []
