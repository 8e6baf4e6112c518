"""Rows of a picture: what stands where, and that few lines cross."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings

from guide_tui.model.tree import Among, Tree
from guide_tui.trees.graph import graph_of
from guide_tui.trees.ranks import Layering, Slot, layered
from tests.trees.building import go, question, tree
from tests.trees.strategies import trees


def forked() -> Tree:
    """Two questions whose outcomes would cross in the order written."""
    return tree(
        question("a", options="x y", routes=[go("b", Among("a", frozenset({"x"}))), go("c")]),
        question("b", options="x y", routes=[go("right", Among("b", frozenset({"x"}))), go("middle")]),
        question("c", options="x y", routes=[go("left", Among("c", frozenset({"x"}))), go("middle")]),
    )


def counted(layering: Layering) -> int:
    """The crossings, each pair of links looked at."""
    place = {slot: number for row in layering.rows for number, slot in enumerate(row)}
    crossed = 0
    for (upper, lower), (other, below) in combinations(layering.links, 2):
        if upper.row == other.row:
            crossed += (place[upper] - place[other]) * (place[lower] - place[below]) < 0
    return crossed


def test_lines_are_put_so_that_they_do_not_cross() -> None:
    """Outcomes stand in the order that crosses no line, whatever the order they were written in."""
    layering = layered(graph_of(forked()))
    assert layering.crossings == 0
    assert [slot.target for slot in layering.rows[4]] in (["right", "middle", "left"], ["left", "middle", "right"])


def test_lines_to_the_same_node_run_together() -> None:
    """Every row has one bend at most for each node that lines lead to past it."""
    exits = [
        question(f"q{n}", options="x y", routes=[go("end", Among(f"q{n}", frozenset({"x"}))), go(f"q{n + 1}")])
        for n in range(4)
    ]
    layering = layered(graph_of(tree(*exits, question("q4", options="x", routes=[go("end")]))))
    bends = [slot for row in layering.rows for slot in row if slot.bend]
    assert len(bends) == len(set(bends)) == 8
    assert {slot.target for slot in bends} == {"end"}


@settings(deadline=None)
@given(trees())
def test_rows_hold_together(drawn: Tree) -> None:
    """Every node and edge has its place once; links go one row down; the count of crossings is right."""
    graph = graph_of(drawn)
    layering = layered(graph)
    slots = [slot for row in layering.rows for slot in row]
    assert len(slots) == len(set(slots))
    assert all(slot.row == number for number, row in enumerate(layering.rows) for slot in row)
    assert {slot.target for slot in slots if not slot.source and not slot.bend} == set(graph.nodes)
    assert all(lower.row == upper.row + 1 for upper, lower in layering.links)
    for edge in graph.edges:
        line = layering.line(edge, 2 * graph.ranks[edge.source], 2 * graph.ranks[edge.target])
        assert line[0] == Slot(2 * graph.ranks[edge.source], edge.source)
        assert line[-1] == Slot(2 * graph.ranks[edge.target], edge.target)
        assert set(pairwise(line)) <= set(layering.links)
    assert layering.crossings == counted(layering)
    assert layered(graph) == layering


def test_the_longest_lines_of_a_huge_tree_are_left_out() -> None:
    """With room for few bends, long edges end at their words, and short ones keep their lines."""
    chain = [
        question(f"q{n}", options="x y", routes=[go("end", Among(f"q{n}", frozenset({"x"}))), go(f"q{n + 1}")])
        for n in range(20)
    ]
    graph = graph_of(tree(*chain, question("q20", options="x", routes=[go("end")])))
    layering = layered(graph, most_bends=6)
    assert layering.left_out == {(f"q{n}", "end") for n in range(17)}
    assert sum(slot.bend for row in layering.rows for slot in row) <= 6
    edge = graph.edge("q0", "end")
    assert layering.line(edge, 0, 42) == [Slot(0, "q0"), Slot(1, "end", "q0")]
