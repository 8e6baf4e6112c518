"""A tree as an outline: every question once, with what each of its answers leads to under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from guide_tui.model.tree import Tree
from guide_tui.services.graph_words import TURNS, EdgeWords, edge_words, in_turn, short_name
from guide_tui.services.layout import WIDTH, heading, paragraph
from guide_tui.services.wording import TONES
from guide_tui.trees.graph import Edge, Graph, Progress

DEEPEST = 12
"""Levels by which lines are indented at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an outline: a node, reached by an edge."""

    node: str
    edge: Edge | None
    """What leads here; None for the start."""

    depth: int
    last: bool
    """Whether it is the last of its siblings."""

    parent: int
    """The place of the row above which it hangs; -1 for the start."""

    again: bool
    """A question that stands elsewhere with what follows from it; there, not here, it can be unfolded."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A graph as rows, each under the one that leads to it."""

    graph: Graph
    progress: Progress | None
    rows: tuple[Row, ...]
    home: Mapping[str, int]
    """By node, the row that shows it: of a question, with what follows from it; of an outcome, on the path where it can
    be, and else the first one."""

    words: Mapping[tuple[str, str], EdgeWords]

    @property
    def tree(self) -> Tree:
        """Whose outline it is."""
        return self.graph.tree

    def lit(self, row: Row) -> bool:
        """Whether the person's path goes through this row."""
        if self.progress is None:
            return False
        if row.edge is None:
            return True
        return self.progress.passes(row.edge.source, row.edge.target)

    def gone(self, row: Row) -> bool:
        """Whether the person can no longer come here."""
        return self.progress is not None and row.node not in self.progress.ahead

    def closed(self, row: Row) -> bool:
        """Whether the person can no longer come here by this edge, though perhaps by another."""
        if self.progress is None or row.edge is None:
            return False
        return (row.edge.source, row.edge.target) not in self.progress.ways

    def here(self, row: Row) -> bool:
        """Whether the person stands here."""
        return self.progress is not None and row.node == self.progress.here and self.lit(row)

    def answers(self, row: Row) -> str:
        """The answers that lead to a row, in short."""
        return " or ".join(map(str, self.words[row.edge.source, row.edge.target].short)) if row.edge else ""

    def said_in_full(self, row: Row) -> str:
        """The answers that lead to a row, all of them."""
        return "; or ".join(self.words[row.edge.source, row.edge.target].full) if row.edge else ""


def outlined(graph: Graph, progress: Progress | None = None) -> Outline:
    """The outline of a graph.

    A question stands where the path comes to it, or where it can still come up first, or else where it first comes up.
    """
    ways = _ways_in(progress) if progress else {}
    rows: list[Row] = []
    first: dict[str, int] = {}
    home: dict[str, int] = {}
    pending = [Row(graph.tree.start, None, 0, True, -1, False)]
    while pending:
        row = pending.pop()
        number = len(rows)
        astray = row.node in ways and row.edge is not None and row.edge.source not in ways[row.node]
        again = row.node in graph.tree.questions and (astray or row.node in home)
        first.setdefault(row.node, number)
        if not astray:
            home.setdefault(row.node, number)
        rows.append(replace(row, again=again))
        if not again:
            edges = graph.out[row.node]
            pending.extend(
                Row(edge.target, edge, row.depth + 1, edge is edges[-1], number, False) for edge in reversed(edges)
            )
    return Outline(graph, progress, tuple(rows), {**first, **home}, edge_words(graph))


def map_lines(outline: Outline, width: int = WIDTH) -> list[str]:
    """The outline as plain lines: indented, everything told in words, nothing by position or drawing alone."""
    tree = outline.tree
    lines = [*heading(tree.title, width, "="), *paragraph(tree.about, width)]
    if outline.progress is not None:
        lines += paragraph(_standing(outline, outline.progress), width)
    if in_turn(outline.graph):
        lines += paragraph(f"({TURNS}.)", width)
    lines.append("")
    numbers = {row.node: number for number, row in enumerate(_questions(outline), start=1)}
    for place, row in enumerate(outline.rows):
        indent = "  " * min(row.depth, DEEPEST)
        question = tree.questions.get(row.node)
        if question is None:
            word = "ruled out" if outline.gone(row) else TONES[tree.outcomes[row.node].tone]
            where = f"outcome, {word}: {tree.outcomes[row.node].short}"
        elif row.again:
            side = "above" if outline.home[row.node] < place else "below"
            where = f"question {numbers[row.node]} {side}, {question.short}"
        else:
            where = f"question {numbers[row.node]}"
        if row.edge:
            mark = _mark(outline, row) if row.again or question is None else ""
            lines += paragraph(f"{outline.said_in_full(row)}: {where}.{mark}", width, indent, f"{indent}    ")
        if question is not None and not row.again:
            lines += paragraph(
                f"Question {numbers[row.node]}: {question.ask}{_mark(outline, row)}", width, indent, f"{indent}    "
            )
    return lines


def _ways_in(progress: Progress) -> Mapping[str, frozenset[str]]:
    """By node, from where the person comes to it: on the path from one place only, or else wherever a way is open."""
    ways: dict[str, set[str]] = {}
    for source, target in progress.ways:
        ways.setdefault(target, set()).add(source)
    passed = {target: frozenset({source}) for source, target in pairwise(progress.path)}
    return {target: frozenset(sources) for target, sources in ways.items()} | passed


def _questions(outline: Outline) -> list[Row]:
    return [row for row in outline.rows if row.node in outline.tree.questions and not row.again]


def _standing(outline: Outline, progress: Progress) -> str:
    passed = "; ".join(
        f"{number}. {short_name(outline.tree, node)}" for number, node in enumerate(progress.path, start=1)
    )
    return f"Your path: {passed}. The last one is where you are."


def _mark(outline: Outline, row: Row) -> str:
    if outline.progress is None or not outline.lit(row):
        if outline.gone(row):
            return " (Can no longer come.)" if row.node in outline.tree.questions else ""
        return " (No longer this way.)" if outline.closed(row) else ""
    step = outline.progress.step(row.node)
    return f" [Step {step} of your path: you are here]" if outline.here(row) else f" [Step {step} of your path]"
