"""Where the nodes of a graph stand in a picture: in rows from the start down, in an order that crosses few lines.

The method is Sugiyama's: rows by the longest way from the start, a bend wherever a line passes a row, and sweeps that
move everything towards the middle of its neighbours. Two things are our own: the words of an edge take a place in a
row of their own, so that nothing can cover them; and lines to the same node run together as soon as they meet.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from guide_tui.trees.graph import Edge, Graph

MOST_BENDS = 4_000
"""Bends that are laid out. Beyond, the longest lines are left out, and their words say where they lead."""

SWEEPS = 12
"""Passes down and up; the best order seen is kept."""


class Slot(NamedTuple):
    """A place in a row: a node, the words of an edge, or a bend of the lines that lead to a node."""

    row: int
    target: str
    """The node itself; or the node that the edge or the bend leads to."""

    source: str = ""
    """Where the edge begins, for its words."""

    bend: bool = False


@dataclass(frozen=True, slots=True)
class Layering:
    """Everything in its row, from left to right."""

    rows: tuple[tuple[Slot, ...], ...]
    """Nodes stand in even rows, the words of edges in odd ones; bends in both."""

    links: tuple[tuple[Slot, Slot], ...]
    """Pieces of lines, each from a row to the next."""

    left_out: frozenset[tuple[str, str]]
    """Edges without a line, as source and target: their words have to say where they lead."""

    crossings: int
    """How many pairs of pieces cross."""

    def line(self, edge: Edge, first: int, last: int) -> list[Slot]:
        """The places that the line of an edge from row ``first`` to ``last`` passes, both nodes included; of an edge
        that is left out, those up to its words.
        """
        return _line(edge, first, last, (edge.source, edge.target) in self.left_out)


def layered(graph: Graph, most_bends: int = MOST_BENDS) -> Layering:
    """Lay the graph out in rows. The same graph always gives the same rows."""
    left_out = _too_long(graph, most_bends)
    links: dict[tuple[Slot, Slot], None] = {}
    rows: list[dict[Slot, None]] = [{} for _ in range(2 * max(graph.ranks.values(), default=0) + 1)]
    for node in _depth_first(graph):
        rows[2 * graph.ranks[node]][Slot(2 * graph.ranks[node], node)] = None
        for edge in graph.out[node]:
            cut = (edge.source, edge.target) in left_out
            line = _line(edge, 2 * graph.ranks[edge.source], 2 * graph.ranks[edge.target], cut)
            for slot in line:
                # Nodes come in the order of the walk.
                if slot.source or slot.bend:
                    rows[slot.row][slot] = None
            links.update(dict.fromkeys(pairwise(line)))
    order = _Order([list(row) for row in rows], list(links))
    order.improve(SWEEPS)
    return Layering(tuple(map(tuple, order.rows)), tuple(links), left_out, order.crossings())


def _line(edge: Edge, first: int, last: int, cut: bool) -> list[Slot]:
    line = [Slot(first, edge.source), Slot(first + 1, edge.target, edge.source)]
    if not cut:
        line += [Slot(row, edge.target, bend=True) for row in range(first + 2, last)]
        line.append(Slot(last, edge.target))
    return line


def _too_long(graph: Graph, most: int) -> frozenset[tuple[str, str]]:
    """The longest edges, so many that the bends of the others are no more than ``most``."""
    into: dict[str, list[int]] = {}
    for edge in graph.edges:
        into.setdefault(edge.target, []).append(graph.ranks[edge.target] - graph.ranks[edge.source])

    def bends(longest: int) -> int:
        return sum(2 * max((span for span in spans if span <= longest), default=1) - 2 for spans in into.values())

    longest = max((span for spans in into.values() for span in spans), default=1)
    if bends(longest) > most:
        low, high = 1, longest
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if bends(middle) <= most else (low, middle)
        longest = low
    ranks = graph.ranks
    return frozenset(
        (edge.source, edge.target) for edge in graph.edges if ranks[edge.target] - ranks[edge.source] > longest
    )


def _depth_first(graph: Graph) -> list[str]:
    """The nodes as a walk from the start meets them."""
    order: dict[str, None] = {}
    pending = [graph.tree.start]
    while pending:
        node = pending.pop()
        if node not in order:
            order[node] = None
            pending.extend(edge.target for edge in reversed(graph.out[node]))
    return list(order)


class _Order:
    """Rows of slots, put in a better order step by step."""

    def __init__(self, rows: list[list[Slot]], links: Sequence[tuple[Slot, Slot]]) -> None:
        self.rows = rows
        self._above: dict[Slot, list[Slot]] = {}
        self._below: dict[Slot, list[Slot]] = {}
        for upper, lower in links:
            self._below.setdefault(upper, []).append(lower)
            self._above.setdefault(lower, []).append(upper)
        self._place = {slot: place for row in rows for place, slot in enumerate(row)}

    def improve(self, sweeps: int) -> None:
        """Sweep down and up, swap what crosses less the other way round, and keep the best order."""
        best, fewest = [list(row) for row in self.rows], self.crossings()
        for sweep in range(sweeps):
            if sweep % 2 == 0:
                for row in self.rows[1:]:
                    self._settle(row, self._above)
            else:
                for row in reversed(self.rows[:-1]):
                    self._settle(row, self._below)
            self._swap()
            crossings = self.crossings()
            if crossings < fewest:
                best, fewest = [list(row) for row in self.rows], crossings
            if not fewest:
                break
        self.rows = best
        self._place = {slot: place for row in best for place, slot in enumerate(row)}

    def crossings(self) -> int:
        """How many pairs of links cross."""
        return sum(self._crossings_under(row) for row in self.rows[:-1])

    def _crossings_under(self, row: Sequence[Slot]) -> int:
        passed: list[int] = []
        crossed = 0
        for upper in row:
            ends = sorted(self._place[lower] for lower in self._below.get(upper, ()))
            crossed += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
        return crossed

    def _settle(self, row: list[Slot], beside: Mapping[Slot, list[Slot]]) -> None:
        """Sort a row by the middle of each slot's neighbours; those without any stay where they are."""
        middle: Callable[[Slot], float] = lambda slot: (  # noqa: E731
            sum(self._place[other] for other in beside[slot]) / len(beside[slot])
            if slot in beside
            else self._place[slot]
        )
        row.sort(key=middle)
        for place, slot in enumerate(row):
            self._place[slot] = place

    def _swap(self) -> None:
        """Swap neighbours in a row wherever fewer links cross then."""
        for row in self.rows:
            for left in range(len(row) - 1):
                one, other = row[left], row[left + 1]
                kept = self._between(one, other)
                if kept and self._between(other, one) < kept:
                    row[left], row[left + 1] = other, one
                    self._place[one], self._place[other] = left + 1, left

    def _between(self, one: Slot, other: Slot) -> int:
        """How many links of two neighbours cross if the first one stands on the left."""
        crossed = 0
        for beside in (self._above, self._below):
            ends = [self._place[each] for each in beside.get(one, ())]
            crossed += sum(end > also for end in ends for also in (self._place[each] for each in beside.get(other, ())))
        return crossed
