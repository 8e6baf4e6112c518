"""A tree as a picture needs it: its nodes, and between two nodes one edge with every way that leads along it.

Rules are taken apart as far as the question's own answers decide them. What then still depends on other answers
stays on the edge as a condition, so that whoever words an edge says nothing that is not so.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count, pairwise

from guide_tui.model.case import Responses, Value
from guide_tui.model.tree import (
    CHOICES,
    TODAY,
    Among,
    Chosen,
    Condition,
    DateTest,
    Kind,
    NumberTest,
    Question,
    Test,
    Tree,
)
from guide_tui.trees.space import Space, State, TooManyStates, bottom_up, targets
from guide_tui.trees.walks import last_first

OPEN = ""
"""Stands among the option ids of a way for every answer that is no single option: a day, a number, words, a set."""


@dataclass(frozen=True, slots=True)
class Way:
    """Answers to a question that lead the same way."""

    answers: tuple[str, ...]
    """Option ids in the order shown; OPEN, where it is among them, stands last."""

    when: Condition | None = None
    """What has to hold besides: of other questions, or of an OPEN answer. None where nothing has."""

    place: int = 0
    """How many earlier rules take these answers elsewhere where they hold."""

    rules: int = 0
    """How many rules with a condition there are for these answers; the first one that holds is followed."""

    @property
    def certain(self) -> bool:
        """Whether these answers always lead this way."""
        return self.when is None and not self.place


@dataclass(frozen=True, slots=True)
class Edge:
    """Everything that leads from a question to one other node."""

    source: str
    target: str
    ways: tuple[Way, ...]
    """At least one, in the order of the rules."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes that can be reached from the start, and the edges between them."""

    tree: Tree
    nodes: tuple[str, ...]
    """Question and outcome ids; each stands after every node that leads to it."""

    edges: tuple[Edge, ...]
    """One at most from a node to another, by source; those of one source in the order of its rules."""

    ranks: Mapping[str, int]
    """How many edges the longest way from the start to a node has."""

    out: Mapping[str, tuple[Edge, ...]] = field(repr=False, compare=False)
    """The edges that leave a node, for every node."""

    def edge(self, source: str, target: str) -> Edge | None:
        """The edge between two nodes, if there is one."""
        return next((edge for edge in self.out[source] if edge.target == target), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person has come."""

    path: tuple[str, ...]
    """The nodes passed, and last the one where the person stands."""

    ahead: frozenset[str]
    """The nodes that are on the path or can still come."""

    ways: frozenset[tuple[str, str]]
    """The edges that are on the path or can still be taken, as source and target."""

    @property
    def here(self) -> str:
        """Where the person stands."""
        return self.path[-1]

    def step(self, node: str) -> int | None:
        """The place of a node on the path, counted from 1; None off the path."""
        return self.path.index(node) + 1 if node in self.path else None

    def passes(self, source: str, target: str) -> bool:
        """Whether the path goes along an edge."""
        return (source, target) in pairwise(self.path)


def graph_of(tree: Tree) -> Graph:
    """The graph of a tree.

    Rules that cannot hold, such as those that read an answer which is never given on the way, make no edge.

    Args:
        tree: A tree without cycles, whose targets all exist.
    """
    order = bottom_up(tree)[::-1]
    before = _asked_before(tree, order)
    out: dict[str, tuple[Edge, ...]] = {}
    ranks = {tree.start: 0}
    nodes = []
    for node in order:
        if node not in ranks:
            continue
        nodes.append(node)
        question = tree.questions.get(node)
        out[node] = _edges(question, before[node]) if question else ()
        for edge in out[node]:
            ranks[edge.target] = max(ranks.get(edge.target, 0), ranks[node] + 1)
    edges = tuple(edge for node in nodes for edge in out[node])
    return Graph(tree, tuple(nodes), edges, ranks, out)


def progress(space: Space, responses: Responses) -> Progress:
    """How far the responses lead, and which nodes can still come."""
    state = space.start
    path = [state.node]
    for passed, value in space.trail(responses):
        state = space.after(passed, value)
        path.append(state.node)
    ways = set(pairwise(path))
    try:
        # Answers given in advance count, as they do when the outcomes still possible are told.
        for each in last_first(space.start, lambda each: _following(space, each, responses)):
            ways.update((each.node, to.node) for to in _following(space, each, responses))
    except TooManyStates:
        ahead = {state.node}
        for node in reversed(bottom_up(space.tree)):
            if node in ahead:
                ahead.update(targets(space.tree, node))
                ways.update((node, target) for target in targets(space.tree, node))
    return Progress(tuple(path), frozenset({*path, *(target for _, target in ways)}), frozenset(ways))


def way_to(space: Space, node: str, responses: Responses) -> tuple[tuple[str, tuple[Value, ...]], ...] | None:
    """Answers that lead to a node: those given as far as they do, then those that are known, then the fewest.

    Returns:
        Question ids in the order asked, each with the answers that lead on; of days and numbers, representatives.
        None where nothing leads there, or the tree is too large to say.
    """
    # The costs add up along a way, so the cheapest way is found first (Dijkstra).
    tick = count()
    pending: list[tuple[tuple[int, int, int], int, State]] = [((0, 0, 0), next(tick), space.start)]
    came: dict[State, tuple[State, tuple[Value, ...]]] = {}
    least = {space.start: (0, 0, 0)}
    try:
        while pending:
            cost, _, state = heapq.heappop(pending)
            if state.node == node:
                return _steps(state, came)
            if cost > least[state] or state.node not in space.tree.questions:
                continue
            for price, values, to in _priced(space, state, responses):
                total = (cost[0] + price[0], cost[1] + price[1], cost[2] + 1)
                if to not in least or total < least[to]:
                    least[to] = total
                    came[to] = (state, values)
                    heapq.heappush(pending, (total, next(tick), to))
    except TooManyStates:
        pass
    return None


def _following(space: Space, state: State, responses: Responses) -> Iterable[State]:
    value = responses.get(state.node)
    if value is not None and state.node in space.tree.questions:
        return (space.after(state, value),)
    return tuple(move.to for move in space.moves(state))


def _priced(
    space: Space, state: State, responses: Responses
) -> Iterable[tuple[tuple[int, int], tuple[Value, ...], State]]:
    """The ways on from a state: what each costs in changed and in unsure answers, the answers, where they lead."""
    given = responses.get(state.node)
    kept = None
    if given is not None:
        kept = space.after(state, given)
        yield (0, 0), (given,), kept
    question = space.tree.questions[state.node]
    for move in space.moves(state):
        if move.to == kept:
            continue
        sure = tuple(value for value in move.values if not _unsure(question, value))
        yield (0 if given is None else 1, 0 if sure else 1), sure or move.values, move.to


def _unsure(question: Question, value: Value) -> bool:
    names = value if isinstance(value, tuple) else (value,)
    return any(isinstance(name, str) and name in question.options and question.options[name].unsure for name in names)


def _steps(
    state: State, came: Mapping[State, tuple[State, tuple[Value, ...]]]
) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    steps = []
    while state in came:
        state, values = came[state]
        steps.append((state.node, values))
    return tuple(reversed(steps))


def _asked_before(tree: Tree, order: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """By node, the questions that can have been asked on some way to it."""
    # As bits of one number each: of a large tree, sets of names would be far too many.
    names = list(tree.questions)
    bit = {name: 1 << number for number, name in enumerate(names)}
    before: dict[str, int] = {tree.start: 0}
    found: dict[str, frozenset[str]] = {}
    read = {
        node: {name for route in question.routes if route.when for test in route.when.tests for name in _reads(test)}
        for node, question in tree.questions.items()
    }
    for node in order:
        mask = before.get(node, 0)
        found[node] = frozenset(name for name in read.get(node, ()) if name in bit and mask & bit[name])
        for target in targets(tree, node):
            before[target] = before.get(target, 0) | mask | bit[node]
    return found


def _reads(test: Test) -> tuple[str, ...]:
    return (test.question, test.anchor) if isinstance(test, DateTest) else (test.question,)


def _edges(question: Question, before: frozenset[str]) -> tuple[Edge, ...]:
    answers = list(question.options) if question.kind is not Kind.MANY else []
    if question.kind not in CHOICES:
        answers.append(OPEN)
    alike: dict[tuple[tuple[str, Condition | None], ...], list[str]] = {}
    for answer in answers:
        alike.setdefault(_chain(question, answer, before), []).append(answer)
    ways: dict[str, list[Way]] = {target: [] for target in dict.fromkeys(route.to for route in question.routes)}
    for chain, group in alike.items():
        rules = sum(when is not None for _, when in chain)
        for place, (target, when) in enumerate(chain):
            ways[target].append(Way(tuple(group), when, place, rules))
    return tuple(Edge(question.id, target, tuple(found)) for target, found in ways.items() if found)


def _chain(question: Question, answer: str, before: frozenset[str]) -> tuple[tuple[str, Condition | None], ...]:
    """Where an answer leads: the targets in the order of the rules, each with what has to hold besides."""
    chain: list[tuple[str, Condition | None]] = []
    for route in question.routes:
        rest = True if route.when is None else _rest(route.when, question, answer, before)
        if rest is False:
            continue
        if chain and chain[-1][0] == route.to:
            # Two rules one after the other that lead the same way are one.
            last = chain.pop()[1]
            if isinstance(rest, Condition) and last is not None:
                rest = Condition(tuple(dict.fromkeys((*last.any_of, *rest.any_of))))
        if rest is True:
            chain.append((route.to, None))
            break
        assert isinstance(rest, Condition)
        chain.append((route.to, rest))
    return tuple(chain)


def _rest(condition: Condition, question: Question, answer: str, before: frozenset[str]) -> Condition | bool:
    """What is left of a condition once the answer is known: True or False where it is decided."""
    left: dict[tuple[Test, ...], None] = {}
    for every in condition.any_of:
        verdicts = [(test, _decided(test, question, answer, before)) for test in every]
        if any(verdict is False for _, verdict in verdicts):
            continue
        rest = tuple(test for test, verdict in verdicts if verdict is None)
        if not rest:
            return True
        left[rest] = None
    return Condition(tuple(left)) if left else False


def _decided(test: Test, question: Question, answer: str, before: frozenset[str]) -> bool | None:
    """Whether a test holds for the answer alone; None where that depends on more."""
    if any(name not in before and name not in (question.id, TODAY) for name in _reads(test)):
        # Never asked on the way here, so the test never holds.
        return False
    if question.id not in _reads(test):
        return None
    if isinstance(test, Among):
        return test.negated if answer == OPEN else (answer in test.options) is not test.negated
    if isinstance(test, Chosen):
        return None
    if isinstance(test, DateTest | NumberTest) and answer != OPEN:
        return False
    return None
