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
    print_lines([f"content: {visible(str(session.root))}", f"answers: {visible(str(session.data_folder))}"])
    return 0
