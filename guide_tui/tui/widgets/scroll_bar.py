"""How far down one is, drawn in whole rows: in a bar of one column, parts of a row look like specks of dirt."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBarRender


class WholeRows(ScrollBarRender):
    """A scroll bar whose ends stand between two rows."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]
