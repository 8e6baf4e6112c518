"""A terminal of POSIX with a program in it."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import termios
import time
from collections.abc import Mapping
from typing import Any

SET_UP = {
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "mouse, moving": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "bracketed paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
}
"""What an app sets up in a terminal, and how each is told apart on and off."""

PATIENCE = 20
"""Seconds after which a program is taken to hang."""

_MODE = re.compile(r"\x1b\[[?<>=][0-9;]*[a-z]")


class Terminal:
    """A program that runs in a terminal of 80 by 24.

    Args:
        start: The fixture that starts ``guide``.
        arguments: Of ``guide``.
        more: What else the fixture takes.
    """

    def __init__(self, start: Any, *arguments: str, env: Mapping[str, str] | None = None, **more: Any) -> None:
        self._main, self._inner = pty.openpty()
        termios.tcsetwinsize(self._inner, (24, 80))
        self._before = termios.tcgetattr(self._inner)
        self.said = b""
        self.program: subprocess.Popen[bytes] = start(
            *arguments,
            env={"TERM": "xterm-256color", **(env or {})},
            stdin=self._inner,
            stdout=self._inner,
            stderr=self._inner,
            **more,
        )

    def read_until(self, mark: str) -> None:
        """Wait for words on the screen."""
        ended = False
        too_late = time.monotonic() + PATIENCE
        while mark.encode() not in self.said:
            if time.monotonic() > too_late:
                self.program.kill()
            if select.select([self._main], [], [], 0.05)[0]:
                self.said += self._read()
            else:
                # What it said last may still be on its way when it has ended.
                assert not ended, f"{mark!r} never came: {self.said[-2000:]!r}"
                ended = self.program.poll() is not None

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._main, keys.encode())

    def end(self) -> int:
        """Wait for the program to end, read what it said until then, and give its exit code."""
        code: int | None = None
        too_late = time.monotonic() + PATIENCE
        while code is None:
            if time.monotonic() > too_late:
                self.program.kill()
                raise AssertionError(f"the program does not end: {self.said[-2000:]!r}")
            if select.select([self._main], [], [], 0.05)[0]:
                self.said += self._read()
            code = self.program.poll()
        self.modes_restored = termios.tcgetattr(self._inner) == self._before
        os.close(self._inner)
        while chunk := self._read():
            self.said += chunk
        os.close(self._main)
        return code

    @property
    def left_over(self) -> list[str]:
        """What is still set up in the terminal."""
        found = [name for name, (on, off) in SET_UP.items() if self.said.rfind(on) > self.said.rfind(off)]
        return found if self.modes_restored else [*found, "modes of the terminal"]

    @property
    def after(self) -> str:
        """What was said on the old screen, when the app had left; switches of modes are no words."""
        return _MODE.sub("", self.said.rpartition(SET_UP["alternate screen"][1])[2].decode())

    def _read(self) -> bytes:
        try:
            return os.read(self._main, 65536)
        except OSError:  # Linux says so where the other end is closed.
            return b""
