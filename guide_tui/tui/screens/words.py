"""Asking for a few words."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from guide_tui.tui.actions import bindings
from guide_tui.tui.widgets.key_bar import KeyBar


class WordsBox(Input):
    """The box in which the words are typed."""

    # Input would take Enter for itself and hide it; the screen does what is bound here.
    BINDINGS = bindings("words")


class WordsScreen(ModalScreen[str | None]):
    """A box over a screen; gives the words typed, or None.

    Args:
        title: What is asked.
        about: What may be typed, and what becomes of it.
        words: What stands in the box at first, selected: typing replaces it.
        wrong: Tells why words cannot be taken, or nothing where they can.
        begun: Whether those words are what the person has begun to type: they are gone on with.
    """

    BINDINGS = bindings("words")
    AUTO_FOCUS = "#words"

    def __init__(
        self,
        title: str,
        about: str,
        words: str = "",
        wrong: Callable[[str], str] = lambda words: "",
        *,
        begun: bool = False,
    ) -> None:
        super().__init__()
        self.typed = words
        """What stands in the box, also after it was left."""

        self._begun = begun
        self._title = title
        self._about = about
        self._words = words
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """What is asked, the box, and what may be typed."""
        with Vertical(id="asked") as asked:
            asked.border_title = self._title
            yield WordsBox(self._words, id="words", max_length=200, select_on_focus=not self._begun)
            yield Static(Content(self._about), id="asked-about", markup=False)
        yield KeyBar()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Remember what is typed."""
        self.typed = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the words, or say why not."""
        event.stop()
        words = " ".join(event.value.split())
        wrong = self._wrong(words)
        if wrong:
            told = Content.assemble((f"! {wrong}", "$text-warning"), f"\n{self._about}")
            self.query_one("#asked-about", Static).update(told)
        else:
            self.dismiss(words)

    async def action_take(self) -> None:
        """As by Enter."""
        await self.query_one("#words", Input).action_submit()
