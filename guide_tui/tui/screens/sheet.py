"""A sheet of text over a screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer

from guide_tui.tui.actions import bindings
from guide_tui.tui.page import Page, PageView


class SheetScreen(ModalScreen[None]):
    """Shows a page until a key closes it.

    Args:
        title: Stands above the page; may be empty.
        write: Writes the page.
    """

    BINDINGS = bindings("sheet")
    AUTO_FOCUS = "#sheet"

    def __init__(self, title: str, write: Callable[[Page], object]) -> None:
        super().__init__()
        self._title = title
        self._write = write

    def compose(self) -> ComposeResult:
        """The sheet."""
        with VerticalScroll(id="sheet"):
            yield PageView(id="sheet-page")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Write the sheet."""
        self.query_one("#sheet-page", PageView).show(self._page)

    def _page(self, page: Page) -> None:
        if self._title:
            page.text((self._title, "bold $text-accent")).gap()
        self._write(page)
