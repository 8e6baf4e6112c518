"""The clipboard of the computer, through the small programs that come with it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

PATIENCE = 2.0
"""Seconds that a program is given."""


@dataclass(frozen=True, slots=True)
class ClipboardProgram:
    """A program that takes a text and puts it on the clipboard."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


def clipboard_programs(
    platform: str, environment: Mapping[str, str], find: Callable[[str], str | None]
) -> tuple[ClipboardProgram, ...]:
    """The programs that reach the clipboard of the person at the keyboard, the likeliest first; none where none does.

    Args:
        platform: As ``sys.platform`` names it.
        environment: The environment variables.
        find: Says where a program is, or None; ``shutil.which`` is one.
    """
    # From afar, a program would fill the clipboard of this computer, where nobody sits.
    remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    display = environment.get("DISPLAY", "")
    candidates: list[ClipboardProgram] = []
    if not remote:
        if platform == "darwin":
            candidates.append(ClipboardProgram(("pbcopy",)))
        if platform == "win32" or environment.get("WSL_DISTRO_NAME"):
            # With its byte order mark, or clip takes every letter beyond ASCII for another.
            candidates.append(ClipboardProgram(("clip.exe",), "utf-16"))
        if environment.get("TERMUX_VERSION"):
            candidates.append(ClipboardProgram(("termux-clipboard-set",)))
        if environment.get("WAYLAND_DISPLAY"):
            candidates.append(ClipboardProgram(("wl-copy", "--type", "text/plain;charset=utf-8")))
    # A display that names a computer is that of the person, also from afar.
    if display and (not remote or not display.startswith(":")):
        candidates.append(ClipboardProgram(("xclip", "-selection", "clipboard")))
        candidates.append(ClipboardProgram(("xsel", "--clipboard", "--input")))
    return tuple(program for program in candidates if find(program.command[0]))


def put_on_clipboard(text: str, programs: Sequence[ClipboardProgram], patience: float = PATIENCE) -> bool:
    """Put a text on the clipboard with the first program that does it, and say whether one did.

    Waits for each program for up to ``patience`` seconds, so it is called off the thread that draws.
    """
    return any(_feed(program, text, patience) for program in programs)


def _feed(program: ClipboardProgram, text: str, patience: float) -> bool:
    try:
        done = subprocess.run(
            program.command,
            input=text.encode(program.encoding, "replace"),
            # xclip and wl-copy stay to serve the text; were a pipe theirs, one would wait for them for ever.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
