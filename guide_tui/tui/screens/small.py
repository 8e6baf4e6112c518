"""What is shown while the window is too small for anything else."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

LEAST = Size(40, 12)
"""Columns and lines below which a question with its answers cannot be read any more."""


def too_small(size: Size) -> bool:
    """Whether nothing useful can be shown in a window of this size."""
    return size.width < LEAST.width or size.height < LEAST.height


class SmallScreen(Screen[None]):
    """Asks for a bigger window. What is under it stays as it is."""

    def compose(self) -> ComposeResult:
        """A few words."""
        yield Static("", id="small", markup=False)

    def on_mount(self) -> None:
        """Say how small it is."""
        self._say(self.app.size)

    def on_resize(self, event: Resize) -> None:
        """Say it anew."""
        self._say(event.size)

    def _say(self, size: Size) -> None:
        words = Content.assemble(
            ("Make the window bigger", "bold $text-accent"),
            f"\nIt needs {LEAST.width} columns and {LEAST.height} lines and has {size.width} and {size.height}. ",
            "Nothing is lost.",
        )
        self.query_one("#small", Static).update(words)
