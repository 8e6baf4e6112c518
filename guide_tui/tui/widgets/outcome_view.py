"""An outcome as a page whose actions can be ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message

from guide_tui.model.library import Library
from guide_tui.services.report import Report
from guide_tui.tui.actions import bindings
from guide_tui.tui.outcome import Written, write_report
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.tones import COLOURS
from guide_tui.tui.widgets.marked_list import MARK

GUTTER = 2
BAR = "▌"


class OutcomeView(VerticalScroll):
    """The page, with a mark before the action that Space ticks.

    Down goes to the next action where it is in sight, and scrolls otherwise; so the whole page is read with one key.

    Args:
        library: For sources and the disclaimer.
        key_of: Gives the key of an action by its id, for telling.
    """

    BINDINGS = bindings("outcome")

    @dataclass
    class Ticked(Message):
        """An action was ticked, or its tick taken away."""

        key: str
        done: bool

    def __init__(self, library: Library, key_of: Callable[[str], str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._library = library
        self._key_of = key_of
        self._report: Report | None = None
        self._written = Written(range(0))
        self._marked = ""
        self._inner = Page(0)
        """The page without its gutter: moving the mark lays nothing out anew."""
        self._laid_out_for: tuple[int, Report | None] = (0, None)

    def compose(self) -> ComposeResult:
        """One page."""
        yield PageView(id="outcome-page")

    def show(self, report: Report) -> None:
        """Show an outcome from its beginning."""
        self._report = report
        self._marked = next((task.key for task in report.tasks), "")
        self._write()
        self.scroll_home(animate=False)
        self.focus()

    def update(self, report: Report) -> None:
        """Show the same outcome with other ticks, at the same place."""
        self._report = report
        self._write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer ticking where there is something to tick."""
        return bool(self._report and self._report.tasks) if action == "tick" else True

    def action_move(self, step: int) -> None:
        """Go to the next action (1) or the one before (-1) where it is in sight; otherwise scroll by a row."""
        keys = list(self._written.tasks)
        if self._marked in keys and self._in_sight(self._marked):
            place = keys.index(self._marked) + step
            if 0 <= place < len(keys) and self._in_sight(keys[place]):
                self._marked = keys[place]
                self._write()
                return
        self.scroll_relative(y=step, animate=False)
        self._mark_what_is_in_sight()

    def action_page(self, step: int) -> None:
        """Scroll by a page, with a row in common."""
        self.scroll_relative(y=step * max(1, self.size.height - 1), animate=False)
        self._mark_what_is_in_sight()

    def action_tick(self) -> None:
        """Tick the marked action, or take its tick away; one that is out of sight is shown first."""
        if not self._marked:
            return
        if self._in_sight(self._marked):
            self._toggle(self._marked)
        else:
            self.scroll_to(y=self._written.tasks[self._marked].start - 2, animate=False)

    def on_click(self, event: Click) -> None:
        """A click on an action ticks it."""
        row = event.screen_y - self.query_one(PageView).region.y
        for key, rows in self._written.tasks.items():
            if row in rows:
                event.stop()
                self._marked = key
                self._toggle(key)

    def _toggle(self, key: str) -> None:
        assert self._report is not None
        done = next(task.done for task in self._report.tasks if task.key == key)
        self.post_message(self.Ticked(key, not done))

    def _in_sight(self, key: str) -> bool:
        first = self._written.tasks[key].start
        # What was scrolled to counts, not what is drawn yet.
        return self.scroll_target_y <= first < self.scroll_target_y + self.size.height

    def _mark_what_is_in_sight(self) -> None:
        keys = [key for key in self._written.tasks if self._in_sight(key)]
        if keys and self._marked not in keys:
            before = list(self._written.tasks).index(self._marked) < list(self._written.tasks).index(keys[0])
            self._marked = keys[0] if before else keys[-1]
            self._write()

    def _write(self) -> None:
        self.query_one(PageView).show(self._write_page)

    def _write_page(self, page: Page) -> None:
        if self._report is None:
            return
        if self._laid_out_for[0] != page.width or self._laid_out_for[1] is not self._report:
            self._inner = Page(page.width - GUTTER, [Content("")])
            self._written = write_report(self._inner, self._library, self._report, self._key_of)
            self._laid_out_for = (page.width, self._report)
        marked = self._written.tasks.get(self._marked)
        bar = Content.styled(f"{BAR} ", COLOURS[self._report.tone])
        mark = Content.styled(f"{MARK} ", "bold $text-accent")
        empty = Content(" " * GUTTER)
        for row, line in enumerate(self._inner.lines):
            first = bar if row in self._written.verdict else mark if marked and row == marked.start else empty
            page.lines.append(first + line)
