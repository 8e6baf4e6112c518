"""Faults of a tree that show only when it is walked: each with its place and, where one exists, the path to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from guide_tui.model.case import Value
from guide_tui.model.problem import Place, Problem, Severity
from guide_tui.model.tree import Condition, Question, Tree
from guide_tui.trees.candidates import candidates
from guide_tui.trees.conditions import Known, holds, target_of
from guide_tui.trees.space import Space, State, TooManyStates, bottom_up, targets
from guide_tui.trees.walks import last_first

K = TypeVar("K")
Witness = tuple[tuple[str, str], ...]
Step = tuple[str, Value]
"""A question's id with the answer given."""

Ways = Mapping[K, tuple[K, Step]]
"""The last step to every place but the start, with the place it was made from. Whole ways would fill the memory."""

MOST_STEPS = 8_000_000
"""Comparisons after which a tree counts as too large; they take some seconds more than one walk may take."""


def lint_tree(tree: Tree, today: date) -> tuple[Problem, ...]:
    """Every fault of a tree whose targets all exist, ordered by place.

    Circles are looked for first; where there is one, nothing that needs a finite walk is tried.
    """
    problems = [*_circles(tree, today)]
    problems.extend(_unreachable(tree))
    problems.extend(_uncited(tree))
    if not any(problem.code == "cycle" for problem in problems):
        try:
            problems.extend(_walked(tree, today))
        except TooManyStates:
            problems.append(_too_large(tree))
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.code, problem.what)))


def find_circle(tree: Tree) -> tuple[str, ...]:
    """The nodes of a circle that can be reached, first node repeated at the end; empty where there is none."""
    open_nodes: dict[str, None] = {tree.start: None}
    done: set[str] = set()
    pending = [iter(targets(tree, tree.start))]
    while pending:
        node = next(pending[-1], None)
        if node is None:
            done.add(open_nodes.popitem()[0])
            pending.pop()
        elif node in open_nodes:
            names = list(open_nodes)
            return (*names[names.index(node) :], node)
        elif node not in done:
            open_nodes[node] = None
            pending.append(iter(targets(tree, node)))
    return ()


def _circles(tree: Tree, today: date) -> Iterator[Problem]:
    circle = find_circle(tree)
    if circle:
        last = tree.questions[circle[-2]]
        place = next((route.place for route in last.routes if route.to == circle[-1]), last.place)
        yield Problem(
            place,
            "cycle",
            f"the questions {_chain(circle)} lead round in a circle, so the check would never end",
            "Lead one of them to a question that comes later, or to an outcome.",
            witness=_links(tree, circle[0], today),
        )


def _unreachable(tree: Tree) -> Iterator[Problem]:
    linked = set(bottom_up(tree))
    for kind, nodes in (("question", tree.questions), ("outcome", tree.outcomes)):
        for node in nodes.values():
            if node.id not in linked:
                yield Problem(
                    node.place,
                    "unreachable",
                    f'no answer leads to {kind} "{node.id}", so nobody will ever see it',
                    "Lead to it from a next:, or remove it.",
                    Severity.WARNING,
                )


def _uncited(tree: Tree) -> Iterator[Problem]:
    for question in tree.questions.values():
        if not question.cite:
            yield _missing_citation(question.place, f'question "{question.id}"')
    for outcome in tree.outcomes.values():
        if not outcome.cite:
            yield _missing_citation(outcome.place, f'outcome "{outcome.id}"')


def _missing_citation(place: Place, what: str) -> Problem:
    return Problem(
        place,
        "missing-citation",
        f"{what} cites nothing, so the reader cannot see what it rests on",
        "Add cite: with a section of a source, such as source-id/section-id.",
        Severity.WARNING,
    )


def _walked(tree: Tree, today: date) -> Iterator[Problem]:
    space = Space(tree, today)
    order = last_first(space.start, lambda state: [move.to for move in space.moves(state)])
    ways = _ways(space)
    met: dict[str, list[State]] = {}
    for state in reversed(order):
        met.setdefault(state.node, []).append(state)
    yield from _stranded(tree, space, met, ways)
    for node in bottom_up(tree):
        if node not in met:
            yield _impossible_node(tree, node)
    for question in tree.questions.values():
        yield from _idle_rules(space, question, met.get(question.id, []))
    yield from _never_shown(tree, today, met, MOST_STEPS - space.steps)


def _stranded(tree: Tree, space: Space, met: Mapping[str, list[State]], ways: Ways[State]) -> Iterator[Problem]:
    told: set[str] = set()
    for states in met.values():
        for state in states:
            question = tree.questions.get(state.node)
            if question is None or question.id in told:
                continue
            for move in space.moves(state):
                if not move.to.node:
                    told.add(question.id)
                    yield Problem(
                        question.place,
                        "no-way-on",
                        f'question "{question.id}" has no way on for the answer {_shown(move.values[0])}, '
                        "so the person would be stranded",
                        "Name the answer in next:, or end next: with else.",
                        witness=_witness((*_way_to(state, ways), (question.id, move.values[0]))),
                    )
                    break


def _impossible_node(tree: Tree, node: str) -> Problem:
    holder = tree.questions.get(node) or tree.outcomes[node]
    kind = "question" if node in tree.questions else "outcome"
    return Problem(
        holder.place,
        "contradiction",
        f'{kind} "{node}" is linked, but the conditions on every way to it contradict each other, '
        "so nobody will ever see it",
        "Compare the conditions on the ways that lead here.",
        Severity.WARNING,
    )


def _idle_rules(space: Space, question: Question, states: list[State]) -> Iterator[Problem]:
    """Rules that no answers ever choose, because earlier rules take them all or nothing fulfils them."""
    if not states:
        return
    used: set[int] = set()
    for state in states:
        for move in space.moves(state):
            for value in move.values:
                known = {**dict(state.known), question.id: value}
                chosen = next(
                    (n for n, route in enumerate(question.routes) if holds(route.when, known, space.today)), None
                )
                if chosen is not None:
                    used.add(chosen)
    for number, route in enumerate(question.routes):
        if number not in used:
            yield _never(route.place, f'this way on from question "{question.id}" to "{route.to}" is never taken')


def _never_shown(tree: Tree, today: date, met: Mapping[str, list[State]], steps: int) -> Iterator[Problem]:
    """Notes, actions and warnings whose condition holds at no outcome that has them.

    Each condition is looked at in a space of its own: told apart all at once, they would multiply.
    """
    shown: dict[Place, bool] = {}
    holders: dict[Place, str] = {}
    verdicts: dict[tuple[str, Condition], bool] = {}
    for outcome in tree.outcomes.values():
        for part in outcome.parts:
            if part.when is None or outcome.id not in met or shown.get(part.place):
                continue
            asked = (outcome.id, part.when)
            if asked not in verdicts:
                if steps < 0:
                    raise TooManyStates
                verdicts[asked], taken = _can_hold(tree, today, *asked)
                steps -= taken
            shown[part.place] = verdicts[asked]
            holders.setdefault(part.place, outcome.id)
    for place, possible in shown.items():
        if not possible:
            yield _never(place, f'this part of outcome "{holders[place]}" is never shown')


def _can_hold(tree: Tree, today: date, outcome: str, condition: Condition) -> tuple[bool, int]:
    """Whether the condition can hold at the outcome, and how many steps it took to find out."""
    space = Space(tree, today, {outcome: [condition]})
    states = last_first(space.start, lambda state: [move.to for move in space.moves(state)])
    found = any(state.node == outcome and holds(condition, dict(state.known), today) for state in states)
    return found, space.steps


def _never(place: Place, what: str) -> Problem:
    return Problem(
        place,
        "contradiction",
        f"{what}, because its condition cannot hold there or earlier rules take every answer",
        "Correct the condition, or remove it.",
        Severity.WARNING,
    )


def _too_large(tree: Tree) -> Problem:
    return Problem(
        tree.place,
        "too-large",
        f'tree "{tree.id}" combines so many answers that it cannot be walked completely, so faults may remain unseen',
        "Split it, or let fewer rules read earlier answers.",
        Severity.WARNING,
    )


def _ways(space: Space) -> Ways[State]:
    """The way to every state that asks the fewest questions."""
    ways: dict[State, tuple[State, Step]] = {}
    pending = [space.start]
    for state in pending:
        for move in space.moves(state):
            if move.to not in ways:
                ways[move.to] = (state, (state.node, move.values[0]))
                pending.append(move.to)
    return ways


def _way_to(place: K, ways: Ways[K]) -> tuple[Step, ...]:
    """The answers that lead from the start to a place, first first."""
    steps = []
    while place in ways:
        place, step = ways[place]
        steps.append(step)
    return tuple(reversed(steps))


def _links(tree: Tree, goal: str, today: date) -> Witness:
    """Answers that follow the links from the start to a question; empty where a link needs more than one answer."""
    ways: dict[str, tuple[str, Step]] = {}
    pending = [tree.start]
    for node in pending:
        question = tree.questions.get(node)
        if node == goal or question is None:
            continue
        known = dict(_way_to(node, ways))
        for value in _answers(question, known, today):
            known[node] = value
            to = target_of(question.routes, known, today)
            if to is not None and to != tree.start and to not in ways:
                ways[to] = (node, (node, value))
                pending.append(to)
    return _witness(_way_to(goal, ways))


def _answers(question: Question, known: Known, today: date) -> tuple[Value, ...]:
    tests = [test for route in question.routes if route.when for test in route.when.tests]
    try:
        return candidates(question, known, tests, today)
    except TooManyStates:
        return tuple(question.options)


def _witness(steps: tuple[Step, ...]) -> Witness:
    return tuple((question, _shown(value)) for question, value in steps)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) if value else "none of them"
    return str(value)


def _chain(names: tuple[str, ...]) -> str:
    shown = names if len(names) <= 6 else (*names[:3], "…", *names[-2:])
    return " → ".join(f'"{name}"' if name != "…" else name for name in shown)
