"""The states that a tree can tell apart."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.tree import Among, Chosen, DateTest, Kind, Order
from guide_tui.trees import space as space_module
from guide_tui.trees.space import Space, State, TooManyStates, bottom_up, every_condition, read_tests, targets
from guide_tui.trees.walks import last_first
from tests.trees.building import TODAY, condition, go, outcome, question, tree, tree_of

REMEMBERS = """
    start: colour
    questions:
      colour: {ASK, kind: one, options: [red, blue, green], next: size}
      size: {ASK, kind: one, options: [small, large], next: shape}
      shape: {ASK, kind: yes-no, next: [{when: {colour: red, shape: yes}, go: stop}, {else: fine}]}
    outcomes:
      stop: {SAY}
      fine: {SAY}
    """


def states(space: Space) -> list[State]:
    return last_first(space.start, lambda state: [move.to for move in space.moves(state)])


def test_people_whose_answers_no_later_rule_tells_apart_are_in_the_same_state():
    """Blue and green lead to the same state, red to another; the size is forgotten at once."""
    space = Space(tree_of(REMEMBERS), TODAY)
    first = space.moves(space.start)
    assert [move.values for move in first] == [("red",), ("blue", "green")]
    second = {move.to for each in first for move in space.moves(each.to)}
    assert second == {State("shape", (("colour", "red"),)), State("shape", (("colour", "blue"),))}


def test_states_grow_with_what_is_read_later_not_with_all_answers():
    """Twenty questions that nobody looks back to have twenty states and an end, not a million."""
    nodes = [question(f"q{n}", Kind.YES_NO, "yes no", [go(f"q{n + 1}")]) for n in range(20)]
    space = Space(tree(*nodes, question("q20", Kind.TEXT, "", [go("end")])), TODAY)
    assert len(states(space)) == 22


def test_days_are_told_apart_only_by_the_rules_that_read_them():
    """Of all days, the rule of six weeks leaves two: before the boundary, and from it on."""
    space = Space(
        tree(
            question("day", Kind.DATE, "", [go("next")]),
            question("next", Kind.TEXT, "", [go("late", DateTest("day", Order.BEFORE, "today")), go("fine")]),
        ),
        TODAY,
    )
    assert len({move.to for move in space.moves(space.start)}) == 2


def test_an_outcomes_conditions_count_only_when_watched():
    """Notes do not multiply the states, unless somebody wants to see them."""
    seen = condition(Among("a", frozenset({"yes"})))
    small = tree(question("a", Kind.YES_NO, "yes no", [go("end")]), outcome("end", seen))
    assert len(states(Space(small, TODAY))) == 2
    assert len(states(Space(small, TODAY, every_condition(small)))) == 3


def test_the_trail_passes_the_states_of_the_responses():
    """Each response stands with the state in which it was given; where none is given, the trail ends."""
    space = Space(tree_of(REMEMBERS), TODAY)
    passed = space.trail({"colour": "green", "size": "small", "other": "x"})
    assert [(state.node, value) for state, value in passed] == [("colour", "green"), ("size", "small")]
    assert space.after(*passed[-1]).node == "shape"


def test_where_no_rule_holds_the_state_has_no_node():
    """A person who is stranded is nowhere, and there are no moves from there."""
    space = Space(tree(question("a", Kind.YES_NO, "yes no", [go("end", Among("a", frozenset({"yes"})))])), TODAY)
    assert space.after(space.start, "no") == State("")
    assert space.moves(State("")) == ()


def test_a_day_compared_with_another_answer_is_remembered_exactly():
    """If teaching must come after recruiting, every single day of recruiting matters."""
    space = Space(
        tree(
            question("recruiting", Kind.DATE, "", [go("teaching")]),
            question(
                "teaching", Kind.DATE, "", [go("bad", DateTest("teaching", Order.BEFORE, "recruiting")), go("ok")]
            ),
        ),
        TODAY,
    )
    day = date(2031, 5, 4)
    assert space.after(space.start, day) == State("teaching", (("recruiting", day),))


def test_a_walk_that_would_take_too_long_is_given_up(monkeypatch):
    """A contrived tree cannot hold up the program: beyond a number of states the walk says so."""
    read = [Among(f"q{n}", frozenset({"yes"})) for n in range(9)]
    nodes = [question(f"q{n}", Kind.YES_NO, "yes no", [go(f"q{n + 1}")]) for n in range(9)]
    last = question("q9", Kind.TEXT, "", [go("all", tuple(read)), *(go(f"o{n}", each) for n, each in enumerate(read)),
                                          go("none")])  # fmt: skip
    wide = tree(*nodes, last)
    assert len(states(Space(wide, TODAY))) > 1000
    monkeypatch.setattr(space_module, "MOST_STATES", 500)
    with pytest.raises(TooManyStates):
        states(Space(wide, TODAY))


@pytest.mark.parametrize("limit", ["MOST_STATES", "MOST_STEPS", "MOST_READ"])
def test_answers_lead_on_in_a_tree_too_large_to_walk(limit, monkeypatch):
    """Whichever limit is met, a walk is given up and the trail of given answers is exact all the same."""
    monkeypatch.setattr(space_module, limit, 1)
    space = Space(tree_of(REMEMBERS), TODAY)
    given = {"colour": "red", "size": "large", "shape": "yes"}
    assert [(state.node, value) for state, value in space.trail(given)] == list(given.items())
    last, value = space.trail(given)[-1]
    assert space.after(last, value).node == "stop"
    with pytest.raises(TooManyStates):
        states(space)


def test_comparisons_are_counted_before_they_are_made():
    """Few states can cost very much; twenty questions of forty options that thirty rules compare are given up."""
    names = [f"o{n}" for n in range(40)]
    nodes = [question(f"q{n}", Kind.ONE, " ".join(names), [go(f"q{n + 1}")]) for n in range(20)]
    rules = [tuple(Among(f"q{n}", frozenset({names[n * k % 40]})) for n in range(20)) for k in range(30)]
    last = question("q20", Kind.TEXT, "", [*(go("some", rule) for rule in rules), go("none")])
    space = Space(tree(*nodes, last), TODAY)
    with pytest.raises(TooManyStates):
        states(space)
    assert space.steps < 2 * space_module.MOST_STEPS


def test_a_long_chain_of_rules_is_not_listed_at_every_node():
    """Of thousands of questions with rules of their own, each would list those of all that follow."""
    is_yes = [Among(f"q{n}", frozenset({"yes"})) for n in range(2000)]
    nodes = [question(f"q{n}", Kind.YES_NO, "yes no", [go(f"q{n + 1}", is_yes[n]), go("end")]) for n in range(2000)]
    chain = tree(*nodes, question("q2000", Kind.TEXT, "", [go("end")]))
    with pytest.raises(TooManyStates):
        read_tests(chain, {})


def test_what_is_read_is_known_from_every_node_on():
    """At a node only the tests of that node and of later ones count, under every question that they read."""
    before = DateTest("b", Order.BEFORE, "a")
    small = tree(
        question("a", Kind.DATE, "", [go("b")]),
        question("b", Kind.DATE, "", [go("c", before), go("end")]),
        question("c", Kind.MANY, "x y", [go("end", Chosen("c", frozenset({"x"}), "only")), go("other")]),
    )
    read = read_tests(small, {})
    assert read["a"]["a"] == (before,)
    assert read["b"].keys() == {"a", "b", "c"}
    assert read["c"].keys() == {"c"}
    assert read["end"] == {}


def test_nodes_come_after_everything_they_lead_to():
    """Ordered bottom up, no node stands before one that it leads to; what is not linked is left out."""
    small = tree(
        question("a", Kind.YES_NO, "yes no", [go("c", Among("a", frozenset({"yes"}))), go("b")]),
        question("b", Kind.TEXT, "", [go("c")]),
        question("c", Kind.TEXT, "", [go("end")]),
        question("island", Kind.TEXT, "", [go("end")]),
    )
    assert bottom_up(small) == ["end", "c", "b", "a"]
    assert list(targets(small, "a")) == ["c", "b"]
    assert list(targets(small, "end")) == []
