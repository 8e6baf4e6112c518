"""``guide term``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_json, print_lines
from guide_tui.cli.session import Session
from guide_tui.services.as_json import term_json
from guide_tui.services.finding import find_term
from guide_tui.services.library_text import term_lines
from guide_tui.services.wording import term_name


@click.command("term")
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(session: Session, words: tuple[str, ...], as_json: bool) -> int:
    """Look up an abbreviation or a term; without one, list them all.

    \b
    guide term LIV
    """
    library = session.library
    found = find_term(library, " ".join(words)) if words else None
    if as_json:
        print_json(term_json(found) if found else [term_json(term) for term in library.terms.values()])
    elif found:
        print_lines(term_lines(library, found, session.width))
    else:
        print_lines(term_name(term) for term in library.terms.values())
    return 0
