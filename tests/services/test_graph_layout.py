"""Coordinates of a picture."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings

from guide_tui.model.tree import Among, Tree
from guide_tui.services.graph_layout import Layout, arranged
from guide_tui.trees.graph import graph_of
from guide_tui.trees.ranks import Layering, layered
from tests.trees.building import go, question, tree
from tests.trees.strategies import trees

GAP = 22


def laid_out(drawn: Tree) -> tuple[Layering, Layout]:
    """A tree with boxes of sizes that depend on their names."""
    layering = layered(graph_of(drawn))
    sizes = {slot: (6.0 if slot.bend else 40.0 + 7 * len(slot.target), 20.0) for row in layering.rows for slot in row}
    return layering, arranged(layering, sizes, GAP)


@settings(deadline=None)
@given(trees())
def test_nothing_touches(drawn: Tree) -> None:
    """In a row neighbours keep their gap and their order; rows follow one another; everything is in the picture."""
    layering, layout = laid_out(drawn)
    for row in layering.rows:
        for left, right in pairwise(row):
            free = GAP / 2 if left.bend or right.bend else GAP
            assert layout.boxes[right].left - layout.boxes[left].right >= free - 0.01
    for floor, lower in zip(layout.floors, layering.rows[1:], strict=False):
        assert layout.boxes[lower[0]].top > floor
    for box in layout.boxes.values():
        assert box.left >= -0.01
        assert box.right <= layout.width + 0.01
        assert box.bottom <= layout.height + 0.01


def test_a_single_way_is_straight() -> None:
    """Nodes that follow one another without any choice stand exactly under one another."""
    chain = [question(f"q{n}", options="x", routes=[go(f"q{n + 1}" if n < 4 else "end")]) for n in range(5)]
    _, layout = laid_out(tree(*chain))
    assert len({round(box.x, 3) for box in layout.boxes.values()}) == 1


def test_long_lines_are_straight() -> None:
    """The bends of a line past several rows stand under one another where there is room."""
    chain = [
        question(f"q{n}", options="x y", routes=[go("end", Among(f"q{n}", frozenset("x"))), go(f"q{n + 1}")])
        for n in range(5)
    ]
    layering, layout = laid_out(tree(*chain, question("q5", options="x y", routes=[go("end")])))
    bends = [layout.boxes[slot].x for row in layering.rows for slot in row if slot.bend]
    assert len({round(x, 3) for x in bends}) <= 2
