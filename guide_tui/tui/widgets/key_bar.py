"""The bottom line: what can be done now, with its keys, to be clicked or pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from textual.content import Content
from textual.events import Click, Leave, MouseMove, Resize
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from guide_tui.tui.host import Host
from guide_tui.tui.offers import Offer

GUTTER = 2
"""Empty columns at both ends, as everywhere in the app."""

APART = "  "
"""What stands between two entries."""

HELP = "app.help"
ALL_KEYS = "All keys"
"""What help is called where the line does not show everything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands on the bottom line for an offer."""

    offer: Offer
    name: str
    start: int
    """The column it begins in."""

    @property
    def end(self) -> int:
        """The column after it."""
        return self.start + len(self.offer.shown) + 1 + len(self.name)


class KeyBar(Widget):
    """One line with the most important offers, whole, as many as there is room for; help always stands at its end."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"key-bar--key", "key-bar--hover"}  # noqa: RUF012
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; background: $panel; color: $foreground;
        & > .key-bar--key { color: $footer-key-foreground; text-style: bold; }
        & > .key-bar--hover { background: $primary 30%; text-style: underline; }
    }
    """

    entries: reactive[tuple[Entry, ...]] = reactive(())
    pointed: reactive[int | None] = reactive(None)
    """The entry under the mouse."""

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self._follow(self.screen)

    def render(self) -> Content:
        """Every entry as its key and its name."""
        line = Content("")
        key_style = self.get_visual_style("key-bar--key")
        hover = self.get_visual_style("key-bar--hover")
        for place, entry in enumerate(self.entries):
            line += Content(" " * (entry.start - len(line)))
            words = Content.assemble((entry.offer.shown, key_style), f" {entry.name}")
            line += words.stylize(hover) if place == self.pointed else words
        return line

    def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        event.stop()
        place = self._at(event.x)
        if place is not None:
            self.app.simulate_key(self.entries[place].offer.keys[0])

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what a click would do."""
        self.pointed = self._at(event.x)

    def on_leave(self, event: Leave) -> None:
        """Nothing is pointed at any more."""
        self.pointed = None

    def _at(self, column: int) -> int | None:
        return next((n for n, entry in enumerate(self.entries) if entry.start <= column < entry.end), None)

    def _follow(self, screen: Screen[Any]) -> None:
        if self.is_attached and screen is self.screen and self.size.width:
            self.entries = tuple(laid_out(cast(Host, self.app).offers(screen), self.size.width))
            self.pointed = None


def laid_out(offers: Sequence[Offer], width: int) -> list[Entry]:
    """The offers that a line has room for, those of the lowest rank first, none cut; help stands at the right end."""
    help_ = next((offer for offer in offers if offer.action.id == HELP), None)
    others = [offer for offer in offers if offer is not help_]
    last = Entry(help_, ALL_KEYS, 0) if help_ else None
    room = width - GUTTER - (last.end + len(APART) if last else 0)
    entries: list[Entry] = []
    for offer in sorted(others, key=lambda offer: offer.action.rank):
        entry = Entry(offer, offer.action.name, entries[-1].end + len(APART) if entries else GUTTER)
        if offer.action.footer and entry.end <= room:
            entries.append(entry)
    if help_ and last:
        name = ALL_KEYS if len(entries) < len(others) else help_.action.name
        size = Entry(help_, name, 0).end
        entries.append(Entry(help_, name, max(0, width - GUTTER - size)))
    return entries
