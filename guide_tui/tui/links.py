"""The ways on from a text: each has a number, which stands beside it and can be typed."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.tui.page import Piece


class Links:
    """Numbers for what a text leads to, from 1 in reading order; the same place has the same number throughout."""

    def __init__(self) -> None:
        self.targets: list[str] = []
        """Document ids; the first has number 1."""

    def number(self, target: str) -> int:
        """The number of a document, given now if it has none."""
        if target not in self.targets:
            self.targets.append(target)
        return self.targets.index(target) + 1

    def pieces(self, text: str, target: str, style: str = "") -> list[Piece]:
        """Text that leads on, with its number behind it; a click on either follows it."""
        # The text may hold anything; the style holds a number only, so nothing of it is ever read as an action.
        click = f"@click=screen.follow({self.number(target)})"
        return [(text, f"{style} underline {click}".strip()), *self.mark(target, "\u00a0" if text else "")]

    def mark(self, target: str, before: str = "") -> list[Piece]:
        """The number alone, in brackets."""
        number = self.number(target)
        return [(before, ""), (f"[{number}]", f"bold $text-accent @click=screen.follow({number})")]

    def marks(self, targets: Sequence[str]) -> list[Piece]:
        """Several numbers behind a text, as its sources: " [1] [4]"."""
        pieces: list[Piece] = []
        for target in targets:
            pieces += self.mark(target, "\u00a0" if pieces else " ")
        return pieces
