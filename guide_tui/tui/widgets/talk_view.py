"""The conversation of a check as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.events import Resize
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from guide_tui.model.case import Value
from guide_tui.tui.talk import Line, LineKind, folded
from guide_tui.tui.widgets.marked_list import MarkedList

CHOICES = (LineKind.OPTION, LineKind.DECISION)
"""What a number picks."""


class TalkView(MarkedList, can_focus=False):
    """The trail with the open question under it; the question and its options are always in sight.

    The cursor stays in the answer box, which sends the keys that move here.
    """

    @dataclass
    class Picked(Message):
        """A line was picked."""

        line: Line

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.lines: list[Line] = []
        """What is shown, the folded answers taken together."""

        self._write: Callable[[int], list[Line]] = lambda width: []
        self._laid_out = (0, 0)
        self._unfolded = False

    @property
    def width(self) -> int:
        """Columns that a line has."""
        return self.scrollable_content_region.width - 2

    def show(self, write: Callable[[int], list[Line]], *, stay: bool = False) -> None:
        """Show what ``write`` makes of a width; it is called again when the size changes.

        Args:
            write: Gives the lines for a number of columns.
            stay: Whether the marked line stays marked; otherwise the answer given before, or the first, is.
        """
        self._write = write
        place = self.highlighted if stay else None
        if not stay:
            self._unfolded = False
        self._lay_out(place)

    def on_resize(self, event: Resize) -> None:
        """Lay the conversation out for the new size; what is marked stays marked."""
        if (self.width, self.size.height) != self._laid_out:
            self._lay_out(self.highlighted)

    def mark(self, value: Value) -> None:
        """Mark an option by its id."""
        for place, line in enumerate(self.lines):
            if line.kind is LineKind.OPTION and line.id == value:
                self.highlighted = place

    def move(self, step: int) -> None:
        """Mark the next line, or the one before; going up to the folded answers shows them."""
        if step > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()
        line = self.marked
        if line is not None and line.kind is LineKind.FOLD:
            self.unfold()

    @property
    def marked(self) -> Line | None:
        """The line that Enter takes."""
        place = self.highlighted
        return self.lines[place] if place is not None and place < len(self.lines) else None

    def choice(self, number: int) -> Line | None:
        """The line that a number stands for, from 1; None where there is none."""
        choices = [line for line in self.lines if line.kind in CHOICES]
        return choices[number - 1] if 1 <= number <= len(choices) else None

    def unfold(self) -> None:
        """Show every answer; the last of those that were folded is marked."""
        hidden = len(self._write(self.width)) - len(self.lines)
        self._unfolded = True
        self._lay_out(hidden)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a line."""
        event.stop()
        self.post_message(self.Picked(self.lines[event.option_index]))

    def _lay_out(self, place: int | None) -> None:
        if self.width <= 0:
            # Hidden behind an outcome. What was shown before must not be picked from any more, and the size that
            # comes with being shown again, though it is the one of before, must not pass for laid out.
            self.lines, self._laid_out = [], (0, 0)
            self.clear_options()
            return
        self._laid_out = (self.width, self.size.height)
        lines = self._write(self.width)
        # What was marked keeps its place among the last lines, however many answers are folded now.
        from_end = None if place is None else len(self.lines or lines) - place
        shown = lines if self._unfolded else folded(lines, self.size.height)
        if self._unfolded and place is not None:
            from_end = len(lines) - place
        self.lines = shown
        self.clear_options()
        self.add_options([Option(line.prompt, disabled=line.kind is LineKind.TEXT) for line in shown])
        self.highlighted = self._first_choice() if from_end is None else max(0, len(shown) - from_end)
        self.call_after_refresh(self._show_question)

    def _first_choice(self) -> int | None:
        choices = [place for place, line in enumerate(self.lines) if line.kind in CHOICES]
        before = [place for place in choices if self.lines[place].current]
        return next(iter(before or choices), None)

    def _show_question(self) -> None:
        """Scroll so that the question and what can be picked are in sight, and the marked line in any case."""
        rows = _row_ranges(self.lines)
        block = [row for row, line in zip(rows, self.lines, strict=True) if line.kind not in _AROUND]
        if block and self.is_mounted:
            top, bottom = block[0][0], block[-1][1]
            self.scroll_to(y=min(top, max(0, bottom - self.size.height)), animate=False)
        if self.highlighted is not None:
            self.scroll_to_highlight()


_AROUND = (LineKind.ANSWER, LineKind.FOLD, LineKind.WORDS)


def _row_ranges(lines: Sequence[Line]) -> list[tuple[int, int]]:
    ranges, at = [], 0
    for line in lines:
        ranges.append((at, at + line.rows))
        at += line.rows
    return ranges
