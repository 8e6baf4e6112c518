"""Printing: data to stdout, messages to stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from guide_tui.errors import InputError
from guide_tui.model.characters import FORBIDDEN, visible


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text.

    Raises:
        InputError: There is no room for them where they should go.
    """
    write("".join(line.rstrip() + "\n" for line in lines))


def print_json(value: Any, *, compact: bool = False) -> None:
    """Print a value as JSON: indented, or on one line.

    Raises:
        InputError: There is no room for it where it should go.
    """
    text = json.dumps(value, ensure_ascii=False, indent=None if compact else 2)
    # JSON leaves DEL, C1 and turned writing as they are, and a terminal would act on them.
    write(FORBIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n")


def write(text: str) -> None:
    """Write to stdout as it stands.

    Raises:
        InputError: There is no room for it where it should go.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard(OUTPUT)
        raise InputError(f"The output cannot be written: {error.strerror}. Check where it goes.") from error


OUTPUT, MESSAGES = 1, 2
"""The descriptors of stdout and stderr."""


def discard(descriptor: int) -> None:
    """Send what is left for stdout or stderr nowhere: what could not be written would fail again when Python ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def tell(message: str) -> None:
    """Say something to the person that is not data; what a terminal could act on is made visible."""
    # Where messages go can be full or gone; then the exit code says the rest.
    try:
        print(visible_lines(message), file=sys.stderr, flush=True)
    except OSError:
        discard(MESSAGES)


def visible_lines(text: str) -> str:
    """The text with control characters made visible, its lines kept."""
    return "\n".join(visible(line) for line in text.split("\n"))
