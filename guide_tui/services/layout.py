"""Text as plain lines: wrapped, indented, with bullets and headings.

No boxes, no colour, nothing that only position says.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from guide_tui.model.prose import Block, Heading, Listing, Prose
from guide_tui.model.tree import Note

_UNDERLINE = re.compile(r"-{2,}|={2,}")

WIDTH = 80
"""Columns that lines are wrapped to where nothing narrower is asked for."""


def paragraph(text: str, width: int = WIDTH, indent: str = "", hang: str | None = None) -> list[str]:
    """A text wrapped to ``width`` columns; later lines are behind ``hang``, by default the indent."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [indent.rstrip()]


def heading(text: str, width: int = WIDTH, line: str = "-") -> list[str]:
    """A heading, underlined."""
    wrapped = paragraph(text, width)
    return [*wrapped, line * max(len(each) for each in wrapped)]


def spoken(lines: Iterable[str]) -> list[str]:
    """The lines for somebody who hears them: headings end in a colon, or a stop, instead of being underlined."""
    told: list[str] = []
    for line in lines:
        if told and _UNDERLINE.fullmatch(line):
            told[-1] += "" if told[-1].endswith((".", ":", "?", "!")) else "." if ": " in told[-1] else ":"
        else:
            told.append(line)
    return told


def prose_lines(prose: Prose, width: int = WIDTH, indent: str = "") -> list[str]:
    """The prose wrapped to ``width`` columns, every line behind ``indent``."""
    return _block_lines(prose.blocks, width, indent)


def bullets(texts: Sequence[str], width: int) -> list[str]:
    """The texts as the items of a list."""
    return [line for text in texts for line in paragraph(f"- {text}", width, "", "  ")]


def bulleted(prose: Prose, mark: str, width: int) -> list[str]:
    """The prose as one item of a list, behind its bullet or number and what else stands in ``mark``."""
    hang = _hang(mark)
    lines: list[str] = []
    for block in prose.blocks:
        if isinstance(block, Listing) or lines:
            lines += _block_lines((block,), width, hang)
        else:
            lines += paragraph(mark + _words(block), width, "", hang)
    return lines or [mark.rstrip()]


def note_lines(note: Note, reference: str, width: int, mark: str, when: str = "") -> list[str]:
    """A note as one item of a list: its condition in words, what it says, and the reference to its source."""
    lines = bulleted(note.say, f"{mark}{when.strip()} " if when else mark, width)
    if not reference:
        return lines
    hang = _hang(mark)
    # The reference follows the last words where it fits, instead of taking a line of its own.
    if len(lines[-1]) + 1 + len(reference) <= width:
        return [*lines[:-1], f"{lines[-1]} {reference}"]
    return [*lines, *paragraph(reference, width, hang)]


def apart(parts: Iterable[Iterable[str]]) -> list[str]:
    """The parts one after another, with two empty lines between them."""
    lines: list[str] = []
    for part in parts:
        if lines:
            lines += ["", ""]
        lines += part
    return lines


def _hang(mark: str) -> str:
    """The indent that stands under what follows the bullet or number of a mark."""
    return " " * (len(mark.split(" ")[0]) + 1)


def _block_lines(blocks: Sequence[Block], width: int, indent: str) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        if isinstance(block, Listing):
            for number, item in enumerate(block.items, start=1):
                lines += _item_lines(item, f"{number}. " if block.ordered else "- ", width, indent)
        else:
            lines += paragraph(_words(block), width, indent)
    return lines


def _item_lines(item: Sequence[Block], mark: str, width: int, indent: str) -> Iterator[str]:
    deeper = indent + " " * len(mark)
    lines: list[str] = []
    for block in item:
        lines += _block_lines((block,), width, deeper)
    if lines:
        lines[0] = indent + mark + lines[0][len(deeper) :]
    yield from lines


def _words(block: Block) -> str:
    assert not isinstance(block, Listing)
    text = "".join(span.text for span in block.spans)
    return text.upper() if isinstance(block, Heading) and block.level <= 2 else text
