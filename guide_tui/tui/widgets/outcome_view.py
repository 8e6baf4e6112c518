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

NEAR = 4
"""Rows beyond the edge of the window in which the next action is still near."""


class OutcomeView(VerticalScroll):
    """The page, with a mark before the action that Space ticks.

    Down goes to the next action where it is near, and scrolls otherwise; so the whole page is read with one key.
    Only an action in sight is ever marked, and only the marked one is ticked.

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
        self._marked = ""
        self._write()
        self.scroll_home(animate=False, immediate=True)
        self.focus()
        # What is in sight is known when the page is laid out.
        self.call_after_refresh(self._mark_what_is_in_sight)

    def update(self, report: Report) -> None:
        """Show the same outcome with other ticks, at the same place."""
        self._report = report
        self._write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer ticking where an action is marked in sight, and else the way to the next one."""
        if action == "tick":
            return bool(self._marked)
        if action == "find_task":
            return not self._marked and bool(self._written.tasks)
        return True

    def action_move(self, step: int) -> None:
        """Go to the next action (1) or the one before (-1) where it is near; otherwise scroll by a row."""
        keys = list(self._written.tasks)
        if self._marked:
            place = keys.index(self._marked) + step
            if 0 <= place < len(keys) and self._near(keys[place]):
                self._mark(keys[place])
                return
        self.scroll_relative(y=step, animate=False, immediate=True)

    def action_page(self, step: int) -> None:
        """Scroll by a page, with a row in common."""
        self.scroll_relative(y=step * max(1, self.size.height - 1), animate=False, immediate=True)

    def action_tick(self) -> None:
        """Tick the marked action, which is in sight, or take its tick away."""
        if self._marked:
            self._toggle(self._marked)

    def action_find_task(self) -> None:
        """Show and mark the next action further down, or else the first; it is not ticked yet."""
        rows = self._written.tasks
        if rows:
            ahead = [key for key, row in rows.items() if row.start >= self.scroll_y]
            self._mark(ahead[0] if ahead else next(iter(rows)))
            self.notify(f"Marked, not ticked yet. {self._key_of('outcome.tick')} ticks it.", timeout=4, markup=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """However the page is scrolled, only what is in sight is marked."""
        super().watch_scroll_y(old_value, new_value)
        self._mark_what_is_in_sight()

    def on_resize(self) -> None:
        """What is in sight depends on the room."""
        self.call_after_refresh(self._mark_what_is_in_sight)

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
        """Whether an action can be read from its box on, as far as there is room for it."""
        rows, top = self._written.tasks[key], round(self.scroll_y)
        end = min(rows.stop, rows.start + self.size.height)
        return top <= rows.start and end <= top + self.size.height

    def _near(self, key: str) -> bool:
        """Whether the way to an action is short, so that nothing is passed over unread."""
        rows, top = self._written.tasks[key], round(self.scroll_y)
        return top - NEAR <= rows.start and rows.start < top + self.size.height + NEAR

    def _mark(self, key: str) -> None:
        """Mark an action, and scroll no further than it takes to see it whole."""
        rows, top, room = self._written.tasks[key], round(self.scroll_y), self.size.height
        self._marked = key
        if not self._in_sight(key):
            # One row more, so that one sees that the page goes on.
            down = rows.start if rows.start - 1 < top else min(rows.start, rows.stop + 1 - room)
            self.scroll_to(y=max(0, down - (rows.start - 1 < top)), animate=False, immediate=True)
        self._write()
        self.refresh_bindings()

    def _mark_what_is_in_sight(self) -> None:
        """Keep the mark where it can be seen; where it cannot, nothing is marked until an action comes into sight."""
        keys = [key for key in self._written.tasks if self._in_sight(key)]
        if self._marked in keys:
            return
        before, self._marked = self._marked, ""
        if keys:
            order = list(self._written.tasks)
            later = before in order and order.index(before) > order.index(keys[-1])
            self._marked = keys[-1] if later else keys[0]
        if self._marked != before:
            self._write()
            self.refresh_bindings()

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
