"""A board of cards, of which one is marked: what the home screen offers.

All of it is drawn by one widget, line by line, because a widget per card would make every key press wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.content import Content
from textual.events import Click, Leave, MouseMove, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from guide_tui.tui.page import NARROWEST, WIDEST, Piece, wrapped

GUTTER = 2
"""Columns before the text of a card, in which the marked one has its sign."""

MARK = "›"

COLUMN = 52
"""Columns that a card should have before another one stands beside it."""

MOST_COLUMNS = 3

WIDEST_TEXT = 110
"""Columns beyond which the few lines of text above the cards are wrapped."""

MOST_TITLE_LINES = 3
MOST_ABOUT_LINES = 2


@dataclass(frozen=True, slots=True)
class Card:
    """Something that can be opened."""

    opens: str
    """What it stands for, as its screen names it."""

    title: tuple[Piece, ...]
    about: str = ""
    """Half a line under the title."""

    note: Piece = ("", "")
    """A few words: on the right of the title where cards stand one under another, else below."""

    label: Piece = ("", "")
    """Stands before the title; later lines hang under the title."""

    @property
    def plain(self) -> str:
        """The card as one line."""
        words = (self.label[0], *(text for text, _ in self.title))
        return " ".join(" ".join(("".join(words), self.about, self.note[0])).split())


@dataclass(frozen=True, slots=True)
class Part:
    """Cards under one heading."""

    heading: str = ""
    text: tuple[tuple[Piece, ...], ...] = ()
    """Paragraphs under the heading, which cannot be opened."""

    cards: tuple[Card, ...] = ()
    columns: bool = True
    """Whether cards may stand beside each other."""


@dataclass(slots=True)
class _Line:
    """One row of the board: what stands in it from left to right."""

    cells: list[tuple[int, int, Content]] = field(default_factory=list)
    """First column, the card's number or -1, and the text."""

    width: int = 0
    """Columns of each cell."""

    shaded: bool = False


class Board(ScrollView):
    """Shows parts with their cards; the marked card follows ``move``, and a click opens one."""

    COMPONENT_CLASSES = {"board--card", "board--marked", "board--hover"}  # noqa: RUF012
    can_focus = False

    @dataclass
    class Marked(Message):
        """Another card is marked, or none."""

        opens: str

    @dataclass
    class Opened(Message):
        """A card was clicked."""

        opens: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.parts: tuple[Part, ...] = ()
        self.cards: list[Card] = []
        self._lines: list[_Line] = []
        self._grid: list[list[int]] = []
        """The numbers of the cards, row by row."""
        self._spans: list[tuple[int, int]] = []
        """By card: its first line, and the line after its last."""
        self._signed: list[int] = []
        """By card: the line of its title, where its sign stands."""
        self._number = -1
        self._hover = -1
        self._column = 0
        self._laid_out = 0
        self._placed: tuple[tuple[Part, ...], int, int] = ((), 0, 0)
        """What was placed, in which width and height."""
        self._drawn: dict[tuple[int, int, int], Strip] = {}

    # What is on it

    def show(self, parts: Sequence[Part], keep: str = "") -> None:
        """Show these parts. The card that opens ``keep`` is marked, or else the first one."""
        self.parts = tuple(parts)
        self.cards = [card for part in self.parts for card in part.cards]
        self._hover = -1
        self._lay_out(self._laid_out or self.scrollable_content_region.width)
        places = [number for number, card in enumerate(self.cards) if card.opens == keep]
        self._number = places[0] if places and keep else (0 if self.cards else -1)
        self._column = next((row.index(self._number) for row in self._grid if self._number in row), 0)
        self.scroll_to(y=0, animate=False, immediate=True)
        self._show_marked()
        # A change of its size asks for a layout by itself.
        self.refresh()

    @property
    def marked(self) -> Card | None:
        """The card that Enter would open."""
        return self.cards[self._number] if 0 <= self._number < len(self.cards) else None

    @property
    def plain(self) -> list[str]:
        """What stands on it, unwrapped: a line per heading, paragraph and card."""
        lines = []
        for part in self.parts:
            lines += [part.heading] if part.heading else []
            lines += ["".join(text for text, _ in paragraph) for paragraph in part.text]
            lines += [card.plain for card in part.cards]
        return lines

    @property
    def columns(self) -> int:
        """How many cards stand beside each other at most."""
        return max((len(row) for row in self._grid), default=1)

    def move(self, across: int, down: int) -> None:
        """Mark a card beside, above or below the marked one; at an edge nothing happens."""
        place = next((place for place, row in enumerate(self._grid) if self._number in row), None)
        if place is None:
            return
        row = self._grid[place]
        if across:
            column = row.index(self._number) + across
            if not 0 <= column < len(row):
                return
            self._column = column
            self._mark(row[column])
        else:
            row = self._grid[max(0, min(place + down, len(self._grid) - 1))]
            self._mark(row[min(self._column, len(row) - 1)])

    def move_page(self, pages: int) -> None:
        """Mark a card about a page further down or up."""
        goal = pages * max(1, self.scrollable_content_region.height - 2)
        place = next((place for place, row in enumerate(self._grid) if self._number in row), None)
        if place is None:
            return
        start = self._spans[self._number][0]
        reached = place
        for step in range(place, len(self._grid) if pages > 0 else -1, 1 if pages > 0 else -1):
            reached = step
            if abs(self._spans[self._grid[step][0]][0] - start) >= abs(goal):
                break
        self.move(0, reached - place)

    def _mark(self, number: int) -> None:
        if number == self._number:
            return
        self._number = number
        self._show_marked()
        self.refresh()
        self.post_message(self.Marked(self.cards[number].opens))

    def _show_marked(self) -> None:
        if self._number < 0 or not self._laid_out:
            return
        first, end = self._spans[self._number]
        if self._number in self._grid[0] and end <= self.scrollable_content_region.height:
            # What stands above the first card would else never come back into sight.
            first = 0
        self.scroll_to_region(Region(0, first, 1, end - first), animate=False, immediate=True, force=True)

    # Laying out

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that the board has at this width."""
        self._lay_out(width)
        return len(self._lines)

    def on_resize(self, event: Resize) -> None:
        """Lay the board out for the new width."""
        self._lay_out(self.scrollable_content_region.width)
        self._show_marked()

    def notify_style_update(self) -> None:
        """Draw anew after a change of colours."""
        self._drawn.clear()
        super().notify_style_update()

    def _lay_out(self, width: int) -> None:
        height = self.scrollable_content_region.height
        if width <= 0 or (self.parts, width, height) == self._placed:
            return
        self._drawn.clear()
        self._laid_out = width
        self._placed = (self.parts, width, height)
        self._place(width, roomy=True)
        if len(self._lines) > height:
            self._place(width, roomy=False)
        self.virtual_size = Size(width, len(self._lines))

    def _place(self, width: int, *, roomy: bool) -> None:
        """Place every part; ``roomy`` with air around the cards."""
        self._lines, self._grid, self._spans, self._signed = [], [], [], []
        number = 0
        for part in self.parts:
            self._lay_out_text(part, width)
            columns = max(1, min(MOST_COLUMNS, width // (COLUMN + GUTTER))) if part.columns else 1
            size = min(width // columns, WIDEST + 2 * GUTTER)
            for start in range(0, len(part.cards), columns):
                row = list(range(number + start, number + min(start + columns, len(part.cards))))
                self._lay_out_row(row, size, beside=columns > 1, roomy=roomy and part.columns)
            number += len(part.cards)

    def _lay_out_text(self, part: Part, width: int) -> None:
        heading: tuple[Piece, ...] = ((part.heading, "bold $text-accent"),)
        room = max(NARROWEST, min(width - 2 * GUTTER, WIDEST_TEXT))
        written = [
            line
            for paragraph in ((heading, *part.text) if part.heading else part.text)
            for line in wrapped(paragraph, room, Content(""), 0)
        ]
        if written and self._lines and self._lines[-1].cells:
            self._lines.append(_Line())
        self._lines += [_Line([(GUTTER, -1, line)], width) for line in written]

    def _lay_out_row(self, row: list[int], size: int, *, beside: bool, roomy: bool) -> None:
        room = max(NARROWEST, size - 2 * GUTTER)
        texts = [_card_lines(self.cards[number], room, beside=beside) for number in row]
        rich = beside and any(len(text) > 1 for text in texts)
        padded = int(rich and roomy)
        texts = [[Content("")] * padded + text for text in texts]
        height = max(map(len, texts)) + padded
        first = len(self._lines)
        for place in range(height):
            cells = [
                (column * size, number, text[place] if place < len(text) else Content(""))
                for column, (number, text) in enumerate(zip(row, texts, strict=True))
            ]
            self._lines.append(_Line(cells, size, shaded=rich))
        self._spans += [(first, first + height)] * len(row)
        self._signed += [first + padded] * len(row)
        self._grid.append(row)
        if rich or (roomy and height > 1):
            self._lines.append(_Line())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the board."""
        _, top = self.scroll_offset
        width = self.scrollable_content_region.width
        place = y + top
        if place >= len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        line = self._lines[place]
        numbers = {number for _, number, _ in line.cells}
        key = (place, self._number if self._number in numbers else -1, self._hover if self._hover in numbers else -1)
        strip = self._drawn.get(key)
        if strip is None:
            strip = self._drawn[key] = self._draw(place, line, width)
        return strip

    def _draw(self, place: int, line: _Line, width: int) -> Strip:
        pieces: list[Content] = []
        used = 0
        for start, number, text in line.cells:
            if start > used:
                pieces.append(Content(" " * (start - used)))
                used = start
            if number < 0:
                pieces.append(text)
                used += text.cell_length
                continue
            cell = self._cell(number, text, line, sign=self._signed[number] == place)
            pieces.append(cell)
            used += cell.cell_length
        whole = Content("").join(pieces)
        strips = Visual.to_strips(self, whole, max(width, used, 1), 1, self.visual_style)
        return strips[0].adjust_cell_length(width, self.visual_style.rich_style)

    def _cell(self, number: int, text: Content, line: _Line, *, sign: bool) -> Content:
        marked = number == self._number
        gutter = Content.styled(MARK, "bold $text-accent") if marked and sign else Content(" ")
        # The ground ends before the next column begins, so that cards stand apart.
        room = line.width - GUTTER
        ground = Content(" ") + text
        ground = ground.pad_right(max(0, room - ground.cell_length))
        if marked:
            return (gutter + ground).stylize_before(self._ground("board--marked"))
        if number == self._hover:
            return gutter + ground.stylize_before(self._ground("board--hover"))
        if line.shaded:
            return gutter + ground.stylize_before(self._ground("board--card"))
        return gutter + ground

    def _ground(self, name: str) -> Style:
        return Style(background=self.get_visual_style(name).background)

    # The mouse

    def on_click(self, event: Click) -> None:
        """Mark and open the card under the mouse."""
        number = self._card_at(event.x, event.y)
        if number >= 0:
            self._mark(number)
            self.post_message(self.Opened(self.cards[number].opens))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show which card a click would open."""
        self._point_at(self._card_at(event.x, event.y))

    def on_leave(self, event: Leave) -> None:
        """Show none any more."""
        self._point_at(-1)

    def _point_at(self, number: int) -> None:
        if number != self._hover:
            self._hover = number
            self.refresh()

    def _card_at(self, x: int, y: int) -> int:
        place = y + self.scroll_offset.y
        if place < len(self._lines):
            line = self._lines[place]
            for start, number, _ in line.cells:
                if number >= 0 and start <= x < start + line.width:
                    return number
        return -1


def _card_lines(card: Card, room: int, *, beside: bool) -> list[Content]:
    """The lines of a card that has so many columns."""
    label = Content.styled(*card.label)
    hang = label.cell_length
    note = Content.styled(*card.note)
    on_the_right = bool(note) and not beside and room - note.cell_length - 2 >= NARROWEST + hang
    narrower = room - note.cell_length - 2 if on_the_right else room
    lines = _clipped(wrapped(card.title, narrower, label, hang), MOST_TITLE_LINES, narrower)
    if on_the_right:
        lines[0] = lines[0].pad_right(room - lines[0].cell_length - note.cell_length) + note
    if card.about:
        about = wrapped([(card.about, "")], room, Content(" " * hang), hang)
        lines += _clipped(about, MOST_ABOUT_LINES, room)
    if note and not on_the_right:
        lines += _clipped(wrapped([card.note], room, Content(" " * hang), hang), MOST_ABOUT_LINES, room)
    return lines


def _clipped(lines: list[Content], most: int, width: int) -> list[Content]:
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last.cell_length > width - 1:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + Content("…")]
