"""A page of text, laid out for the width there is.

Everything long that the app shows is one page in one widget: wrapping here, with hanging indents, costs a fraction
of a widget per paragraph, and no text is ever interpreted as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content, Span
from textual.events import Resize
from textual.widgets import Static

from guide_tui.model.prose import Block, Heading, Listing, Prose
from guide_tui.model.prose import Span as ProseSpan

if TYPE_CHECKING:
    from guide_tui.tui.links import Links

NARROWEST = 16
"""Columns below which nothing is wrapped any further."""

WIDEST = 92
"""Columns beyond which lines would be hard to read."""

Piece = tuple[str, str]
"""Text, and the style that it is shown in."""

_End = tuple[Piece, Sequence[str]]
"""What stands after the last word of prose, and the documents whose numbers stand there."""


@dataclass
class Page:
    """A text being laid out.

    Args:
        width: Columns to wrap to.
        links: Numbers the links in prose, so that they can be followed; None where they lead nowhere.
    """

    width: int
    lines: list[Content] = field(default_factory=list)
    links: Links | None = None

    def __post_init__(self) -> None:
        self.width = max(NARROWEST, min(self.width, WIDEST))

    def text(self, *pieces: Piece, indent: int = 0, mark: Piece = ("", "")) -> Page:
        """Wrapped text behind ``indent`` columns; ``mark`` stands before the first line, inside the indent's edge."""
        hang = indent + len(mark[0])
        first = Content(" " * indent) + Content.styled(*mark)
        self.lines += wrapped(pieces, self.width, first, hang)
        return self

    def prose(
        self,
        prose: Prose,
        *,
        indent: int = 0,
        style: str = "",
        mark: Piece = ("", ""),
        tail: Piece = ("", ""),
        rests_on: Sequence[str] = (),
    ) -> Page:
        """Prose behind ``indent`` columns, ``mark`` before its first line, ``tail`` after its last word, and where the
        page has links, the numbers of the documents that it rests on.
        """
        for number, block in enumerate(prose.blocks):
            if number and not isinstance(prose.blocks[number - 1], Heading):
                self.gap()
            last = number == len(prose.blocks) - 1
            self._block(block, indent, style, mark if number == 0 else ("", ""), (tail, rests_on) if last else None)
            if number == 0:
                indent += len(mark[0])
        return self

    def heading(self, words: str, style: str = "bold $text-accent") -> Page:
        """A heading with air above it."""
        if self.lines:
            self.gap()
        return self.text((words, style))

    def gap(self) -> Page:
        """An empty line, unless there is one already."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Content(""))
        return self

    @property
    def content(self) -> Content:
        """The lines as one content."""
        return Content("\n").join(self.lines)

    def _block(self, block: Block, indent: int, style: str, mark: Piece, end: _End | None) -> None:
        if isinstance(block, Listing):
            for number, item in enumerate(block.items, start=1):
                sign = f"{number}. " if block.ordered else "• "
                last = number == len(block.items)
                for place, part in enumerate(item):
                    first = place == 0
                    deeper = indent if first else indent + len(sign)
                    ended = end if last and place == len(item) - 1 else None
                    self._block(part, deeper, style, (sign, "$muted") if first else ("", ""), ended)
            return
        weight = "bold $text-accent" if isinstance(block, Heading) else ""
        pieces = [piece for span in block.spans for piece in self._span(span, joined_style(style, weight))]
        if end is not None:
            tail, rests_on = end
            pieces.append(tail)
            # Numbered only now, so that links in the text before have the smaller numbers.
            pieces += self.links.marks(rests_on) if self.links is not None else []
        self.text(*pieces, indent=indent, mark=mark)

    def _span(self, span: ProseSpan, style: str) -> list[Piece]:
        if span.target and self.links is not None:
            return self.links.pieces(span.text, span.target, style)
        return [(span.text, joined_style(style, span_style(span)))]


def span_style(span: ProseSpan) -> str:
    """The style of a span of prose."""
    if span.target:
        return "underline"
    return joined_style("bold" if span.strong else "", "italic" if span.emphasis else "")


def joined_style(*styles: str) -> str:
    """Several styles as one."""
    return " ".join(style for style in styles if style)


def wrapped(pieces: Iterable[Piece], width: int, first: Content, hang: int) -> list[Content]:
    """Pieces of text as lines of at most ``width`` columns; later lines are behind ``hang`` columns."""
    lines: list[Content] = []
    line = _Line(first.plain, list(first.spans))
    for word, size, space in _broken(_words(pieces), width - hang):
        if line.fresh:
            line.fresh = False
        elif line.cells + (1 if space else 0) + size > width:
            lines.append(line.content)
            line = _Line(" " * hang, [])
            line.fresh = False
        elif space:
            line.add(*space, 1)
        for text, style, cells in word:
            line.add(text, style, cells)
    return [*lines, line.content]


_Part = tuple[str, str, int]
"""Part of a word: text, style, columns."""

_Word = tuple[list[_Part], int, Piece | None]
"""A word in parts, as its style may change inside; its columns; and the space before it, if there is one."""


class _Line:
    """A line being filled. Content is immutable, and adding to it word by word would copy it each time."""

    __slots__ = ("cells", "fresh", "spans", "text")

    def __init__(self, text: str, spans: list[Span]) -> None:
        self.text = text
        self.spans = spans
        self.cells = _columns(text)
        self.fresh = True
        """Whether no word stands on it yet."""

    def add(self, text: str, style: str, cells: int) -> None:
        start = len(self.text)
        self.text += text
        self.cells += cells
        if not style:
            return
        if self.spans and self.spans[-1].end == start and self.spans[-1].style == style:
            self.spans[-1] = Span(self.spans[-1].start, len(self.text), style)
        else:
            self.spans.append(Span(start, len(self.text), style))

    @property
    def content(self) -> Content:
        return Content(self.text, self.spans, self.cells)


def _columns(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def _broken(words: Iterable[_Word], room: int) -> Iterator[_Word]:
    """Words; one that no line has room for, such as a long address, in parts."""
    for word in words:
        parts, size, space = word
        if size <= room:
            yield word
            continue
        held: list[_Part] = []
        used = 0
        for text, style, _ in parts:
            for character in text:
                cells = cell_len(character)
                if used + cells > room and held:
                    yield held, used, space
                    held, used, space = [], 0, None
                held.append((character, style, cells))
                used += cells
        if held:
            yield held, used, space


def _words(pieces: Iterable[Piece]) -> Iterator[_Word]:
    """Words, each with the space before it (none between words that touch); a word may change its style inside."""
    word: list[_Part] = []
    size = 0
    before: Piece | None = None
    for text, style in pieces:
        for number, part in enumerate(text.split(" ")):
            if number:
                if word:
                    yield word, size, before
                    word, size = [], 0
                # The space has the style of the text it stands in, so that underlining runs through.
                before = (" ", style)
            if part:
                cells = _columns(part)
                word.append((part, style, cells))
                size += cells
    if word:
        yield word, size, before


class PageView(Static):
    """Shows a page, laid out anew for every width."""

    # Its lines fit, so Textual need not look for places to break them once more; while they are still those of a wider
    # window they count as one row each, or the page would keep empty rows at its end.
    DEFAULT_CSS = "PageView { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, classes=classes, markup=False)
        self._write: Callable[[Page], object] = lambda page: page
        self._laid_out = 0

    def show(self, write: Callable[[Page], object]) -> None:
        """Show what ``write`` puts on a page; it is called again when the width changes."""
        self._write = write
        self._lay_out(self._laid_out or self.size.width)

    @property
    def plain(self) -> str:
        """What is shown, without styles."""
        return str(self.content)

    def dressed(self, content: Content) -> Content:
        """The page as it is shown; here as it was written."""
        return content

    def on_resize(self, event: Resize) -> None:
        """Lay the page out for the new width."""
        if event.size.width != self._laid_out:
            self._lay_out(event.size.width)

    def _lay_out(self, width: int) -> None:
        if width <= 0:
            return
        self._laid_out = width
        page = Page(width)
        self._write(page)
        self.update(self.dressed(page.content))


def marked(text: str, marks: Sequence[tuple[int, int]], style: str, mark_style: str) -> list[Piece]:
    """Text as pieces, the marked ranges in a style of their own."""
    pieces: list[Piece] = []
    at = 0
    for start, end in marks:
        if start > at:
            pieces.append((text[at:start], style))
        pieces.append((text[start:end], mark_style))
        at = max(at, end)
    pieces.append((text[at:], style))
    return pieces
