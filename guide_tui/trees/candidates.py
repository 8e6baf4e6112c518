"""Responses that stand for all others: one at least for every way in which rules can tell responses apart.

An option is its own candidate. Of the many sets of options, days and numbers, the rules can tell only a few apart:
those on either side of a boundary that a rule names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, product
from math import prod

from guide_tui.model.case import Value
from guide_tui.model.period import Period, Unit, shift
from guide_tui.model.tree import CHOICES, TODAY, Chosen, DateTest, Kind, NumberTest, Question, Test
from guide_tui.trees.conditions import Known

MOST_COMBINED = 10
"""Options of a MANY question that are combined exhaustively; of more, those that no rule tells apart are alike."""

MOST_SETS = 5_000
"""Sets of options that are tried for one question."""

MOST_EDGES = 200
"""Boundaries tried for one day."""

MOST_LINKED = 40
"""Days that boundaries travel along, one after another."""

MOST_LINKS = 10_000
"""Links between days that are followed for one of them; days that are all compared with one another have very many."""


class TooManyStates(Exception):
    """The tree tells apart more situations than a walk may visit."""


def candidates(question: Question, known: Known, tests: Sequence[Test], today: date) -> tuple[Value, ...]:
    """Responses to the question, so many that every combination of truths of ``tests`` that can occur does occur.

    Args:
        question: What is asked.
        known: The responses so far; days among them can be anchors of rules.
        tests: Every test that can be read from here on, of this question or of others.
        today: The day on which relative dates are judged.

    Raises:
        TooManyStates: They are too many to be tried.
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


def _sets(question: Question, tests: Sequence[Test]) -> list[tuple[str, ...]]:
    """The sets of options that are accepted, of those that rules cannot tell apart one at least; the smallest first."""
    chosen = [test.options for test in tests if isinstance(test, Chosen) and test.question == question.id]
    order = {option: number for number, option in enumerate(question.options)}
    together = [option.id for option in question.options.values() if not option.alone]
    named = [option for option in together if any(option in options for options in chosen)]
    groups: dict[object, list[str]] = {}
    for option in named:
        # Of options that stand in the same rules only the number chosen matters, so the first ones stand for all.
        alike = option if len(named) <= MOST_COMBINED else tuple(option in options for options in chosen)
        groups.setdefault(alike, []).append(option)
    silent = [option for option in together if option not in named]
    least, most = question.least or 0, len(together) if question.most is None else question.most
    if prod(len(group) + 1 for group in groups.values()) > MOST_SETS:
        raise TooManyStates
    sets = []
    for parts in product(*([group[:size] for size in range(len(group) + 1)] for group in groups.values())):
        picked = [option for part in parts for option in part]
        missing = max(least - len(picked), 0)
        # Options that no rule names behave alike: none of them or one, or as many as are asked for.
        for extra in {missing, max(missing, 1)}:
            if extra <= len(silent) and len(picked) + extra <= most:
                sets.append(tuple(sorted(picked + silent[:extra], key=order.__getitem__)))
    sets.sort(key=lambda each: (len(each), [order[option] for option in each]))
    if least <= 1:
        sets.extend((option.id,) for option in question.options.values() if option.alone)
    return sets


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
    fixed = {name: value for name, value in known.items() if isinstance(value, date)} | {TODAY: today}
    links = [test for test in dated if test.question not in known or test.anchor not in known]
    # The slack leaves room for strict comparisons in a chain.
    slack = 1 + len({test.question for test in dated})
    return sorted(_around(_edges(question.id, fixed, links, frozenset(), count()) or {today}, slack))


def _edges(
    name: str, fixed: Mapping[str, date], links: Sequence[DateTest], passed: frozenset[str], followed: Iterator[int]
) -> set[date]:
    """The days at which a rule about the question changes its mind.

    A boundary can be inherited: with "a before b" and "b before today + 42 days", day 42 matters to a too. So the
    links to other days are followed, through no question twice.
    """
    found: set[date] = set()
    for test in links:
        if name not in (test.question, test.anchor):
            continue
        other = test.anchor if name == test.question else test.question
        if other in passed or other == name:
            continue
        if next(followed) > MOST_LINKS or len(passed) > MOST_LINKED:
            raise TooManyStates
        days = {fixed[other]} if other in fixed else _edges(other, fixed, links, passed | {name}, followed)
        for day in days:
            if test.period is None:
                found.add(day)
            elif name == test.question:
                found.add(shift(day, test.period, test.sign))
            else:
                found.update(_sources(day, test.period, test.sign))
        if len(found) > MOST_EDGES:
            raise TooManyStates
    return found


def _sources(day: date, period: Period, sign: int) -> set[date]:
    """The first and the last of the days that are moved to ``day``, or of those next to them where none is."""
    guess = shift(day, period, -sign)
    if period.unit in (Unit.DAYS, Unit.WEEKS):
        return {guess}
    # Months end on different days, so several days can be moved to the same one, and none to another.
    near = sorted(_around([guess], 4))
    first = next((source for source in near if shift(source, period, sign) >= day), guess)
    last = next((source for source in reversed(near) if shift(source, period, sign) <= day), guess)
    return {first, last}


def _around(edges: Iterable[date], slack: int) -> set[date]:
    days = set()
    for edge in edges:
        for step in range(-slack, slack + 1):
            try:
                days.add(edge + timedelta(days=step))
            except OverflowError:
                continue
    return days
