"""The bar in which words are sought in a page."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from guide_tui.tui.actions import bindings


class FindBox(Input):
    """Takes the words; Enter and the arrows go from place to place."""

    BINDINGS = bindings("find")


class FindBar(Horizontal):
    """A box for words with what was found beside it."""

    @dataclass
    class Sought(Message):
        """The words are others now."""

        words: str

    def compose(self) -> ComposeResult:
        """Name, box, count."""
        yield Static("Find", id="find-name", markup=False)
        yield FindBox(id="find-box", compact=True, max_length=100, placeholder="words in this text")
        yield Static("", id="find-count", markup=False)

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self.query_one(FindBox).value

    def open(self) -> None:
        """Show the bar, ready for words; those of before are replaced by what is typed."""
        self.display = True
        box = self.query_one(FindBox)
        box.focus()
        box.action_select_all()

    def look_for(self, words: str) -> None:
        """Put other words into the box, as if they had been typed."""
        box = self.query_one(FindBox)
        box.value = words
        box.cursor_position = len(words)

    def tell(self, words: str) -> None:
        """Say what was found."""
        self.query_one("#find-count", Static).update(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell that the words are others now."""
        event.stop()
        self.post_message(self.Sought(event.value))
