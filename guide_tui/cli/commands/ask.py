"""``guide ask``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from guide_tui.cli.printing import print_json, print_lines, tell
from guide_tui.cli.session import Session
from guide_tui.errors import InputError
from guide_tui.model.characters import visible
from guide_tui.services.as_json import answer_json
from guide_tui.services.asking import answer_lines
from guide_tui.services.explaining import explanation_json, explanation_lines

LONGEST_FILE = 5_000_000


@click.command("ask")
@click.argument("words", nargs=-1)
@click.option("--from", "file", metavar="FILE", help="Answer one question per line of FILE; - for standard input.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one object, or with --from one per line.")
@click.option("--explain", is_flag=True, help="Also tell how the words were read and what each score is made of.")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True, help="How many hits at most.")
@click.pass_obj
def command(
    session: Session, words: tuple[str, ...], file: str | None, as_json: bool, explain: bool, limit: int
) -> int:
    """Answer a question in your own words; spelling does not matter.

    kind:term (answer, guide, term, check, outcome, question) and source:qmr leave everything else out; a phrase in
    quotes must be there word for word.

    \b
    guide ask "how long do we keep student work"
    guide ask source:qmr kind:term report
    guide ask --from questions.txt --json
    """
    if explain and file is not None:
        raise click.UsageError("--explain is for one question, not for --from")
    if (file is None) == (not words):
        raise click.UsageError("give a question, or --from with a file of questions")
    if file is not None:
        for query in _queries(file):
            answer = session.index.find(query, limit)
            if as_json:
                print_json(answer_json(answer), compact=True)
            else:
                found = answer.hits[0].document.title if answer.hits else "nothing"
                sure = "" if answer.confident else " (not confident)"
                print_lines([f"{visible(query)}: {found}{sure}"])
        return 0
    query = " ".join(words)
    if explain:
        explained = session.index.explain(query, limit)
        if as_json:
            print_json({**answer_json(explained.answer), "explanation": explanation_json(explained)})
        else:
            lines = answer_lines(session.library, explained.answer, session.width)
            print_lines([*lines, "", *explanation_lines(explained, session.width)])
        return 0
    answer = session.index.find(query, limit)
    if as_json:
        print_json(answer_json(answer))
    else:
        print_lines(answer_lines(session.library, answer, session.width))
    return 0


def _queries(file: str) -> Iterator[str]:
    name = "standard input" if file == "-" else f'the file "{file}"'
    try:
        if file == "-":
            text = sys.stdin.buffer.read(LONGEST_FILE + 1)
        else:
            with Path(file).open("rb") as stream:
                text = stream.read(LONGEST_FILE + 1)
    except OSError as error:
        raise InputError(f"{_begun(name)} cannot be read: {error.strerror}. Check the name and the folder.") from error
    if len(text) > LONGEST_FILE:
        raise InputError(f"{_begun(name)} is larger than {LONGEST_FILE // 1_000_000} MB. Split it.")
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text[: error.start].count(b"\n") + 1
        raise InputError(f"{_begun(name)} is not UTF-8 text, line {line}. Save it as UTF-8.") from error
    lines = [line.strip() for line in decoded.split("\n")]
    queries = [line for line in lines if line]
    if not queries:
        tell(f"There is no question in {name}.")
    yield from queries


def _begun(name: str) -> str:
    return name[0].upper() + name[1:]
