"""An index that is opened only when something is searched for, or before that, when there is time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # Search is what the start of the app does without.
    from guide_tui.search.index import Answer


class Finder(Protocol):
    """Whatever finds documents by what a person types, as ``Index`` does."""

    def find(self, query: str, limit: int = 10) -> Answer:
        """The documents that answer a query best."""


class LateIndex:
    """Finds as the index does that ``open_index`` gives. It is opened once, whichever thread asks first.

    Args:
        open_index: Opens the index; takes a moment.
    """

    def __init__(self, open_index: Callable[[], Finder]) -> None:
        self._open_index = open_index
        self._opened: Finder | None = None
        self._opening = Lock()

    def find(self, query: str, limit: int = 10) -> Answer:
        """The documents that answer a query best."""
        return self.open().find(query, limit)

    def open(self) -> Finder:
        """The index; while another thread opens it, this one waits."""
        with self._opening:
            if self._opened is None:
                self._opened = self._open_index()
            return self._opened
