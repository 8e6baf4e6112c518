"""The graph of a tree: what leads along its edges, how far a person has come, and how one would come to a node."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from guide_tui.model.tree import CHOICES, Among, Chosen, Kind, NumberTest, Question, Tree
from guide_tui.trees.conditions import holds
from guide_tui.trees.graph import OPEN, Graph, graph_of, progress, way_to
from guide_tui.trees.narrow import prospect
from guide_tui.trees.replay import resolve
from guide_tui.trees.space import Space
from tests.trees.building import TODAY, condition, go, question, tree, tree_of
from tests.trees.strategies import Situation, situations


def told(graph: Graph, source: str) -> dict[str, list[tuple[str, int]]]:
    """By target, the ways from a node: their answers ("?" where more decides), and the turn of their rule."""
    return {
        edge.target: [
            (" ".join(each or "*" for each in way.answers) + "?" * bool(way.when), way.place) for way in edge.ways
        ]
        for edge in graph.out[source]
    }


def test_answers_that_lead_the_same_way_share_an_edge() -> None:
    """Two options with the same target are one edge with both answers; edges come in the order of the rules."""
    graph = graph_of(
        tree_of("""
            start: a
            questions:
              a: {ASK, kind: one, options: [x, y, z], next: {x: one, y: two, else: one}}
            outcomes: {one: {SAY}, two: {SAY}}
        """)
    )
    assert told(graph, "a") == {"one": [("x z", 0)], "two": [("y", 0)]}
    assert graph.nodes[0] == "a"
    assert graph.ranks == {"a": 0, "one": 1, "two": 1}


def test_rules_that_test_other_answers_stay_on_the_edge() -> None:
    """What depends on an earlier answer keeps its condition, in its turn; the question's own test is decided."""
    of_a, p = Among("a", frozenset({"x"})), Among("b", frozenset({"p"}))
    graph = graph_of(
        tree(
            question("a", options="x y", routes=[go("b")]),
            question("b", options="p q", routes=[go("one", (p, of_a)), go("two", p), go("two")]),
        )
    )
    assert told(graph, "b") == {"one": [("p?", 0)], "two": [("p", 1), ("q", 0)]}
    one, two = graph.edge("b", "one"), graph.edge("b", "two")
    assert one is not None
    assert two is not None
    assert one.ways[0].when == condition((of_a,))
    assert one.ways[0].rules == 1
    assert [way.certain for way in two.ways] == [False, True]
    assert graph.edge("b", "three") is None


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        pytest.param(
            question("a", Kind.NUMBER, "not-sure", [go("one", NumberTest("a", most=5)), go("two")]),
            {"one": [("*?", 0)], "two": [("not-sure", 0), ("*", 1)]},
            id="no number satisfies an option, and no option a number test",
        ),
        pytest.param(
            question(
                "a", Kind.NUMBER, "not-sure", [go("one", Among("a", frozenset({"not-sure"}), negated=True)), go("two")]
            ),
            {"one": [("*", 0)], "two": [("not-sure", 0)]},
            id="any number is not the option",
        ),
        pytest.param(
            question("a", Kind.MANY, "x y", [go("one", Chosen("a", frozenset({"x"}), "any-of")), go("two")]),
            {"one": [("*?", 0)], "two": [("*", 1)]},
            id="a set is told by what it includes",
        ),
        pytest.param(
            question("a", options="x y", routes=[go("one", Among("later", frozenset({"x"}))), go("two")]),
            {"two": [("x y", 0)]},
            id="what was never asked holds nothing, so that rule makes no edge",
        ),
        pytest.param(
            question("a", options="x y", routes=[go("one", Among("a", frozenset({"x"}))), go("one")]),
            {"one": [("x y", 0)]},
            id="a rule that leads where the next one leads is none",
        ),
    ],
)
def test_ways(asked: Question, ways: dict[str, list[tuple[str, int]]]) -> None:
    """Each kind of question divides its answers as replay does."""
    assert told(graph_of(tree(asked)), "a") == ways


def answer_of(asked: Question, value: object) -> str:
    """The name under which ways know an answer."""
    if asked.kind is not Kind.MANY and isinstance(value, str) and value in asked.options:
        return value
    assert asked.kind not in CHOICES
    return OPEN


@settings(deadline=None)
@given(situations())
def test_edges_are_true(situation: Situation) -> None:
    """Wherever replay goes from a question, the edge to there says so, and no other edge claims the same answers."""
    graph = graph_of(situation.tree)
    position = resolve(situation.tree, situation.answers, situation.today)
    path = [*position.known, position.node]
    for source, target in pairwise(path):
        asked = situation.tree.questions[source]
        known = {name: position.known[name] for name in path[: path.index(source) + 1]}
        answer = answer_of(asked, known[source])
        rules = sorted(
            (way.place, edge.target)
            for edge in graph.out[source]
            for way in edge.ways
            if answer in way.answers and holds(way.when, known, situation.today)
        )
        assert rules[0][1] == target


@settings(deadline=None)
@given(situations())
def test_progress_agrees_with_narrowing(situation: Situation) -> None:
    """The path is the trail; the outcomes ahead are those still possible, and all of it is joined by ways."""
    space = Space(situation.tree, situation.today)
    half = dict(list(situation.answers.items())[: len(situation.answers) // 2])
    found = progress(space, half)
    position = resolve(situation.tree, half, situation.today)
    assert found.path == (*position.known, position.node)
    assert found.here == position.node
    assert found.ahead & situation.tree.outcomes.keys() == prospect(space, half).outcomes
    assert {node for way in found.ways for node in way} | {found.path[0]} == found.ahead
    assert all(found.passes(*step) for step in pairwise(found.path))


@settings(deadline=None)
@given(situations(most=8, most_dates=1))
def test_a_way_leads_to_its_node(situation: Situation) -> None:
    """Giving the answers of a way, one comes past its node; to where one stands, the answers stay as they are."""
    space = Space(situation.tree, situation.today)
    here = resolve(situation.tree, situation.answers, situation.today)
    for node in graph_of(situation.tree).nodes:
        way = way_to(space, node, situation.answers)
        if way is not None:
            after = resolve(situation.tree, {name: values[0] for name, values in way}, situation.today)
            assert after.node == node
    assert way_to(space, here.node, situation.answers) == tuple((name, (value,)) for name, value in here.known.items())


def two_ways() -> Tree:
    """An outcome that one reaches by "not sure" at once, or surely by two questions."""
    return tree(
        question("a", options="x y not-sure", routes=[go("b", Among("a", frozenset({"x"}))), go("end")]),
        question("b", options="p q", routes=[go("end", Among("b", frozenset({"p"}))), go("other")]),
    )


@pytest.mark.parametrize(
    ("given_before", "node", "way"),
    [
        ({}, "end", (("a", ("y",)),)),
        ({"a": "x"}, "end", (("a", ("x",)), ("b", ("p",)))),
        ({"a": "x", "b": "q"}, "end", (("a", ("y",)),)),
        ({"a": "y"}, "other", (("a", ("x",)), ("b", ("q",)))),
        ({}, "a", ()),
        ({}, "nowhere", None),
    ],
)
def test_a_way_changes_as_little_as_can_be(given_before: dict, node: str, way: object) -> None:
    """Given answers are kept where they can be, "not sure" is not advised, and short ways come first."""
    assert way_to(Space(two_ways(), TODAY), node, given_before) == way


def test_a_tree_too_large_to_walk_still_tells_progress() -> None:
    """Where situations are too many, the links alone say what may come; no way is told."""
    asked = [question(f"q{n}", Kind.DATE, routes=[go(f"q{n + 1}" if n < 40 else "end")]) for n in range(41)]
    space = Space(tree(*asked), TODAY)
    space.steps = 10**9
    found = progress(space, {"q0": TODAY})
    assert found.path == ("q0", "q1")
    assert "end" in found.ahead
    assert ("q1", "q2") in found.ways
    assert way_to(space, "end", {}) is None
