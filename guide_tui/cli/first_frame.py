"""What stands in the terminal while the app is loaded: its frame, at once, with the cursor where the words will go."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ENTER, _LEAVE = "\x1b[?1049h\x1b[2J", "\x1b[?1049l\x1b[?25h"
"""To the screen beside the one of the shell, and back. The app does the same; doing it twice changes nothing."""

_TITLE, _WAIT, _BOX = "\x1b[1;3H", "\x1b[7;3H", "\x1b[4;5H"
"""Where the app writes its title, its first lines, and what is typed."""


@contextmanager
def first_frame(title: str) -> Iterator[None]:
    """Draw the frame, and leave the screen of the app to it; if loading fails, give the old screen back.

    What is typed meanwhile stands in the ask box, and the app reads it when it is there. A signal that ends the program
    waits until the app can take it.

    Args:
        title: What the app will write at the top.
    """
    # A console of Windows understands none of this before the app has told it to.
    if sys.platform == "win32":
        yield
        return
    ends = [signal.SIGTERM, signal.SIGHUP]
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    try:
        _draw(f"{_ENTER}{_TITLE}\x1b[1m{title}\x1b[0m{_WAIT}Opening the guide{_BOX}")
        yield
    except BaseException:
        _draw(_LEAVE)
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ends)


def _draw(text: str) -> None:
    # Where the app draws, too.
    if sys.__stderr__ is not None:
        sys.__stderr__.write(text)
        sys.__stderr__.flush()
