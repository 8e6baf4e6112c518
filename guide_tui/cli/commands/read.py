"""``guide read``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_json, print_lines
from guide_tui.cli.session import Session
from guide_tui.model.library import Library
from guide_tui.services.as_json import contents_json, readable_json
from guide_tui.services.finding import find_readable
from guide_tui.services.library_text import handbook_lines, readable_lines


@click.command("read")
@click.argument("name", required=False)
@click.option(
    "--all", "everything", is_flag=True, help="Print the whole library as one handbook, every check included."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(session: Session, name: str | None, everything: bool, as_json: bool) -> int:
    """Read a chapter, a section, an answer or a check; without NAME, list what there is."""
    if everything and name:
        raise click.UsageError("give a NAME, or --all, not both")
    if everything and as_json:
        raise click.UsageError("--all prints a text to read; for programs, read NAME --json gives one thing at a time")
    if as_json:
        library = session.library
        print_json(readable_json(library, find_readable(library, name)) if name else contents_json(library))
    elif everything:
        print_lines(handbook_lines(session.library, session.width))
    elif name:
        print_lines(readable_lines(session.library, find_readable(session.library, name), session.width))
    else:
        print_lines(_contents(session.library))
    return 0


def _contents(library: Library) -> list[str]:
    lines = []
    for article in library.articles.values():
        lines.append(f"{article.id}: {article.title}")
        lines += [f"  {section.cite}: {section.title}" for section in article.sections]
    lines += ["", "Questions and answers"]
    lines += [f"  {entry.id}: {entry.question}" for entry in library.faq.values()]
    lines += ["", "Checks"]
    lines += [f"  {tree.id}: {tree.title}" for tree in library.trees.values()]
    return lines
