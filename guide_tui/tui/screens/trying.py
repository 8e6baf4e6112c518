"""Trying what would change an outcome."""

from __future__ import annotations

from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from guide_tui.model.library import Library
from guide_tui.services.check import Conversation
from guide_tui.services.report import OtherWay, Report
from guide_tui.services.trying import Trial, trial
from guide_tui.services.wording import joined
from guide_tui.tui.actions import bindings
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.tones import COLOURS, SYMBOLS
from guide_tui.tui.trying import write_now, write_then
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.marked_list import MarkedList


class WayList(MarkedList):
    """The other ways, nearest first."""

    # OptionList would take Enter and the arrows for itself and hide them; the screen does what is bound here.
    BINDINGS = bindings("try")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the screen does, when it does."""
        return self.screen.check_action(action, parameters)


class TryScreen(Screen[int | None]):
    """The ways to another outcome; the marked one stands beside the outcome as it is. Gives the way to keep, or None.

    Args:
        library: What is asked and cited.
        conversation: A check that has reached an outcome; it is only looked at.
        now: Its report, with at least one other way.
    """

    ABOUT_KEYS = (
        "Each line is a change that would lead to another outcome. Go through them with Up and Down: below you see "
        "your outcome as it is, and as it would be. Enter takes the change over, after asking; Esc changes nothing."
    )
    BINDINGS = bindings("try")
    AUTO_FOCUS = "#ways"

    def __init__(self, library: Library, conversation: Conversation, now: Report) -> None:
        super().__init__()
        self._tree = conversation.tree
        self._now = now
        self._trial = lru_cache(maxsize=None)(lambda way: trial(library, conversation, now, now.other_ways[way]))

    def compose(self) -> ComposeResult:
        """The ways, and under them the two outcomes."""
        yield Static("", id="masthead", markup=False)
        yield WayList(*(Option(self._row(way)) for way in self._now.other_ways), id="ways", markup=False)
        with VerticalScroll(id="compared", can_focus=False), Container(id="columns"):
            yield PageView(id="now")
            yield PageView(id="then")
        yield KeyBar()

    def on_mount(self) -> None:
        """Try the first way."""
        count = len(self._now.other_ways)
        ways = f"{count} way{'' if count == 1 else 's'} to another outcome"
        title = Content.assemble(
            ("What would change this", "bold $text-accent"), (f"   {ways} · {self._tree.title}", "$muted")
        )
        self.query_one("#masthead", Static).update(title)
        self.query_one(WayList).highlighted = 0

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._show_marked)

    def _show_marked(self) -> None:
        marked = self.query_one(WayList).highlighted
        if marked is not None:
            self._show(marked)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Try the marked way."""
        event.stop()
        self._show(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click only tries: what it would do is to be seen first."""
        event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer reading on only where there is more than fits."""
        return not self.is_mounted or self.query_one("#compared").max_scroll_y > 0 if action == "page" else True

    def action_keep(self) -> None:
        """Take the marked way over; what it does to other answers is asked next."""
        self.dismiss(self.query_one(WayList).highlighted)

    def action_leave(self) -> None:
        """Back to the outcome as it is."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Mark the next way, or the one before."""
        listed = self.query_one(WayList)
        if step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_page(self, step: int) -> None:
        """Scroll the two outcomes by a page, with a row in common."""
        compared = self.query_one("#compared", VerticalScroll)
        compared.scroll_relative(y=step * max(1, compared.size.height - 1), animate=False)

    def _row(self, way: OtherWay) -> Content:
        outcome = self._tree.outcomes[way.outcome]
        changes = joined([f"{short}: {answer}" for short, answer in way.changes], "and")
        further = joined([f"{short}: {answer}" for short, answer in way.further], "and")
        return Content.assemble(
            (f"{SYMBOLS[outcome.tone]} ", COLOURS[outcome.tone]),
            (outcome.short, "bold"),
            ("  if  ", "$muted"),
            changes,
            (further and f", then {further}", "$muted"),
        )

    def _show(self, way: int) -> None:
        tried: Trial = self._trial(way)

        brief = self.has_class("-narrow")

        def now(page: Page) -> None:
            write_now(page, tried, brief=brief)

        def then(page: Page) -> None:
            write_then(page, tried)

        self.query_one("#now", PageView).show(now)
        self.query_one("#then", PageView).show(then)
        self.query_one("#compared", VerticalScroll).scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)
