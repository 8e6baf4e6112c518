"""``guide where``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_lines
from guide_tui.cli.session import Session
from guide_tui.model.characters import visible
from guide_tui.services.closed_days import FILE


@click.command("where")
@click.pass_obj
def command(session: Session) -> int:
    """Show where content is read from and where answers are kept."""
    folder = session.data_folder
    places = {"content": session.root, "answers": folder, "your closed days": folder / FILE}
    print_lines([f"{name}: {visible(str(place))}" for name, place in places.items()])
    return 0
