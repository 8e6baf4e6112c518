"""``guide where``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_lines
from guide_tui.cli.session import Session
from guide_tui.model.characters import visible


@click.command("where")
@click.pass_obj
def command(session: Session) -> int:
    """Show where content is read from and where answers are kept."""
    print_lines([f"{name}: {visible(str(place))}" for name, place in session.places.items()])
    return 0
