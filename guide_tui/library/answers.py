"""Reading a file of answers: question ids with responses, as YAML or JSON."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from guide_tui.errors import ContentError, InputError
from guide_tui.library.files import decode_report, open_report
from guide_tui.library.nodes import Node, Scalar, Sequence, parse
from guide_tui.model.problem import Place

LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it stands in the file."""

    question: str
    value: str | tuple[str, ...]
    """Scalars as written; nothing is converted."""

    key_place: Place
    value_place: Place


def read_answers(file: str) -> tuple[GivenAnswer, ...]:
    """The answers in a file, in the order written.

    Args:
        file: A path, or "-" for standard input. JSON is read as the YAML that it is.

    Raises:
        InputError: The file cannot be opened.
        ContentError: It is not a mapping of question ids to answers; names every fault with its place.
    """
    if file == "-":
        report = decode_report("standard input", sys.stdin.buffer.read(LARGEST + 1))
    else:
        path = Path(file)
        if not path.is_file():
            raise InputError(f'There is no file "{file}" to take answers from. Check the name and the folder.')
        report = open_report(path, path.parent)
    top = parse(report, report.text) if report and not report.errors else None
    answers = []
    for name, (key, node) in top.pairs.items() if top else ():
        value = _value(node)
        if value is None:
            report.error(
                "wrong-kind",
                node,
                f'the answer to "{name}" is not a text or a list of texts, so it cannot be used',
                "Write an option id, a list of option ids, a day as 2027-09-06, or a number.",
            )
        else:
            answers.append(GivenAnswer(name, value, report.place(key), report.place(node)))
    if report is None or report.problems:
        raise ContentError(report.problems if report else ())
    return tuple(answers)


def _value(node: Node) -> str | tuple[str, ...] | None:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return None
