"""Trees in few words: short YAML through the real reader, or builders where YAML would hide the point."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from guide_tui.library.reader import read_tree_file
from guide_tui.model.case import Responses, Value
from guide_tui.model.problem import Place
from guide_tui.model.prose import Paragraph, Prose, Span
from guide_tui.model.source import Citation
from guide_tui.model.tree import (
    Condition,
    Kind,
    Note,
    Option,
    Outcome,
    Question,
    Route,
    Test,
    Tone,
    Tree,
)

TODAY = date(2026, 11, 5)
"""A Thursday, on which the tests are judged."""

CITE = (Citation("guide", "types"),)

_SHORT_FORMS = {
    "ASK": "ask: What?, short: What, why: So., cite: guide/types",
    "SAY": "verdict: So., tone: fine, says: So., cite: guide/types",
}


def tree_of(text: str) -> Tree:
    """The tree that YAML describes, read by the real reader.

    ``ASK`` stands for the wording of a question, ``SAY`` for that of an outcome, and ``options: [a, b]`` for options
    without any more to them. Lines stay where they are.
    """
    text = textwrap.dedent(text)
    for short, long in _SHORT_FORMS.items():
        text = re.sub(rf"\b{short}\b", long, text)
    text = re.sub(r"options: \[([^]]*)\]", _options, text)
    text = "id: tree\ntitle: A tree\nabout: Works something out.\n" + text
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tree.yaml"
        path.write_text(text, encoding="utf-8")
        tree, problems = read_tree_file(path, None)
    assert tree is not None, "\n".join(map(str, problems))
    return tree


HEAD = 3
"""Lines that ``tree_of`` puts before the text it is given."""


def _options(found: re.Match[str]) -> str:
    names = [name.strip() for name in found[1].split(",")]
    marks = {"none": ", alone: true", "not-sure": ", unsure: true"}
    return "options: {" + ", ".join(f"{name}: {{label: {name}{marks.get(name, '')}}}" for name in names) + "}"


_lines = count(1)


def somewhere() -> Place:
    """A place that nothing else has."""
    return Place("tree.yaml", next(_lines))


def question(
    name: str,
    kind: Kind = Kind.ONE,
    options: str | Iterable[Option] = "",
    routes: Iterable[Route] = (),
    *,
    least: int | None = None,
    most: int | None = None,
) -> Question:
    """A question; of options named in a string, ``none`` stands alone and ``not-sure`` is unsure."""
    if isinstance(options, str):
        options = [Option(each, each, alone=each == "none", unsure=each == "not-sure") for each in options.split()]
    return Question(
        id=name,
        ask=f"What of {name}?",
        short=name,
        why=Prose(),
        cite=CITE,
        kind=kind,
        options={option.id: option for option in options},
        routes=tuple(routes),
        place=somewhere(),
        least=least,
        most=most,
    )


def go(to: str, *any_of: tuple[Test, ...] | Test) -> Route:
    """A way on; with tests, only where one of them (or of the groups of them) holds."""
    return Route(to, condition(*any_of) if any_of else None, somewhere())


def condition(*any_of: tuple[Test, ...] | Test) -> Condition:
    """A condition whose alternatives are tests or groups of tests."""
    return Condition(tuple(every if isinstance(every, tuple) else (every,) for every in any_of))


def outcome(name: str, *notes: Condition) -> Outcome:
    """An outcome with a note for each condition."""
    blank = Outcome(
        **dict.fromkeys(("notes", "actions", "avoid", "contacts", "then"), ()),
        id=name,
        verdict=name,
        short=name,
        tone=Tone.FINE,
        says=Prose(),
        cite=CITE,
        place=somewhere(),
    )
    said = Prose((Paragraph((Span("So."),)),))
    return replace(blank, notes=tuple(Note(said, CITE, when, somewhere()) for when in notes))


def tree(*nodes: Question | Outcome) -> Tree:
    """A tree that starts at the first question; outcomes that are only named in routes are made up."""
    questions = {node.id: node for node in nodes if isinstance(node, Question)}
    outcomes = {node.id: node for node in nodes if isinstance(node, Outcome)}
    for each in questions.values():
        for route in each.routes:
            if route.to not in questions and route.to not in outcomes:
                outcomes[route.to] = outcome(route.to)
    return Tree(
        id="tree",
        title="A tree",
        about="Works something out.",
        also=(),
        start=next(iter(questions)),
        questions=questions,
        outcomes=outcomes,
        place=Place("tree.yaml"),
    )


def told(tree: Tree, witness: Iterable[tuple[str, str]]) -> Responses:
    """Responses as a witness words them, in the form that replay takes."""
    responses: dict[str, Value] = {}
    for name, text in witness:
        asked = tree.questions[name]
        if asked.kind is Kind.MANY:
            responses[name] = () if text == "none of them" else tuple(text.split(", "))
        elif text in asked.options or asked.kind is Kind.TEXT:
            responses[name] = text
        else:
            responses[name] = date.fromisoformat(text) if asked.kind is Kind.DATE else int(text)
    return responses
