"""The contents of what is read, as a list beside the text."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from guide_tui.services.contents import Contents, Group
from guide_tui.tui.actions import bindings
from guide_tui.tui.page import NARROWEST, wrapped

HANG = 2
"""Columns that later lines of a text's name stand in."""

ALL_OPEN = 70
"""As many texts are listed at once; of more, only those of one group."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the list."""

    words: str
    document: str
    """What it opens; empty for the heading of a group."""

    group: str
    """The title of its group."""


class ContentsList(VerticalScroll, inherit_bindings=False):
    """Lists the texts of a document; one is being read, and one is marked while the list has the focus.

    One widget draws all lines: a list widget takes longer to mount than everything else that opening a text takes.
    """

    BINDINGS = bindings("contents")

    @dataclass
    class Picked(Message):
        """A text was picked."""

        document: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, can_focus=True)
        self._contents = Contents("", ())
        self._rows: list[Row] = []
        self._tops: list[int] = []
        """The line on which each row begins, and last the number of lines."""
        self._open = ""
        """The title of the group whose texts are listed, where not all are."""
        self._read = ""
        self._marked = 0
        self._in_use = False

    def compose(self) -> ComposeResult:
        """The lines."""
        yield Static("", id="contents-lines", markup=False)

    def show(self, contents: Contents, document: str) -> None:
        """List the contents, at the text that is being read."""
        self._contents, self._read = contents, document
        group = contents.group_of(document)
        self._list(group.title if group else "")
        self._marked = next((number for number, row in enumerate(self._rows) if row.document == document), 0)
        self.draw()

    @property
    def marked(self) -> str:
        """The words of the row that Enter would take."""
        return self._rows[self._marked].words if self._rows else ""

    def draw(self) -> None:
        """Draw the lines for the width there is."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        lines: list[Content] = []
        self._tops = []
        for number, row in enumerate(self._rows):
            if not row.document and lines and self._rows[number - 1].document:
                lines.append(Content(""))
            self._tops.append(len(lines))
            lines += self._lines(number, row, width)
        self._tops.append(len(lines))
        self.query_one("#contents-lines", Static).update(Content("\n").join(lines))
        self.call_after_refresh(self._scroll_to_mark)

    def on_resize(self, event: Resize) -> None:
        """Wrap the lines for the new width."""
        self.draw()

    def on_focus(self) -> None:
        """Show the mark."""
        self._in_use = True
        self.draw()

    def on_blur(self) -> None:
        """Hide the mark; it stands at the text that is read when the focus comes back."""
        self._in_use = False
        self._marked = next((n for n, row in enumerate(self._rows) if row.document == self._read), self._marked)
        self.draw()

    def on_click(self, event: Click) -> None:
        """Open the row that was clicked."""
        y = event.screen_y - self.query_one("#contents-lines").region.y
        place = next((n for n in range(len(self._rows)) if self._tops[n] <= y < self._tops[n + 1]), None)
        if place is not None and self._can_mark(place):
            self._marked = place
            self.action_pick()

    def action_mark(self, step: int) -> None:
        """Mark a row so many places on or (negative) back; the last or the first one, if there are not so many."""
        places = [place for place in range(len(self._rows)) if self._can_mark(place)]
        if places:
            number = places.index(self._marked) + step if self._marked in places else 0
            self._marked = places[min(max(number, 0), len(places) - 1)]
            self.draw()

    def action_pick(self) -> None:
        """Open what is marked: a text, or the list of a group."""
        if not self._rows:
            return
        row = self._rows[self._marked]
        if row.document:
            self.post_message(self.Picked(row.document))
            return
        self._list("" if row.group == self._open else row.group)
        self._marked = next(n for n, each in enumerate(self._rows) if each.group == row.group and not each.document)
        self.draw()

    @property
    def _all_open(self) -> bool:
        return len(self._contents.entries) <= ALL_OPEN

    def _list(self, opened: str) -> None:
        self._open = opened
        self._rows = [row for group in self._contents.groups for row in self._group_rows(group)]

    def _group_rows(self, group: Group) -> list[Row]:
        alone = len(self._contents.groups) == 1
        rows = [] if alone else [Row(group.title, "", group.title)]
        if self._all_open or alone or group.title == self._open:
            rows += [Row(entry.title, entry.document, group.title) for entry in group.entries]
        return rows

    def _can_mark(self, place: int) -> bool:
        return bool(self._rows[place].document) or not self._all_open

    def _lines(self, number: int, row: Row, width: int) -> list[Content]:
        marked = self._in_use and number == self._marked
        here = row.document == self._read and bool(row.document)
        if row.document:
            gutter, style = "  ", "bold $text-accent" if here else ""
            sign = "▪ " if here else "  "
        else:
            gutter, style = "  ", "bold"
            sign = "" if self._all_open else ("▾ " if row.group == self._open else "▸ ")
        gutter = "› " if marked else gutter
        count = "" if row.document or self._all_open else f" ({self._texts_in(row.group)})"
        pieces = [(row.words, style), (count, "$muted")]
        first = Content.styled(gutter, "bold $text-accent") + Content.styled(sign, style)
        # A column stays free, so that the words do not touch the scroll bar.
        # Later lines hang, so that one sees where the next text begins.
        hang = len(gutter + sign) + (HANG if row.document else 0)
        lines = wrapped(pieces, max(NARROWEST, width - 1), first, hang)
        if not marked:
            return lines
        # The shade runs through to the edge.
        return [(line + " " * (width - line.cell_length)).stylize("on $marked") for line in lines]

    def _texts_in(self, title: str) -> int:
        return next(len(group.entries) for group in self._contents.groups if group.title == title)

    def _scroll_to_mark(self) -> None:
        if self._rows and self._tops:
            top, end = self._tops[self._marked], self._tops[self._marked + 1]
            # With the heading above a group's first text.
            self.scroll_to_region(Region(0, max(0, top - 2), 1, end - top + 3), animate=False, force=True)
