"""The current case of a store, as a conversation keeps its responses in it."""

from __future__ import annotations

from guide_tui.model.case import Responses, Value
from guide_tui.store.cases import CaseStore


class CaseKeeper:
    """Keeps the responses of the store's current case.

    Args:
        store: An open store.
    """

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self._case = store.current().id

    @property
    def notice(self) -> str:
        """What the person must know about keeping answers; empty where all is well."""
        return self._store.notice

    def responses(self) -> Responses:
        """Every response of the case."""
        return self._store.current().responses

    def save(self, question: str, value: Value) -> None:
        """Keep a response at once."""
        self._store.save(self._case, question, value)

    def forget(self, question: str) -> None:
        """Drop a response."""
        self._store.forget(self._case, question)

    def working_on(self, tree: str) -> None:
        """Note which check is being worked on, to offer it again."""
        self._store.set_tree(self._case, tree)

    def worked_on(self) -> tuple[str, ...]:
        """The checks worked on in this case, the latest first."""
        return self._store.visited(self._case)

    def new_situation(self) -> None:
        """Begin a new case; the old one stays in the store."""
        self._case = self._store.new_case().id
