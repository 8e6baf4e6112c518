"""Help for the screen one is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from guide_tui.tui.actions import about, bindings
from guide_tui.tui.host import Host
from guide_tui.tui.keys import key_name
from guide_tui.tui.offers import Offer
from guide_tui.tui.page import Page, wrapped
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.marked_list import MarkedList

KEY_WIDTH = 11
NAME_WIDTH = 15
WIDE = 60
"""Columns from which names stand beside what they do."""


class HelpList(MarkedList):
    """Everything that can be done, and around it what the person should know."""

    # OptionList would take Enter and the arrows for itself.
    BINDINGS = bindings("help")


class HelpScreen(ModalScreen[Offer | None]):
    """What a screen is for and what can be done there, to be done from here; and what this program is.

    Gives what the person chose to do, or None.

    Args:
        other: The screen that help is for.
        offers: What can be done there.
        keys: Keys that are others than shipped, by action id.
    """

    AUTO_FOCUS = "#help"
    OPENED_BY = "app.help"

    def __init__(self, other: Screen[Any], offers: Sequence[Offer], keys: Mapping[str, str]) -> None:
        super().__init__()
        self._purpose = getattr(other, "ABOUT_KEYS", "")
        # Moving about is told last: whoever reads this has found out.
        asked = [offer for offer in offers if offer.action.id != "app.help" and not _told_before(offer, offers)]
        self._offers = sorted(asked, key=lambda offer: (offer.action.moves, _of_app(offer), offer.leaves))
        self._keys = keys
        self._width = 0

    def compose(self) -> ComposeResult:
        """One list: what the screen is for, what can be done, what the program is."""
        yield HelpList(id="help", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Write the list."""
        self.query_one("#help").border_title = "Help"

    def on_resize(self) -> None:
        """Lay the list out for the width there is."""
        self.call_after_refresh(self._write)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on something to do."""
        event.stop()
        self.action_do()

    def action_do(self) -> None:
        """Close the help and do what is marked."""
        marked = self._list.highlighted
        if marked is not None and 1 <= marked <= len(self._offers):
            self.dismiss(self._offers[marked - 1])

    def action_move(self, step: int) -> None:
        """Mark the next or the previous action; past the last one, show what stands under it."""
        listed = self._list
        if step > 0 and listed.highlighted == len(self._offers):
            listed.scroll_down(animate=False)
        elif step < 0 and listed.highlighted == 1:
            listed.scroll_home(animate=False)
        elif step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#help", OptionList)

    def _write(self) -> None:
        listed = self._list
        width = listed.scrollable_content_region.width - 3
        if width == self._width:
            return
        self._width = width
        marked = listed.highlighted
        host = cast(Host, self.app)
        top = Page(width).gap()
        if self._purpose:
            top.text((self._purpose, ""))
        top.heading("What you can do here")
        below = Page(width)
        below.lines.append(Content(""))
        below.heading("About")
        below.text((host.library.about.disclaimer, "")).gap().text((host.keeper.place, "$muted"))
        listed.clear_options()
        listed.add_option(Option(top.content, disabled=True))
        listed.add_options([Option(self._row(offer, width)) for offer in self._offers])
        listed.add_option(Option(below.content, disabled=True))
        listed.highlighted = 1 if marked is None else marked
        if marked is None:
            listed.scroll_home(animate=False)

    def _row(self, offer: Offer, width: int) -> Content:
        """Key, name, and what happens, in columns where there is room for them."""
        action = offer.action
        keys = ", ".join(map(key_name, offer.keys))
        if len(keys) >= KEY_WIDTH or action.shown_as:
            keys = offer.shown
        words = about(action, self._keys)
        if width < WIDE:
            first = Content.styled(f"{keys}  ", "bold $text-primary")
            lines = wrapped([(f"{action.name}. ", "bold"), (words, "$muted")], width, first, 2)
        else:
            first = Content.assemble(
                (f"{keys:<{KEY_WIDTH}}", "bold $text-primary"), (f"{action.name:<{NAME_WIDTH}}", "bold")
            )
            lines = wrapped([(words, "")], width, first, KEY_WIDTH + NAME_WIDTH)
        return Content("\n").join(lines)


def _told_before(offer: Offer, offers: Sequence[Offer]) -> bool:
    """Whether this is the other way of a move that is told already: "↑↓ Choose" tells both ways."""
    first = next(
        each for each in offers if (each.action.name, each.action.about) == (offer.action.name, offer.action.about)
    )
    return offer is not first and offer.action.moves and not first.remapped and bool(first.action.shown_as)


def _of_app(offer: Offer) -> bool:
    return offer.action.id.startswith("app.")
