"""Lists that are picked from by number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guide_tui.cli.plain.console import Console
from guide_tui.services.wording import counted

Do = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list."""

    words: str
    do: Do
    """What picking it does."""


class Menu:
    """What was listed last: a number typed means a line of it.

    Args:
        console: Where lists are said.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._entries: Sequence[Entry] = ()

    def offer(self, things: str, entries: Sequence[Entry], then: str, which: str = "", one: str = "") -> None:
        """Say how many things there are and what a number does, then the things, numbered.

        Args:
            things: What they are, in the plural: "checks".
            entries: The things.
            then: What a number does, a sentence.
            which: A number that was typed along: that line is picked at once, and nothing is listed.
            one: What a single one is called, where that is not the plural without its last "s".
        """
        if not entries:
            self._console.say(f"There are no {things}.")
            return
        self._entries = tuple(entries)
        if not (which and self.pick(which)):
            count = counted(len(entries), things, one)
            self._console.listed(f"{count}. {then}", [entry.words for entry in entries])

    def keep(self, entries: Sequence[Entry]) -> None:
        """Let numbers go on picking from the same things, as they have become by now."""
        self._entries = tuple(entries)

    def hold(self, do: Do) -> None:
        """Let 1 stand for something that has just been told."""
        self._entries = (Entry("", do),)

    def forget(self) -> None:
        """Let numbers mean nothing until something is listed again."""
        self._entries = ()

    @property
    def listed(self) -> bool:
        """Whether there is a list that a number would pick from."""
        return bool(self._entries)

    def pick(self, words: str) -> bool:
        """Do what the number stands for; False where the words are no number."""
        digits = words.rstrip(".)")
        if not (digits.isascii() and digits.isdecimal()):
            return False
        number = int(digits) if len(digits) < 5 else 0
        if 1 <= number <= len(self._entries):
            self._entries[number - 1].do()
        elif self._entries:
            last = len(self._entries)
            self._console.say(f"There is no number {digits[:12]} in the last list. It goes from 1 to {last}.")
        else:
            self._console.say("Nothing is listed that a number could pick from.")
        return True
