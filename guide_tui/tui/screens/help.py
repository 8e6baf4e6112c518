"""Help for the screen one is on."""

from __future__ import annotations

from typing import Any

from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer

from guide_tui.model.library import Library
from guide_tui.tui.actions import bindings
from guide_tui.tui.page import Page, PageView

NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "ctrl+q": "Ctrl+Q",
    "question_mark": "?",
}


class HelpScreen(ModalScreen[None]):
    """What the keys do on another screen, and what this program is.

    Args:
        other: The screen that help is for.
        library: For its title and disclaimer.
    """

    BINDINGS = bindings("help")
    AUTO_FOCUS = "#help"

    def __init__(self, other: Screen[Any], library: Library) -> None:
        super().__init__()
        self._lines = key_lines(other)
        self._about = getattr(other, "ABOUT_KEYS", "")
        self._library = library

    def compose(self) -> ComposeResult:
        """A sheet over the screen."""
        with VerticalScroll(id="help"):
            yield PageView(id="help-page")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Write the sheet."""
        self.query_one("#help-page", PageView).show(self._write)

    def _write(self, page: Page) -> None:
        page.text(("Help", "bold $text-accent"))
        if self._about:
            page.gap().text((self._about, ""))
        page.heading("Keys on this screen")
        for keys, does in self._lines:
            page.text((does, ""), mark=(f"{keys:<14}", "bold"))
        page.heading("About")
        page.text((self._library.about.disclaimer, ""))


def _offered(screen: Screen[Any], binding: Binding) -> bool:
    _, action, parameters = parse(binding.action)
    return bool(screen.check_action(action, parameters))


def key_lines(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Keys with what they do, for every binding of the screen and the app that says so."""
    # Every widget binds the keys that scroll, and lets them through where it has nothing to scroll.
    own = {binding.key: binding for binding in Binding.make_bindings(screen.BINDINGS) if _offered(screen, binding)}
    lines: dict[str, list[str]] = {}
    active = screen.active_bindings
    for key in dict.fromkeys((*own, *active)):
        if key not in active or not active[key].enabled:
            continue
        does = active[key].tooltip or (own[key].tooltip if key in own else "")
        if does:
            lines.setdefault(does, []).append(NAMES.get(key, key.upper()))
    return [(" ".join(keys), does) for does, keys in lines.items()]
