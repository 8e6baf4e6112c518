"""A tree as an outline."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from guide_tui.services.outline import map_lines, outlined
from guide_tui.trees.graph import graph_of, progress
from guide_tui.trees.space import Space
from tests.services.plainness import assert_plain
from tests.trees.strategies import Situation, situations


@settings(deadline=None)
@given(situations())
def test_every_node_has_one_home(situation: Situation) -> None:
    """Every question stands once with its answers under it; the path has no gap; rows hang under their source."""
    graph = graph_of(situation.tree)
    half = dict(list(situation.answers.items())[: len(situation.answers) // 2])
    lit = progress(Space(situation.tree, situation.today), half)
    for told in (None, lit):
        outline = outlined(graph, told)
        assert set(outline.home) == set(graph.nodes)
        at_home = [row.node for row in outline.rows if row.node in situation.tree.questions and not row.again]
        assert sorted(at_home) == sorted(node for node in graph.nodes if node in situation.tree.questions)
        assert len([row for row in outline.rows if row.edge]) == len(graph.edges)
        for row in outline.rows[1:]:
            assert row.edge is not None
            assert outline.rows[row.parent].node == row.edge.source
            assert outline.rows[row.parent].depth == row.depth - 1
    assert tuple(row.node for row in outline.rows if outline.lit(row)) == lit.path
    assert [row.node for row in outline.rows if outline.here(row)] == [lit.here]


@settings(deadline=None)
@given(situations())
def test_what_can_still_come_stands_where_one_would_come_to_it(situation: Situation) -> None:
    """A question that is not ruled out stands under an answer that is not ruled out either."""
    half = dict(list(situation.answers.items())[: len(situation.answers) // 2])
    outline = outlined(graph_of(situation.tree), progress(Space(situation.tree, situation.today), half))
    for place in outline.home.values():
        row = outline.rows[place]
        assert outline.gone(row) or not outline.closed(row)


def test_lines_say_everything_in_words(hall) -> None:
    """Questions are numbered and referred to by number; outcomes say their tone; the place of the person is told."""
    tree = hall.trees["hire"]
    lit = progress(Space(tree, date(2026, 6, 1)), {"event": "concert"})
    lines = map_lines(outlined(graph_of(tree), lit), 100)
    text = "\n".join(lines)
    assert_plain(lines, 100)
    assert "Your path: 1. Event; 2. Helpers. The last one is where you are." in text
    assert "Question 1: What will you do in the hall? [Step 1 of your path]" in text
    assert "[Step 2 of your path: you are here]" in text
    assert "outcome, ruled out: " in text
    assert not set("│├└●○→✓") & set(text)


@settings(deadline=None, max_examples=30)
@given(situations())
def test_lines_are_plain_at_every_width(situation: Situation) -> None:
    """However deep a tree is, lines fit a narrow terminal."""
    outline = outlined(graph_of(situation.tree))
    for width in (40, 80):
        assert_plain(map_lines(outline, width), width)
