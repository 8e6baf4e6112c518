"""What was done in checks, so that it can be taken back later, also after the check was left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide_tui.model.case import Responses, Value


@dataclass(frozen=True, slots=True)
class Entry:
    """Something done in a check: responses given, changed or dropped at once."""

    tree: str
    """The check that it was done in."""

    before: Mapping[str, Value | None]
    """Every response that became another, by question id, as it was; None where there was none."""

    after: Mapping[str, Value | None]
    """The same responses as they became."""


class Journal:
    """What was done in the checks of one case, for as long as the program runs."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def note(self, tree: str, before: Responses, after: Responses) -> None:
        """Note what was done in a check; nothing where nothing became another."""
        changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        if changed:
            earlier = {name: before.get(name) for name in changed}
            self._entries.append(Entry(tree, earlier, {name: after.get(name) for name in changed}))

    def can_undo(self, tree: str, now: Responses) -> bool:
        """Whether something done in a check is still as it was left there."""
        return any(entry.tree == tree and _still(entry, now) for entry in self._entries)

    def undo(self, tree: str, now: Responses) -> dict[str, Value | None]:
        """Take the last thing done in a check out of the journal.

        Returns:
            What the responses were before it, by question id, None for no response. What another check changed since
            is left out: it is not this check's to take back. Empty where there is nothing to undo.
        """
        for place in range(len(self._entries) - 1, -1, -1):
            if self._entries[place].tree == tree and (earlier := _still(self._entries.pop(place), now)):
                return earlier
        return {}


def _still(entry: Entry, now: Responses) -> dict[str, Value | None]:
    """What can be taken back of an entry: the responses that are as it left them."""
    return {name: value for name, value in entry.before.items() if now.get(name) == entry.after[name]}
