"""A chain of questions, as every engine that is measured takes it.

Each question offers ``on``, which leads to the next one, and ``stop``, which ends the check. Whoever answers ``on``
throughout reaches the end.
"""

from __future__ import annotations

import json

from guide_tui.model.problem import Place
from guide_tui.model.prose import Prose
from guide_tui.model.source import Citation
from guide_tui.model.tree import Among, Condition, Kind, Option, Outcome, Question, Route, Tone, Tree

CITE = (Citation("guide", "types"),)
PLACE = Place("chain.yaml")


def responses(length: int) -> dict[str, str]:
    """The answers that go all the way."""
    return {f"q{number}": "on" for number in range(length)}


def tree(length: int, *, looking_back: bool = False) -> Tree:
    """The chain as a tree.

    Args:
        length: Questions.
        looking_back: Whether each question but the first reads the answer before it, so that no way on can be looked
            up by option alone.
    """
    questions = {f"q{number}": _question(number, length, looking_back) for number in range(length)}
    outcomes = {name: _outcome(name) for name in ("end", "stopped")}
    return Tree("chain", "A chain", "Measures.", (), "q0", questions, outcomes, PLACE)


def plain(length: int) -> dict[str, dict[str, str]]:
    """The chain as dictionaries: by question, by answer, the next node."""
    return {f"q{number}": {"on": _next(number, length), "stop": "stopped"} for number in range(length)}


def decision_table(length: int) -> str:
    """The chain as a JDM graph for zen-engine: one table, the first row that fits decides."""
    names = [f"q{number}" for number in range(length)]
    any_of_them = dict.fromkeys(names, "")
    rules = [{"_id": f"r-{name}", **any_of_them, name: "'stop'", "node": "'stopped'"} for name in names]
    rules.append({"_id": "r-else", **any_of_them, "node": "'end'"})
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name in names],
        "outputs": [{"id": "node", "name": "node", "field": "node"}],
        "rules": rules,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {"id": "table", "type": "decisionTableNode", "name": "table", "position": {"x": 1, "y": 0}, "content": table},
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "e1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "e2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def transitions(length: int) -> list[dict[str, str]]:
    """The chain as transitions of a state machine: an answer is a trigger."""
    return [
        {"trigger": answer, "source": name, "dest": to}
        for name, ways in plain(length).items()
        for answer, to in ways.items()
    ]


def _next(number: int, length: int) -> str:
    return f"q{number + 1}" if number + 1 < length else "end"


def _question(number: int, length: int, looking_back: bool) -> Question:
    name, to = f"q{number}", _next(number, length)
    on = Among(name, frozenset({"on"}))
    tests = (on, Among(f"q{number - 1}", frozenset({"on"}))) if looking_back and number else (on,)
    routes = (Route(to, Condition((tests,)), PLACE), Route("stopped", None, PLACE))
    options = {option: Option(option, option) for option in ("on", "stop")}
    return Question(name, f"On from {name}?", name, Prose(), CITE, Kind.ONE, options, routes, PLACE)


def _outcome(name: str) -> Outcome:
    return Outcome(
        id=name,
        verdict=name,
        short=name,
        tone=Tone.FINE,
        says=Prose(),
        cite=CITE,
        notes=(),
        actions=(),
        avoid=(),
        contacts=(),
        then=(),
        place=PLACE,
    )
