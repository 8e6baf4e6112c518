"""Speaking with the person line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from guide_tui.cli.printing import print_lines, write
from guide_tui.model.characters import visible
from guide_tui.services.layout import paragraph, spoken


class InputEnded(Exception):
    """The person has nothing more to say: Ctrl-D, or the end of a file or a pipe."""


class Console:
    """Where lines come from and go to.

    Args:
        width: Columns to wrap to.
    """

    def __init__(self, width: int) -> None:
        self.width = width

    def say(self, text: str) -> None:
        """Say a text of any origin, wrapped. An empty one is an empty line."""
        print_lines(paragraph(visible(text), self.width) if text else [""])

    def lines(self, lines: Iterable[str]) -> None:
        """Say lines that are wrapped already, such as a page of the guide. Headings end in a colon."""
        print_lines(spoken(lines))

    def listed(self, count: str, entries: Iterable[str]) -> None:
        """Say how many things follow and what to do with them, then the things, numbered from 1."""
        self.say(count)
        for number, entry in enumerate(entries, start=1):
            mark = f"{number}. "
            print_lines(paragraph(mark + visible(entry), self.width, "  ", " " * (2 + len(mark))))

    def ask(self, prompt: str) -> str:
        """Say what can be typed, and give what the person types, without the space around it.

        Raises:
            InputEnded: There is no more to be read.
        """
        self.say(prompt)
        write("> ")
        line = sys.stdin.readline()
        if not line:
            self.say("")
            raise InputEnded
        if not sys.stdin.isatty():
            # What is typed at a terminal stands there already; from a pipe it would be missing in the transcript.
            print_lines([visible(line.rstrip("\n"))])
        return line.strip()
