"""A sheet of text over a screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from guide_tui.tui.actions import bindings
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.widgets.key_bar import KeyBar

MORE, END = " ↓ more ", " end "


class SheetText(VerticalScroll):
    """The text of a sheet; its frame says where there is more below."""

    # The keys that scroll, with those of the app's other texts.
    BINDINGS = bindings("sheet-text")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer scrolling only where there is more than fits."""
        return self.max_scroll_y > 0 if action in ("scroll", "page") else True

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages, with a line in common."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def on_mount(self) -> None:
        """Follow the scrolling, and the text as it gets its size."""
        self.watch(self, "scroll_y", self._tell_more)
        self.watch(self, "virtual_size", self._tell_more)

    def on_resize(self) -> None:
        """A sheet that has grown with its text may show all of it now."""
        self._tell_more()

    def _tell_more(self) -> None:
        if self.max_scroll_y:
            self.border_subtitle = MORE if self.scroll_target_y < self.max_scroll_y else END
        else:
            self.border_subtitle = ""
        self.refresh_bindings()


class SheetScreen(ModalScreen[None]):
    """Shows a page until a key closes it.

    Args:
        title: Stands above the page; may be empty.
        write: Writes the page.
    """

    ABOUT_KEYS = "A sheet to read. It lies over what you were doing, which waits for you as it was."
    BINDINGS = bindings("sheet")
    AUTO_FOCUS = "#sheet"

    def __init__(self, title: str, write: Callable[[Page], object]) -> None:
        super().__init__()
        self._title = title
        self._write = write

    def compose(self) -> ComposeResult:
        """The sheet."""
        with SheetText(id="sheet"):
            yield PageView(id="sheet-page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Write the sheet."""
        self.query_one("#sheet-page", PageView).show(self._page)

    def _page(self, page: Page) -> None:
        if self._title:
            page.text((self._title, "bold $text-accent")).gap()
        self._write(page)
