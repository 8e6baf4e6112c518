"""The map of a check: the whole tree, the way so far, and what can still come."""

from __future__ import annotations

from typing import cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import OptionList, Static

from guide_tui.errors import GuideError
from guide_tui.model.library import Library
from guide_tui.services.check import Conversation
from guide_tui.services.outline import Outline, Row, outlined
from guide_tui.services.picture import save_picture
from guide_tui.services.wording import worded
from guide_tui.trees.graph import graph_of, progress
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import Host
from guide_tui.tui.map import GONE, LIT, MapList, write_node, write_way
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.screens.sheet import SheetScreen
from guide_tui.tui.widgets.key_bar import KeyBar


class MapScreen(Screen[str | None]):
    """The tree as an outline. Gives the id of a question whose answer is to be changed, or None.

    Args:
        library: For citations.
        conversation: The check whose tree it is.
    """

    ABOUT_KEYS = (
        "Every question stands once, with what each of its answers leads to under it. Type the first letters of a "
        "question or an outcome to go there. Enter on one of your own answers changes it; Enter on anything else "
        "tells more about it, and by which answers you would come there."
    )
    BINDINGS = bindings("map")
    AUTO_FOCUS = "#map"

    def __init__(self, library: Library, conversation: Conversation) -> None:
        super().__init__()
        self.library = library
        self.conversation = conversation
        self.outline: Outline = outlined(
            graph_of(conversation.tree), progress(conversation.space, conversation.responses)
        )
        self.wanted = ""
        """What was typed to go to a node."""
        self._found: list[int] = []

    def compose(self) -> ComposeResult:
        """The map; what is told of the marked node stands beside it, or in a narrow window below it."""
        yield Static("", id="masthead", markup=False)
        with Horizontal(id="mapped"):
            yield MapList(id="map")
            with VerticalScroll(id="node", can_focus=False):
                yield PageView(id="node-page")
        yield Static("", id="wanted", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the map, at the place where the person stands."""
        self.query_one("#masthead", Static).update(
            Content.assemble(
                (self.conversation.tree.title, "bold $text-accent"),
                (f"   map   {LIT} your path   {GONE} ruled out", "$muted"),
            )
        )
        assert self.outline.progress is not None
        self.map.show(self.outline, self.outline.progress.here)
        self._say()

    @property
    def map(self) -> MapList:
        """The outline on the screen."""
        return self.query_one("#map", MapList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next match only where there is one."""
        return len(self._found) > 1 if action == "next_match" else True

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the marked node."""
        event.stop()
        row = self.map.row
        self.query_one("#node-page", PageView).show(lambda page: self._write(page, row))
        self.query_one("#node", VerticalScroll).scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_open()

    def on_key(self, event: Key) -> None:
        """Letters go to a node of that name; Backspace takes one back."""
        if event.key == "backspace" and self.wanted:
            self._want(self.wanted[:-1])
        elif event.character and event.is_printable and (self.wanted or event.character != " "):
            self._want(self.wanted + event.character)
        elif event.key in ("up", "down", "home", "end", "pageup", "pagedown"):
            self._want("")
            return
        else:
            return
        event.stop()

    def action_leave(self) -> None:
        """Forget what was typed, or go back to the check."""
        if self.wanted:
            self._want("")
        else:
            self.dismiss(None)

    def action_open(self) -> None:
        """Change an answer of the path, go back to the open question, or tell more about a node."""
        row, told = self.map.row, self.outline.progress
        self._want("")
        assert told is not None
        if row.node == told.here:
            self.dismiss(None)
        elif row.node in told.path:
            self.dismiss(row.node)
        else:
            self.app.push_screen(SheetScreen("", lambda page: self._write_whole(page, row)))

    def action_fold(self) -> None:
        """Fold a question, or go to the one above."""
        self.map.fold()

    def action_unfold(self) -> None:
        """Unfold a question, or go to its first answer."""
        self.map.unfold()

    def action_fold_all(self) -> None:
        """Fold what is off the path, or unfold everything."""
        self.map.fold_all()

    def action_here(self) -> None:
        """Go to where the person stands."""
        assert self.outline.progress is not None
        self._want("")
        self.map.go_to(self.outline.home[self.outline.progress.here])

    def action_next_match(self) -> None:
        """Go to the next node of that name."""
        if self._found:
            place = self.map.place
            at = self._found.index(place) + 1 if place in self._found else 0
            self.map.go_to(self._found[at % len(self._found)])
            self._say()

    def action_save(self) -> None:
        """Save the picture."""
        host = cast(Host, self.app)
        try:
            path = save_picture(
                self.outline.graph, self.outline.progress, self.library.about.disclaimer, host.save_folder
            )
        except GuideError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Saved as {path}", markup=False)

    def _want(self, words: str) -> None:
        self.wanted = words
        self._found = self.map.matches(words) if words else []
        if self._found:
            self.map.go_to(self._found[0])
        self._say()
        self.refresh_bindings()

    def _say(self) -> None:
        line = Content("")
        if self.wanted:
            place = self.map.place
            at = (
                f"{self._found.index(place) + 1} of {len(self._found)}" if place in self._found else "nothing begins so"
            )
            line = Content.assemble(("Go to: ", "bold $text-accent"), self.wanted, (f"   {at}", "$muted"))
        bar = self.query_one("#wanted", Static)
        bar.display = bool(self.wanted)
        bar.update(line)

    def _write(self, page: Page, row: Row) -> None:
        write_node(page, self.library, self.outline, row, self._enter(row))

    def _enter(self, row: Row) -> str:
        """What Enter does with a node."""
        told = self.outline.progress
        assert told is not None
        if row.node == told.here:
            return "Enter goes back to it."
        if row.node not in told.path:
            return "Enter shows how you would come here."
        question = self.conversation.tree.questions[row.node]
        return f"You answered: {worded(question, self.conversation.responses[row.node])}. Enter changes it."

    def _write_whole(self, page: Page, row: Row) -> None:
        write_node(page, self.library, self.outline, row)
        write_way(page, self.conversation, row.node)
