"""``guide trees``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_json, print_lines
from guide_tui.cli.session import Session
from guide_tui.services.as_json import tree_json
from guide_tui.services.beginning import how_much, length, tells
from guide_tui.services.layout import paragraph


@click.command("trees")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(session: Session, as_json: bool) -> int:
    """List what can be worked out, what it tells and how much it asks, with the names that guide check takes."""
    trees = session.library.trees.values()
    if as_json:
        print_json([tree_json(tree) for tree in trees])
    else:
        for tree in trees:
            what = f"{tells(tree).rstrip('.')}: {how_much(length(tree))}."
            print_lines([f"{tree.id}: {tree.title}", *paragraph(what, session.width, "  ")])
    return 0
