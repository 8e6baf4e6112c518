"""The part of the app that knows what can be done, and does it from the help and the palette."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from guide_tui.model.library import Library
from guide_tui.tui.actions import Action, both_cases, every_action
from guide_tui.tui.keys import key_name
from guide_tui.tui.offers import Offer, offers
from guide_tui.tui.remapping import remap
from guide_tui.tui.settled import SettledApp
from guide_tui.tui.theme import LOOKS

# Screens are loaded when they are first opened: the start waits for none of them.
if TYPE_CHECKING:
    from guide_tui.services.clipboard import ClipboardProgram
    from guide_tui.services.keeping import CaseKeeper
    from guide_tui.services.late_index import Finder
    from guide_tui.tui.screens.palette import Chosen


class ActingApp(SettledApp):
    """An app whose actions come from the one list of actions."""

    library: Library
    index: Finder
    keeper: CaseKeeper
    clipboard_programs: Sequence[ClipboardProgram] = ()
    """The programs that reach the clipboard of this computer."""

    _keys: Mapping[str, str] = {}
    """Keys that are others than those they came with, by action id."""

    _key_problems: Sequence[str] = ()

    def use_keys(self, table: Mapping[str, object]) -> None:
        """Give actions the keys that the person wants for them, as far as they can be had; the rest is told later."""
        remapping = remap(table)
        self._key_problems = remapping.problems
        self.set_keymap(remapping.keys)

    def on_mount(self) -> None:
        """Tell which keys of the settings cannot be used."""
        for problem in self._key_problems:
            self.notify(f"Keys in your settings: {problem}", severity="warning", timeout=15, markup=False)

    def set_keymap(self, keymap: Mapping[str, str]) -> None:
        """Give actions other keys, as ``remapping.remap`` found them fit."""
        super().set_keymap(both_cases(keymap))
        self._keys = dict(keymap)

    def keys_of(self, action: Action) -> str:
        """The keys of an action as they are now, separated by commas."""
        return self._keys.get(action.id, action.keys)

    def key_of(self, action: str) -> str:
        """The first key of an action, by its id, as it is printed on the keyboard."""
        return key_name(self.keys_of(every_action()[action]).split(",")[0])

    def offers(self, screen: Screen[Any]) -> list[Offer]:
        """What can be done on a screen now."""
        # What is open already need not be offered.
        open_ = getattr(screen, "OPENED_BY", "")
        return [offer for offer in offers(screen, self.keys_of) if offer.action.id != open_]

    def open_document(self, document: str) -> None:
        """Open what a document id stands for."""
        raise NotImplementedError

    def action_help(self) -> None:
        """Show what can be done on this screen; on the help itself, close it."""
        from guide_tui.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        else:
            self.push_screen(HelpScreen(self.screen, self.offers(self.screen), self._keys), self._take)

    def action_palette(self) -> None:
        """Find something to do; from a sheet or a list, which closes for it; in the palette itself, close it."""
        from guide_tui.tui.screens.palette import PaletteScreen, Thing

        was_open = isinstance(self.screen, PaletteScreen)
        while self.screen.is_modal and len(self.screen_stack) > 1:
            self.screen.dismiss(None)
        if not was_open:
            checks = {f"check:{tree.id}": tree.title for tree in self.library.trees.values()}
            looks = [Thing(f"{_LOOK}{look.id}", "Look", look.name, look.about) for look in LOOKS]
            palette = PaletteScreen(self.offers(self.screen), self._keys, self.index, checks, looks)
            self.push_screen(palette, self._follow)

    def _take(self, offer: Offer | None) -> None:
        if offer is not None:
            self.call_next(offer.take, self)

    def _follow(self, chosen: Chosen | None) -> None:
        if isinstance(chosen, Offer):
            self._take(chosen)
        elif chosen is not None and chosen.startswith(_LOOK):
            self.change_settings(replace(self.settings.settings, look=chosen.removeprefix(_LOOK)))
        elif chosen is not None:
            self.open_document(chosen)


_LOOK = "look:"
