"""What screens ask of the app that shows them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

from textual.screen import Screen

from guide_tui.model.tree import Tree
from guide_tui.services.check import Change


class Host(Protocol):
    """What leads beyond one screen. ``GuideApp`` is one; it imports the screens, so they cannot name it."""

    save_folder: Path
    """Where outcomes are saved as text."""

    def open_document(self, document: str) -> None:
        """Open what a document id or a link stands for."""

    def tell_notice(self) -> None:
        """Tell what the person must know about keeping answers, once."""

    def effects_elsewhere(self, tree: Tree, change: Change) -> list[str]:
        """What a change in one check does to the outcomes of the others that were worked on."""


class HostedScreen(Screen[None]):
    """A screen that leads to others."""

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast(Host, self.app)
