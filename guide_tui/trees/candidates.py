"""Responses that stand for all others: one at least for every way in which rules can tell responses apart.

An option is its own candidate. Of the many sets of options, days and numbers, the rules can tell only a few apart:
those on either side of a boundary that a rule names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from guide_tui.model.case import Value
from guide_tui.model.period import shift
from guide_tui.model.tree import CHOICES, TODAY, Chosen, DateTest, Kind, NumberTest, Question, Test
from guide_tui.trees.conditions import Known

MOST_COMBINED = 10
"""Options of a MANY question that are combined exhaustively; beyond, only sets of up to two are tried."""


def candidates(question: Question, known: Known, tests: Sequence[Test], today: date) -> tuple[Value, ...]:
    """Responses to the question, so many that every combination of truths of ``tests`` that can occur does occur.

    Args:
        question: What is asked.
        known: The responses so far; days among them can be anchors of rules.
        tests: Every test that can be read from here on, of this question or of others.
        today: The day on which relative dates are judged.
    """
    values: list[Value] = []
    if question.kind is Kind.MANY:
        values.extend(_sets(question, tests))
    elif question.kind in CHOICES:
        values.extend(question.options)
    else:
        if question.kind is Kind.DATE:
            values.extend(_days(question, known, tests, today))
        elif question.kind is Kind.NUMBER:
            values.extend(_numbers(question, tests))
        else:
            values.append("…")
        values.extend(question.options)
    return tuple(values)


def _sets(question: Question, tests: Sequence[Test]) -> Iterator[tuple[str, ...]]:
    read = {
        option for test in tests if isinstance(test, Chosen) and test.question == question.id for option in test.options
    }
    together = [option for option in question.options.values() if not option.alone]
    # Options that no rule names behave alike, so one of them stands for all.
    silent = [option.id for option in together if option.id not in read][:1]
    combined = [option.id for option in together if option.id in read or option.id in silent]
    largest = len(combined) if len(combined) <= MOST_COMBINED else 2
    largest = min(largest, question.most if question.most is not None else largest)
    for size in range(question.least or 0, largest + 1):
        yield from combinations(combined, size)
    if largest < len(combined) and question.most is None:
        yield tuple(combined)
    yield from ((option.id,) for option in question.options.values() if option.alone)


def _numbers(question: Question, tests: Sequence[Test]) -> list[int]:
    edges: set[int] = {0, 1}
    for test in tests:
        if isinstance(test, NumberTest) and test.question == question.id:
            edges.update(edge for edge in (test.least, test.most) if edge is not None)
    edges.update(edge for edge in (question.least, question.most) if edge is not None)
    around = {edge + step for edge in edges for step in (-1, 0, 1)}
    least = question.least if question.least is not None else min(0, *around)
    return sorted(n for n in around if n >= least and (question.most is None or n <= question.most))


def _days(question: Question, known: Known, tests: Sequence[Test], today: date) -> list[date]:
    dated = [test for test in tests if isinstance(test, DateTest)]
    if not any(question.id in (test.question, test.anchor) for test in dated):
        return [today]
    # A boundary can be inherited: with "a before b" and "b before today + 42 days", day 42 matters to a too.
    # So the boundaries of every day that is linked by rules are carried over until nothing new appears.
    edges: dict[str, set[date]] = {TODAY: {today}}
    for name, value in known.items():
        if isinstance(value, date):
            edges[name] = {value}
    fixed = frozenset(edges)
    for _ in range(1 + len({name for test in dated for name in (test.question, test.anchor)})):
        for test in dated:
            _carry(edges, fixed, test.anchor, test.question, test, 1)
            _carry(edges, fixed, test.question, test.anchor, test, -1)
    slack = 1 + len({test.question for test in dated})
    return sorted(_around(edges.get(question.id, {today}), slack))


MOST_EDGES = 60
"""Boundaries kept for one day, so that a contrived tree cannot make the number of candidates explode."""


def _carry(edges: dict[str, set[date]], fixed: Iterable[str], near: str, far: str, test: DateTest, way: int) -> None:
    if near not in edges or far in fixed:
        return
    moved = {shift(day, test.period, way * test.sign) if test.period else day for day in edges[near]}
    held = edges.setdefault(far, set())
    if len(held) + len(moved) <= MOST_EDGES:
        held.update(moved)


def _around(edges: Iterable[date], slack: int) -> set[date]:
    # The slack leaves room for strict comparisons in a chain, and for months of unequal length.
    days = set()
    for edge in edges:
        for step in range(-slack, slack + 1):
            try:
                days.add(edge + timedelta(days=step))
            except OverflowError:
                continue
    return days
