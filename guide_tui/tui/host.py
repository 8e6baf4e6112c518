"""What screens ask of the app that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.screen import Screen

# Nothing of it is needed to run: a screen waits for none of it.
if TYPE_CHECKING:
    from datetime import date

    from guide_tui.model.library import Library
    from guide_tui.model.settings import Settings
    from guide_tui.model.tree import Tree
    from guide_tui.services.check import Change
    from guide_tui.services.clipboard import ClipboardProgram
    from guide_tui.services.closed_days import ClosedDays
    from guide_tui.services.keeping import CaseKeeper
    from guide_tui.store.settings import SettingsFile
    from guide_tui.tui.offers import Offer


class Host(Protocol):
    """What leads beyond one screen. ``GuideApp`` is one; it imports the screens, so they cannot name it."""

    library: Library
    """What can be asked, checked and read."""

    keeper: CaseKeeper
    """Where answers are kept."""

    today: date
    """The day that is today."""

    save_folder: Path
    """Where texts are saved."""

    clipboard_programs: Sequence[ClipboardProgram]
    """The programs that reach the clipboard of this computer."""

    settings: SettingsFile
    """What the person has chosen."""

    def change_settings(self, settings: Settings) -> None:
        """Make these the settings: they hold and are kept at once."""

    @property
    def closed_days(self) -> ClosedDays:
        """The centre's own closed days as they are now, and what is wrong with their file."""

    def open_closures(self) -> None:
        """Show the closed days, to add to and to take away from."""

    def closures_changed(self) -> None:
        """Take the closed days into account as they are now."""

    def open_welcome(self) -> None:
        """Show the page of the first start."""

    def welcome_read(self) -> None:
        """Do not show the page of the first start of itself again."""

    def tell_saved(self, path: Path) -> None:
        """Tell where an outcome was saved."""

    def open_document(self, document: str) -> None:
        """Open what a document id or a link stands for."""

    def tell_notice(self) -> None:
        """Tell what the person must know about keeping answers, once."""

    def effects_elsewhere(self, tree: Tree, change: Change) -> list[str]:
        """What a change in one check does to the outcomes of the others that were worked on."""

    def offers(self, screen: Screen[Any]) -> list[Offer]:
        """What can be done on a screen now."""

    def key_of(self, action: str) -> str:
        """The key of an action, by its id, as it is printed on the keyboard now."""


class HostedScreen(Screen[None]):
    """A screen that leads to others."""

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast("Host", self.app)
