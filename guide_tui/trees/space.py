"""Every situation that a tree can tell apart, as a graph.

A tree has far more combinations of answers than a walk could visit. But from a node on, only those earlier answers
matter that some later rule reads. Two people at the same node whose answers no later rule tells apart are in the
same *state*; the states are few, and walks over them are exact. Narrowing, what-would-change-it, paths and lint are all
walks over this one graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guide_tui.model.case import Responses, Value
from guide_tui.model.tree import TODAY, Condition, DateTest, Test, Tree
from guide_tui.trees.candidates import TooManyStates as TooManyStates
from guide_tui.trees.candidates import candidates
from guide_tui.trees.conditions import Known, target_of, test_holds

MOST_STATES = 100_000
"""Where a walk gives up, so that a contrived tree cannot hold up the program."""

MOST_STEPS = 4_000_000
"""Comparisons after which a walk gives up. They take some seconds; states alone can cost a little or very much."""

MOST_READ = 500_000
"""Tests listed at nodes, over all nodes, after which a tree counts as too large to be walked."""


@dataclass(frozen=True, slots=True)
class State:
    """A node, with the earlier answers that a later rule still reads."""

    node: str
    """A question id, an outcome id, or empty where no rule held."""

    known: tuple[tuple[str, Value], ...] = ()
    """Question ids with a representative of the answers that behave alike, in the order asked."""


@dataclass(frozen=True, slots=True)
class Move:
    """Responses to a state's question that no rule tells apart, and where they lead."""

    values: tuple[Value, ...]
    """At least one; of days and numbers, representatives."""

    to: State


class Space:
    """The states of one tree on one day, found as they are asked for.

    Args:
        tree: A tree without cycles, whose targets all exist.
        today: The day on which relative dates are judged.
        watched: Conditions of outcomes, by outcome id, whose truth is to be told apart too. Without them only what
            decides the way counts.
    """

    def __init__(self, tree: Tree, today: date, watched: Mapping[str, Iterable[Condition]] | None = None) -> None:
        self.tree = tree
        self.today = today
        self.steps = 0
        """Comparisons made so far, as far as they are limited."""
        try:
            self._read: Mapping[str, Mapping[str, tuple[Test, ...]]] | None = read_tests(tree, watched or {})
        except TooManyStates:
            self._read = None
        self._alike: dict[tuple[str, str, tuple[bool, ...]], Value] = {}
        self._moves: dict[State, tuple[Move, ...]] = {}

    @property
    def start(self) -> State:
        """Where every check begins."""
        return State(self.tree.start)

    def at(self, node: str, known: Known) -> State:
        """The state of a person at ``node`` who has answered ``known`` on the way."""
        if self._read is None:
            # What a later rule reads is unknown, so everything is kept; nobody will walk from here.
            return State(node, tuple(known.items()))
        kept = []
        live = self._read[node] if node else {}
        for question, value in known.items():
            tests = live.get(question)
            if tests:
                kept.append((question, self._representative(node, question, value, tests)))
        return State(node, tuple(kept))

    def after(self, state: State, value: Value) -> State:
        """The state that a response to the state's question leads to."""
        question = self.tree.questions[state.node]
        known = dict(state.known)
        known[state.node] = value
        target = target_of(question.routes, known, self.today)
        return self.at(target or "", known)

    def moves(self, state: State) -> tuple[Move, ...]:
        """Every way on from a state, responses that behave alike taken together; none from an outcome.

        Raises:
            TooManyStates: The walks over this space have cost more than they may, or this question alone does.
        """
        found = self._moves.get(state)
        if found is None:
            if self._read is None or len(self._moves) >= MOST_STATES or self.steps > MOST_STEPS:
                raise TooManyStates
            found = self._moves[state] = self._find_moves(state)
        return found

    def trail(self, responses: Responses) -> list[tuple[State, Value]]:
        """The states that replay passes, each with the response given there, first first."""
        passed = []
        state = self.start
        while state.node in self.tree.questions:
            value = responses.get(state.node)
            if value is None:
                break
            passed.append((state, value))
            state = self.after(state, value)
        return passed

    def _find_moves(self, state: State) -> tuple[Move, ...]:
        question = self.tree.questions.get(state.node)
        if question is None:
            return ()
        read = self._read[state.node] if self._read is not None else {}
        tests = [test for tests in read.values() for test in tests]
        values = candidates(question, dict(state.known), tests, self.today)
        self.steps += len(values) * (1 + len(question.routes) + len(tests) + len(state.known))
        alike: dict[State, list[Value]] = {}
        for value in values:
            alike.setdefault(self.after(state, value), []).append(value)
        return tuple(Move(tuple(values), to) for to, values in alike.items())

    def _representative(self, node: str, question: str, value: Value, tests: tuple[Test, ...]) -> Value:
        if any(isinstance(test, DateTest) and test.anchor != TODAY for test in tests):
            return value  # compared with another answer, so every single day can differ
        truths = tuple(test_holds(test, {question: value}, self.today) for test in tests)
        return self._alike.setdefault((node, question, truths), value)


def every_condition(tree: Tree) -> Mapping[str, tuple[Condition, ...]]:
    """Every condition of every outcome: watched, they tell apart whatever changes a note or an action."""
    return {outcome.id: tuple(outcome.conditions) for outcome in tree.outcomes.values()}


def read_tests(tree: Tree, watched: Mapping[str, Iterable[Condition]]) -> Mapping[str, Mapping[str, tuple[Test, ...]]]:
    """By node, then by question: the tests that this node or a later one reads of that question's response.

    Of an outcome, only its ``watched`` conditions count. A date test is listed under its question and
    under its anchor.

    Raises:
        TooManyStates: They are too many to be listed.
    """
    listed = 0
    read: dict[str, dict[str, dict[Test, None]]] = {}
    for node in bottom_up(tree):
        found: dict[str, dict[Test, None]] = {}
        question = tree.questions.get(node)
        if question is not None:
            for route in question.routes:
                for test in route.when.tests if route.when else ():
                    _note(found, test)
                for name, tests in read.get(route.to, {}).items():
                    found.setdefault(name, {}).update(tests)
        else:
            for condition in watched.get(node, ()):
                for test in condition.tests:
                    _note(found, test)
        read[node] = found
        listed += sum(len(tests) for tests in found.values())
        if listed > MOST_READ:
            raise TooManyStates
    return {node: {name: tuple(tests) for name, tests in found.items()} for node, found in read.items()}


def bottom_up(tree: Tree) -> list[str]:
    """The nodes that are linked from the start, each after every node that it leads to (in a tree without cycles)."""
    order: list[str] = []
    seen = {tree.start}
    pending = [(tree.start, iter(targets(tree, tree.start)))]
    while pending:
        node, rest = pending[-1]
        step = next((target for target in rest if target not in seen), None)
        if step is None:
            order.append(node)
            pending.pop()
        else:
            seen.add(step)
            pending.append((step, iter(targets(tree, step))))
    return order


def targets(tree: Tree, node: str) -> Iterable[str]:
    """The nodes that a node leads to, whatever the conditions, each once, in the order written."""
    question = tree.questions.get(node)
    return dict.fromkeys(route.to for route in question.routes) if question else ()


def reads(test: Test) -> tuple[str, ...]:
    """The questions whose responses a test reads."""
    if isinstance(test, DateTest) and test.anchor != TODAY:
        return (test.question, test.anchor)
    return (test.question,)


def _note(found: dict[str, dict[Test, None]], test: Test) -> None:
    for name in reads(test):
        found.setdefault(name, {})[test] = None
