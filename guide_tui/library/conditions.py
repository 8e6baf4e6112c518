"""Conditions, date rules and due dates: what is written under ``when`` and ``by``."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, replace

from guide_tui.library.nodes import Mapping, Node, Scalar, Sequence
from guide_tui.library.reading import Reading
from guide_tui.library.shapes import read_period, refuse_empty
from guide_tui.library.spelling import listed, suggestion
from guide_tui.model.characters import shown
from guide_tui.model.period import Period, Unit
from guide_tui.model.source import FactKind
from guide_tui.model.tree import (
    CHOICES,
    TODAY,
    Among,
    Chosen,
    Condition,
    DateTest,
    Due,
    DueOrder,
    Kind,
    NumberTest,
    Order,
    Test,
)

_ORDERS = {order.value: order for order in Order}
_DUE_ORDERS = {order.value: order for order in DueOrder}
_SET_TESTS = ("any-of", "all-of", "none-of", "only")
_FITTING: dict[Kind, frozenset[str]] = {
    Kind.ONE: frozenset({"not"}),
    Kind.YES_NO: frozenset({"not"}),
    Kind.MANY: frozenset(_SET_TESTS),
    Kind.DATE: frozenset({"not", *_ORDERS, "plus", "minus"}),
    Kind.NUMBER: frozenset({"not", "at-least", "at-most"}),
    Kind.TEXT: frozenset({"not"}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What rules must know of a question."""

    kind: Kind | None
    """None where it could not be read, so that its tests cannot be judged."""

    options: Collection[str] | None
    """Option ids; None where they could not be read."""


class Conditions:
    """Interprets conditions over the questions of one tree.

    Every node given to it has the shape that formats.py declares.
    """

    def __init__(self, reading: Reading, questions: MappingType[str, Asked]) -> None:
        self.reading = reading
        self.questions = questions

    def read(self, node: Node) -> Condition | None:
        """The condition; None where nothing of it can be used."""
        many = node.items if isinstance(node, Sequence) else [node]
        alternatives = [self._every(one) for one in many if isinstance(one, Mapping)]
        if not alternatives:
            refuse_empty(node, self.reading)
            return None
        return Condition(tuple(alternatives))

    def due(self, node: Mapping) -> Due | None:
        """When something has to be done."""
        order = self._order(node)
        if order is None:
            return None
        anchor = self._anchor(node.pairs[order.value][1])
        moved = next((node.pairs[name][0] for name in ("period", "yearly") if name in node.pairs), None)
        if order is DueOrder.ON_THE_DAY and moved is not None:
            what = f'"{order.value}" means the day itself, so "{moved.text}" cannot move it'
            self.reading.report.error("unclear-date", moved, what, "Take it out, or count before or within that day.")
            return None
        if "yearly" in node.pairs:
            return self._yearly(node, order, anchor)
        period, words = None, ""
        if "period" in node.pairs:
            found = self._period(node.pairs["period"][1], working=True)
            if found is None:
                return None
            period, words = found
        return None if anchor is None else Due(order, anchor, period, words)

    def _yearly(self, node: Mapping, order: DueOrder, anchor: str | None) -> Due | None:
        """A day of the year, in the academic year of the anchor."""
        key, value = node.pairs["yearly"]
        if "period" in node.pairs:
            what = 'a due date is either a day of the year ("yearly") or so long before or after a day ("period")'
            self.reading.report.error("unclear-date", key, what, "Take one of them out.")
            return None
        facts = self.reading.names.facts
        if facts is None or not isinstance(value, Scalar):
            return None
        fact = facts.get(value.text)
        if fact is None or fact.kind is not FactKind.YEARLY or fact.day is None:
            what = f"{shown(value.text)} is not a fact that is a day of the year, so no date could be worked out"
            days = [name for name, one in facts.items() if one.kind is FactKind.YEARLY]
            self.reading.unknown("unknown-day", value, what, value.text, days)
            return None
        return None if anchor is None else Due(order, anchor, None, fact.words, (fact.day.month, fact.day.day))

    def option(self, name: Scalar, asked: Asked, question: str) -> bool:
        """Whether the question offers the option; False, reported, where it does not."""
        if asked.options is None or name.text in asked.options:
            return True
        what = f'{shown(name.text)} is not an option of the question "{question}", so this could never hold'
        self.reading.unknown("unknown-option", name, what, name.text, asked.options)
        return False

    def _every(self, node: Mapping) -> tuple[Test, ...]:
        tests: list[Test] = []
        for question, (key, value) in node.pairs.items():
            asked = self.questions.get(question)
            if asked is None:
                what = f"the condition tests {shown(question)}, which is not a question here, so it never holds"
                self.reading.unknown("unknown-question", key, what, question, self.questions)
            elif asked.kind is not None:
                tests += self._tests(key, value, asked, asked.kind)
        return tuple(tests)

    def _tests(self, key: Scalar, node: Node, asked: Asked, kind: Kind) -> list[Test]:
        if isinstance(node, Mapping):
            return self._mapping_tests(key, node, asked, kind)
        if kind is Kind.MANY and isinstance(node, Sequence):
            what = f'"{key.text}" is of kind many, and a bare list leaves open whether one or all must be chosen'
            self.reading.report.error("unfit-test", node, what, "Write {any-of: […]} or {all-of: […]}.")
            return []
        if kind is Kind.NUMBER and isinstance(node, Scalar) and node.text.isascii() and node.text.isdigit():
            number = int(node.text[:9])
            return [NumberTest(key.text, number, number)]
        options = self._options(node, asked, key.text)
        if kind is Kind.MANY:
            return [Chosen(key.text, options, "any-of")]
        return [Among(key.text, options)]

    def _mapping_tests(self, key: Scalar, node: Mapping, asked: Asked, kind: Kind) -> list[Test]:
        question = key.text
        unfit = [name for name in node.pairs if name not in _FITTING[kind]]
        for name in unfit:
            what = f'"{question}" is a question of kind {kind.value}, which "{name}" cannot test'
            self.reading.report.error("unfit-test", node.pairs[name][0], what, _remedy(kind))
        if unfit:
            return []
        if not node.pairs:
            refuse_empty(key, self.reading)
            return []
        tests: list[Test] = []
        if "not" in node.pairs:
            tests.append(Among(question, self._options(node.pairs["not"][1], asked, question), negated=True))
        for how in _SET_TESTS:
            if how in node.pairs:
                tests.append(Chosen(question, self._options(node.pairs[how][1], asked, question), how))
        if kind is Kind.NUMBER and ("at-least" in node.pairs or "at-most" in node.pairs):
            tests.append(self._number_test(key, node))
        if kind is Kind.DATE and node.pairs.keys() - {"not"}:
            tests += self._date_tests(key, node)
        return tests

    def _number_test(self, key: Scalar, node: Mapping) -> NumberTest:
        bounds = {
            name: int(value.text)
            for name, (_, value) in node.pairs.items()
            if isinstance(value, Scalar) and name != "not"
        }
        test = NumberTest(key.text, bounds.get("at-least"), bounds.get("at-most"))
        if test.least is not None and test.most is not None and test.least > test.most:
            what = f"no number is at least {test.least} and at most {test.most}, so this could never hold"
            self.reading.report.error("empty-range", key, what, "Exchange the two.")
        return test

    def _date_tests(self, key: Scalar, node: Mapping) -> list[DateTest]:
        """A test for each order written; ``plus`` and ``minus`` move the anchor before them."""
        tests: list[DateTest] = []
        for name, (key_node, value) in node.pairs.items():
            if name in _ORDERS:
                tests.append(DateTest(key.text, _ORDERS[name], self._anchor(value) or TODAY))
            elif name != "not":
                if not tests or tests[-1].period is not None:
                    what = f'"{name}" does not stand behind the day that it moves, so it is unclear which day is meant'
                    remedy = f"Write it behind {listed(_ORDERS, 'or')}."
                    self.reading.report.error("unclear-date", key_node, what, remedy)
                    continue
                found = self._period(value)
                if found is not None:
                    tests[-1] = replace(tests[-1], period=found[0], sign=1 if name == "plus" else -1)
        return tests

    def _order(self, node: Mapping) -> DueOrder | None:
        orders = [name for name in node.pairs if name in _DUE_ORDERS]
        if len(orders) == 1:
            return _DUE_ORDERS[orders[0]]
        what = "a due date counts from exactly one day, so it is unclear which one is meant"
        remedy = f"Give exactly one of {listed(_DUE_ORDERS)}."
        self.reading.report.error("unclear-date", node.pairs[orders[1]][0] if orders else node, what, remedy)
        return None

    def _anchor(self, node: Node) -> str | None:
        if not isinstance(node, Scalar):
            return None
        asked = self.questions.get(node.text)
        if node.text == TODAY or (asked is not None and asked.kind in (Kind.DATE, None)):
            return node.text
        dates = [TODAY, *(name for name, one in self.questions.items() if one.kind is Kind.DATE)]
        reason = "not a question of this tree" if asked is None else "not a date question"
        what = f"{shown(node.text)} is {reason}, so no day could be counted from it"
        self.reading.unknown("unknown-anchor", node, what, node.text, dates)
        return None

    def _period(self, node: Node, *, working: bool = False) -> tuple[Period, str] | None:
        """A period and its words; None where there is none, reported unless facts are unknown.

        Only where ``working`` is set may it be of working days: rules have no calendar.
        """
        found = self._any_period(node)
        if found is not None and found[0].unit is Unit.WORKING_DAYS and not working:
            what = "working days cannot be compared with in a rule, because only a centre's calendar can count them"
            self.reading.report.error("unfit-period", node, what, "Use days or weeks here.")
            return None
        return found

    def _any_period(self, node: Node) -> tuple[Period, str] | None:
        if not isinstance(node, Scalar):
            return None
        period = read_period(node.text)
        if period is not None:
            return period, str(period)
        facts = self.reading.names.facts
        if facts is None:
            return None
        fact = facts.get(node.text)
        if fact is not None and fact.period is not None:
            return fact.period, fact.words
        periods = [name for name, one in facts.items() if one.kind is FactKind.PERIOD]
        faulty = self.reading.names.faulty_facts
        if faulty is None or node.text in faulty:
            what = f"{shown(node.text)} cannot be used, because content/facts.yaml has a problem there"
            self.reading.report.error("faulty-fact", node, what, "Mend the fact first.")
        else:
            reason = "not a length of time" if fact else "neither a fact nor a length of time such as 42 days"
            what = f"{shown(node.text)} is {reason}, so no date could be worked out"
            self.reading.report.error("unknown-period", node, what, suggestion(node.text, periods))
        return None

    def _options(self, node: Node, asked: Asked, question: str) -> frozenset[str]:
        items = node.items if isinstance(node, Sequence) else [node]
        if not items:
            refuse_empty(node, self.reading)
        return frozenset(item.text for item in items if isinstance(item, Scalar) and self.option(item, asked, question))


def _remedy(kind: Kind) -> str:
    if kind in CHOICES or kind is Kind.TEXT:
        return "Name an option, a list of options, or {not: […]}."
    return f"Use {listed(sorted(_FITTING[kind]), 'or')}."
