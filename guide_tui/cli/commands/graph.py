"""``guide graph``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from guide_tui.cli.options import today_option
from guide_tui.cli.printing import tell, write
from guide_tui.cli.session import Session
from guide_tui.errors import InputError
from guide_tui.model.case import Responses
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.services.answering import given_responses
from guide_tui.services.check import fitting
from guide_tui.services.finding import find_tree
from guide_tui.services.graph_svg import svg_text
from guide_tui.services.graph_text import dot_text, mermaid_text
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.outline import map_lines, outlined
from guide_tui.trees.graph import Graph, Progress, graph_of, progress
from guide_tui.trees.space import Space

FORMATS = ("mermaid", "dot", "svg", "text")


@click.command("graph")
@click.argument("tree")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="What to print. [default: by FILE's name, or mermaid]"
)
@click.option(
    "--answers", metavar="FILE", help="Light the path of the answers in a YAML or JSON file; - for standard input."
)
@click.option("--mine", is_flag=True, help="Light the path of your own answers, as the app has kept them.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file.")
@today_option
@click.pass_obj
def command(
    session: Session,
    tree: str,
    form: str | None,
    answers: str | None,
    mine: bool,
    output: Path | None,
    today: datetime | None,
) -> int:
    """Draw TREE: its questions, where each answer leads, and the outcomes.

    \b
    guide graph arrangement-type --format text
    guide graph arrangement-type --answers case.yaml -o picture.svg
    """
    if mine and answers is not None:
        raise click.UsageError("give --answers or --mine, not both")
    library = session.library
    found = find_tree(library, tree)
    responses = _responses(session, found, answers, mine)
    lit = None if responses is None else progress(Space(found, today.date() if today else session.today), responses)
    text = _WRITERS[form or _form_of(output)](session, library, graph_of(found), lit)
    if output is None:
        write(text)
    else:
        _save(output, text)
    return 0


def _responses(session: Session, tree: Tree, answers: str | None, mine: bool) -> Responses | None:
    if answers is not None:
        return given_responses(session.library, tree, answers)
    if not mine:
        return None
    with session.store as store:
        return fitting(tree, CaseKeeper(store).responses())


def _form_of(output: Path | None) -> str:
    endings = {".svg": "svg", ".dot": "dot", ".gv": "dot", ".txt": "text"}
    return endings.get(output.suffix.casefold(), "mermaid") if output else "mermaid"


def _text(session: Session, library: Library, graph: Graph, lit: Progress | None) -> str:
    return "".join(f"{line}\n" for line in map_lines(outlined(graph, lit), session.width))


_WRITERS: dict[str, Callable[[Session, Library, Graph, Progress | None], str]] = {
    "mermaid": lambda session, library, graph, lit: mermaid_text(graph, lit),
    "dot": lambda session, library, graph, lit: dot_text(graph, lit),
    "svg": lambda session, library, graph, lit: svg_text(graph, lit, library.about.disclaimer),
    "text": _text,
}


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f'The file "{path}" cannot be written: {error.strerror}. Check the name and the folder.'
        ) from error
    tell(f"Written to {path}.")
