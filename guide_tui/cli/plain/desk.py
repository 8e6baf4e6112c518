"""What the parts of the plain mode share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guide_tui.cli.plain.console import Console
from guide_tui.cli.plain.menu import Menu
from guide_tui.cli.session import Session
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.services.changes import effects_elsewhere
from guide_tui.services.check import Change, Conversation
from guide_tui.services.closed_days import read_closed_days
from guide_tui.services.nation import NationKeeper

if TYPE_CHECKING:
    from guide_tui.search.index import Index


class Desk:
    """The library, the person's answers, and the way to speak with them.

    Args:
        session: One run of the command, with the store of answers open.
        today: The day on which relative dates are judged.
    """

    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        self.today = today
        self.console = Console(session.width)
        self.menu = Menu(self.console)
        self.settings = session.settings
        self.keeper = NationKeeper(session.store, session.settings)
        self._closures = session.closed_days

    @property
    def library(self) -> Library:
        """What can be asked, checked and read."""
        return self._session.library

    @property
    def index(self) -> Index:
        """The index over the library, made when something is looked up first."""
        return self._session.index

    @property
    def places(self) -> Mapping[str, Path]:
        """The folders and files that a person may want to find, by what they hold."""
        return self._session.places

    @property
    def data_folder(self) -> Path:
        """The folder where answers and closed days are kept."""
        return self._session.data_folder

    @property
    def save_folder(self) -> Path:
        """Where outcomes are saved as text."""
        return self._session.save_folder

    def conversation(self, tree: Tree) -> Conversation:
        """A check as far as it has come."""
        return Conversation(tree, self.keeper, self.today, self._closures, self.keeper.journal)

    def read_closures(self) -> None:
        """Read the centre's own closed days again, after they were changed."""
        self._closures = read_closed_days(self.data_folder).days

    def effects_elsewhere(self, tree: Tree, change: Change) -> list[str]:
        """What a change in one check does to the outcomes of the others that were worked on, a sentence each."""
        names = [name for name in self.keeper.worked_on() if name in self.library.trees and name != tree.id]
        return effects_elsewhere(
            [self.library.trees[name] for name in names], self.keeper.responses(), change, self.today
        )

    def kept(self, otherwise: str) -> str:
        """What the person must know about where their answers go, or else the words given."""
        return self.keeper.notice or otherwise
