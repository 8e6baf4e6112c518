"""Reading a file of answers: question ids with responses, as YAML or JSON."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide_tui.errors import ContentError, InputError
from guide_tui.library.nodes import Node, Scalar, Sequence, parse
from guide_tui.library.report import Report
from guide_tui.model.problem import Place, Problem

LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it stands in the file."""

    question: str
    value: str | tuple[str, ...]
    """Scalars as written; nothing is converted."""

    place: Place
    """Where the answer stands; of JSON only the file is known."""


def read_answers(file: str) -> tuple[GivenAnswer, ...]:
    """The answers in a file, in the order written.

    Args:
        file: A path, or "-" for standard input.

    Raises:
        InputError: The file cannot be read, or is not text.
        ContentError: It is not a mapping of question ids to answers; names every fault with its place.
    """
    name = "standard input" if file == "-" else file
    text = _text(name, _bytes(file))
    return _from_json(name, text) if text.lstrip().startswith("{") else _from_yaml(name, text)


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    path = Path(file)
    if path.is_dir():
        raise InputError(f'"{file}" is a folder. Name a file of answers.')
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "that is no name of a file"
        raise InputError(f'The answers in "{file}" cannot be read: {reason}. Check the name and the folder.') from error


def _text(name: str, content: bytes) -> str:
    if len(content) > LARGEST:
        raise InputError(f'"{name}" is larger than {LARGEST // 1_000_000} MB, which no file of answers is.')
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(f'"{name}" is not UTF-8 text, line {line}. Save it as UTF-8.') from error


def _from_yaml(name: str, text: str) -> tuple[GivenAnswer, ...]:
    report = Report(name, text)
    top = parse(report, text)
    answers = []
    for question, (_, node) in top.pairs.items() if top else ():
        value = _value(node)
        if value is None:
            _refuse(report, question, node)
        else:
            answers.append(GivenAnswer(question, value, report.place(node)))
    if report.problems:
        raise ContentError(report.problems)
    return tuple(answers)


def _value(node: Node) -> str | tuple[str, ...] | None:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return None


def _from_json(name: str, text: str) -> tuple[GivenAnswer, ...]:
    report = Report(name, text)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        for key in [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]:
            what = f'"{key}" is answered twice, so it is not clear which answer counts'
            report.error("repeated-key", Place(name), what, "Keep one of them.")
        return dict(pairs)

    try:
        held = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        problem = Problem(Place(name, error.lineno, error.colno), "json-syntax", f"this is not JSON: {error.msg}")
        raise ContentError([problem]) from error
    except ValueError as error:
        problem = Problem(Place(name), "too-long", "a number in this file is too long to be an answer")
        raise ContentError([problem]) from error
    except RecursionError as error:
        problem = Problem(Place(name), "too-deep", "this is nested so deeply that it cannot be a file of answers")
        raise ContentError([problem]) from error
    answers = []
    for question, value in held.items():
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            answers.append(GivenAnswer(question, tuple(value), Place(name)))
        elif isinstance(value, bool):
            answers.append(GivenAnswer(question, "yes" if value else "no", Place(name)))
        elif isinstance(value, str | int):
            answers.append(GivenAnswer(question, str(value), Place(name)))
        else:
            _refuse(report, question, Place(name))
    if report.problems:
        raise ContentError(report.problems)
    return tuple(answers)


def _refuse(report: Report, question: str, at: Node | Place) -> None:
    report.error(
        "wrong-kind",
        at,
        f'the answer to "{question}" is not a text or a list of texts, so it cannot be used',
        "Write an option id, a list of option ids, a day as 2027-09-06, or a number.",
    )
