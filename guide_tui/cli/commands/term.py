"""``guide term``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_lines
from guide_tui.cli.session import Session
from guide_tui.services.finding import find_term
from guide_tui.services.library_text import term_lines


@click.command("term")
@click.argument("words", nargs=-1)
@click.pass_obj
def command(session: Session, words: tuple[str, ...]) -> int:
    """Look up an abbreviation or a term; without one, list them all.

    \b
    guide term LIV
    """
    if words:
        print_lines(term_lines(session.library, find_term(session.library, " ".join(words)), session.width))
        return 0
    for term in session.library.terms.values():
        forms = f" ({', '.join(term.forms)})" if term.forms else ""
        print_lines([f"{term.term}{forms}"])
    return 0
