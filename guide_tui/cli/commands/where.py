"""``guide where``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_lines
from guide_tui.cli.session import Session


@click.command("where")
@click.pass_obj
def command(session: Session) -> int:
    """Show where content is read from and where answers are kept."""
    print_lines([f"content: {session.root}", f"answers: {session.data_folder}"])
    return 0
