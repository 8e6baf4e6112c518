"""What can be done now, on the screen that is in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from guide_tui.tui.actions import ACTIONS, Action, action_of, every_action
from guide_tui.tui.keys import key_name

KeysOf = Callable[[Action], str]
"""Gives the keys of an action as they are now, separated by commas."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that can be done now."""

    action: Action
    keys: tuple[str, ...]
    """The keys that do it now, as Textual names them; at least one."""

    runs: str
    """The Textual action of its first key."""

    node: DOMNode
    """What it is an action of."""

    remapped: bool
    """Whether its keys are others than those it came with."""

    @property
    def shown(self) -> str:
        """Its keys as they are printed on the keyboard, for a narrow place."""
        if self.action.shown_as and not self.remapped:
            return self.action.shown_as
        return key_name(self.keys[0])

    async def take(self, app: App[Any]) -> None:
        """Do it: a box leaves to its screen what it does not do itself, as with keys."""
        for node in self.node.ancestors_with_self:
            if await app.run_action(self.runs, node):
                return

    @property
    def leaves(self) -> bool:
        """Whether it is a way out, which nobody looks for first."""
        return "escape" in self.action.keys.split(",")


def offers(screen: Screen[Any], keys_of: KeysOf) -> list[Offer]:
    """The actions that can be done on a screen: of the box with the cursor, of the screen, and of the app.

    Args:
        screen: The screen in front.
        keys_of: Gives the keys of an action as they are now.
    """
    active = screen.active_bindings
    found: dict[str, Offer] = {}
    for bound in active.values():
        action = action_of(bound.binding.id or "")
        if action is None or not bound.enabled or action.id in found:
            continue
        listed = keys_of(action)
        # A key that scrolls is taken by the text that has the cursor, and does the same there.
        keys = [key for key in listed.split(",") if key not in active or not _other(active[key].binding.id, action)]
        found[action.id] = Offer(action, tuple(keys), bound.binding.action, bound.node, listed != action.keys)
    for action in ACTIONS["app"]:
        # These work over sheets and lists too, where the app's bindings are not counted among the active ones.
        if action.priority and action.id not in found:
            listed = keys_of(action)
            keys = listed.split(",")
            found[action.id] = Offer(action, tuple(keys), action.does, screen.app, listed != action.keys)
    nodes = list(dict.fromkeys(offer.node for offer in found.values()))
    order = {action_id: number for number, action_id in enumerate(every_action())}
    return sorted(found.values(), key=lambda offer: (nodes.index(offer.node), order[offer.action.id]))


def _other(bound: str | None, action: Action) -> bool:
    return bound is not None and bound != action.id and action_of(bound) is not None
