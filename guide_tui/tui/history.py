"""Where a reader has been: back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from guide_tui.services.finding import Readable


@dataclass(slots=True)
class Visit:
    """A text that was opened."""

    document: str
    """Its document id."""

    found: Readable
    scroll: float = 0
    """How far down it was read, in lines."""


class History:
    """The texts opened one after another, and which of them is shown.

    Args:
        first: The text that is shown at first.
    """

    def __init__(self, first: Visit) -> None:
        self._visits = [first]
        self._place = 0

    @property
    def here(self) -> Visit:
        """The text that is shown."""
        return self._visits[self._place]

    def can_go(self, step: int) -> bool:
        """Whether there is a text before (-1) or after (1) the one shown."""
        return 0 <= self._place + step < len(self._visits)

    def go(self, step: int) -> Visit:
        """Show the text before or after, which must be there."""
        self._place += step
        return self.here

    def open(self, visit: Visit) -> None:
        """Show a further text; what lay ahead is given up."""
        self._visits[self._place + 1 :] = [visit]
        self._place += 1

    def turn(self, visit: Visit) -> None:
        """Show a text in place of the one shown, as by turning a page: going back leads past it."""
        self._visits[self._place] = visit
