"""The current case of a store, as a conversation keeps its responses in it."""

from __future__ import annotations

from guide_tui.errors import StoreError
from guide_tui.model.case import Case, Responses, Value, Visit
from guide_tui.model.characters import visible
from guide_tui.services.journal import Journal
from guide_tui.store.cases import CaseStore


class CaseKeeper:
    """Keeps the responses of the store's current case.

    Args:
        store: An open store.
    """

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self._case = store.current().id
        self._former: list[int] = []
        self._journals: dict[int, Journal] = {}

    @property
    def notice(self) -> str:
        """What the person must know about keeping answers; empty where all is well."""
        return self._store.notice

    @property
    def place(self) -> str:
        """Where answers are kept, as a sentence."""
        if self._store.kept:
            return f"Your answers are kept on this computer only, in {visible(str(self._store.path))}."
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

    def ticked(self, tree: str, outcome: str) -> frozenset[str]:
        """The actions of an outcome that are done, by their keys."""
        return self._store.ticked(self._case, tree, outcome)

    def tick(self, tree: str, outcome: str, action: str, *, done: bool) -> None:
        """Keep at once whether an action is done."""
        self._store.tick(self._case, tree, outcome, action, done=done)

    def working_on(self, tree: str) -> None:
        """Note which check is being worked on, to offer it again."""
        self._store.set_tree(self._case, tree)

    def worked_on(self) -> tuple[str, ...]:
        """The checks worked on in this case, the latest first."""
        return self._store.visited(self._case)

    def visits(self) -> tuple[Visit, ...]:
        """The checks worked on in this case and when, the latest first."""
        return self._store.visits(self._case)

    def visits_of(self, case_id: int) -> tuple[Visit, ...]:
        """The checks worked on in any case and when, the latest first."""
        return self._store.visits(case_id)

    def others(self, most: int) -> tuple[Case, ...]:
        """The other cases that hold answers, the one last answered first, at most so many."""
        return self._store.others(self._case, most)

    @property
    def situation(self) -> int:
        """The number of the case, to come back to it."""
        return self._case

    def resume(self, situation: int) -> None:
        """Go back to a case; ``former_situation`` takes it back.

        Raises:
            StoreError: There is no such case.
        """
        left, self._case = self._case, self._store.switch(situation).id
        self._former.append(left)

    def new_situation(self) -> None:
        """Begin a new case; the old one stays in the store. ``former_situation`` takes it back."""
        self._former.append(self._case)
        self._case = self._store.new_case().id

    @property
    def can_go_back(self) -> bool:
        """Whether another case was worked on since the program began, and not gone back to."""
        return bool(self._former)

    def former_situation(self) -> bool:
        """Go back to the case that was worked on before this one, and say whether there still is one.

        The case that is left stays in the store if it has an answer, and goes if it has none.
        """
        left = self._store.current()
        while self._former:
            try:
                self._case = self._store.switch(self._former.pop()).id
            except StoreError:
                continue  # Another window removed it.
            if not left.responses and left.id != self._case:
                self._store.remove_case(left.id)
            return True
        return False

    @property
    def journal(self) -> Journal:
        """What was done in the checks of the case since the program began, to be undone."""
        return self._journals.setdefault(self._case, Journal())
