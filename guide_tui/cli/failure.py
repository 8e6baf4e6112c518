"""What the person is told when the program fails: one sentence, and where the note of it is."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime

from guide_tui import __version__
from guide_tui.cli.printing import tell
from guide_tui.cli.session import Session

DEBUG = "GUIDE_DEBUG"
"""The environment variable that also shows the traceback, for who works on the program."""


def tell_failure(error: Exception, session: Session) -> None:
    """Note a fault of the program in its log, and tell the person.

    Args:
        error: What was raised and not expected.
        session: The run of the command that failed.
    """
    from guide_tui.services.failure import note_failure

    if os.environ.get(DEBUG):
        with suppress(OSError):
            traceback.print_exception(error, file=sys.stderr)
    tell(f"guide: {note_failure(error, session.data_folder, datetime.now(UTC), __version__)}")
