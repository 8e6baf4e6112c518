"""A list whose marked line can be told without colour."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList

MARK = "›"


class MarkedList(OptionList):
    """A list of lines behind a gutter of two columns, in which a mark stands before the line that Enter would take."""

    COMPONENT_CLASSES = {"marked-list--mark"}  # noqa: RUF012
    DEFAULT_CSS = """
    MarkedList { border: none; padding: 0; background: $background; scrollbar-size-vertical: 1; min-width: 8; }
    MarkedList > .option-list--option { padding: 0 0 0 2; }
    MarkedList > .marked-list--mark { color: $text-accent; text-style: bold; }
    MarkedList:focus { border: none; background-tint: $foreground 0%; }
    """

    def spaced(self, line: Content) -> Content:
        """A line with the empty row under it that a roomy screen has: a list knows no space between its lines."""
        return Content("\n").join([line, Content("")]) if self.app.has_class("-roomy") else line

    def render_line(self, y: int) -> Strip:
        """A line of the list, with the mark before the first line of the marked one."""
        strip = super().render_line(y)
        number = self.scroll_offset.y + y
        marked = self.highlighted
        if marked is None or number >= len(self._lines) or self._lines[number] != (marked, 0) or not strip.cell_length:
            return strip
        style = self.get_component_rich_style("marked-list--mark", partial=True)
        ground = next(iter(strip)).style
        return Strip([Segment(MARK, ground + style if ground else style), *strip.crop(1)], strip.cell_length)
