"""Faults of a tree that show only when it is walked: each with its place and, where one exists, the path to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from guide_tui.model.case import Value
from guide_tui.model.problem import Place, Problem, Severity
from guide_tui.model.tree import Condition, Question, Tree
from guide_tui.trees.candidates import candidates
from guide_tui.trees.conditions import Known, holds, target_of
from guide_tui.trees.space import Space, State, TooManyStates, bottom_up, targets
from guide_tui.trees.walks import last_first

Witness = tuple[tuple[str, str], ...]


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
    yield from _never_shown(tree, today, met)


def _stranded(
    tree: Tree, space: Space, met: Mapping[str, list[State]], ways: Mapping[State, tuple[tuple[str, Value], ...]]
) -> Iterator[Problem]:
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
                        witness=_witness((*ways[state], (question.id, move.values[0]))),
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


def _never_shown(tree: Tree, today: date, met: Mapping[str, list[State]]) -> Iterator[Problem]:
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
                verdicts[asked] = _can_hold(tree, today, *asked)
            shown[part.place] = verdicts[asked]
            holders.setdefault(part.place, outcome.id)
    for place, possible in shown.items():
        if not possible:
            yield _never(place, f'this part of outcome "{holders[place]}" is never shown')


def _can_hold(tree: Tree, today: date, outcome: str, condition: Condition) -> bool:
    space = Space(tree, today, {outcome: [condition]})
    states = last_first(space.start, lambda state: [move.to for move in space.moves(state)])
    return any(state.node == outcome and holds(condition, dict(state.known), today) for state in states)


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


def _ways(space: Space) -> dict[State, tuple[tuple[str, Value], ...]]:
    """For every state, answers that reach it: the fewest."""
    ways: dict[State, tuple[tuple[str, Value], ...]] = {space.start: ()}
    pending = [space.start]
    for state in pending:
        for move in space.moves(state):
            if move.to not in ways:
                ways[move.to] = (*ways[state], (state.node, move.values[0]))
                pending.append(move.to)
    return ways


def _links(tree: Tree, goal: str, today: date) -> Witness:
    """Answers that follow the links from the start to a question; empty where a link needs more than one answer."""
    ways: dict[str, tuple[tuple[str, Value], ...]] = {tree.start: ()}
    pending = [tree.start]
    for node in pending:
        question = tree.questions.get(node)
        for value in _answers(question, dict(ways[node]), today) if question else ():
            known = {**dict(ways[node]), node: value}
            to = target_of(tree.questions[node].routes, known, today)
            if to is not None and to not in ways:
                ways[to] = tuple(known.items())
                pending.append(to)
    return _witness(ways.get(goal, ()))


def _answers(question: Question, known: Known, today: date) -> tuple[Value, ...]:
    tests = [test for route in question.routes if route.when for test in route.when.tests]
    try:
        return candidates(question, known, tests, today)
    except TooManyStates:
        return tuple(question.options)


def _witness(steps: tuple[tuple[str, Value], ...]) -> Witness:
    return tuple((question, _shown(value)) for question, value in steps)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) if value else "none of them"
    return str(value)


def _chain(names: tuple[str, ...]) -> str:
    shown = names if len(names) <= 6 else (*names[:3], "…", *names[-2:])
    return " → ".join(f'"{name}"' if name != "…" else name for name in shown)
