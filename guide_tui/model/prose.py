"""Text with a little structure, free of any markup language.

Content is written in Markdown; the readers turn it into these blocks, and the terminal app, the command line
and search each render them in their own way, so that nobody interprets content as markup a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    """Plain characters; never markup."""

    strong: bool = False
    """Set apart as important."""

    emphasis: bool = False
    """Stressed, or a name."""

    target: str = ""
    """Where it leads: ``term:ID``, ``faq:ID``, ``check:TREE`` or ``guide:SOURCE/SECTION``; empty for plain text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside an answer or a section."""

    level: int
    """3 is the highest that content may use inside a section."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[tuple[Block, ...], ...]
    """One tuple of blocks per item."""

    ordered: bool = False
    """Numbered from 1 instead of bulleted."""


Block = Paragraph | Heading | Listing


@dataclass(frozen=True, slots=True)
class Prose:
    """A text made of blocks."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def targets(self) -> tuple[str, ...]:
        """Every link target, in reading order."""
        return tuple(span.target for span in spans_of(self.blocks) if span.target)


def spans_of(blocks: Iterable[Block]) -> Iterator[Span]:
    """Every span of the blocks, in reading order."""
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield from spans_of(item)
        else:
            yield from block.spans


def plain_text(prose: Prose) -> str:
    """The prose as unwrapped plain text: a blank line between blocks, "- " or "1. " before list items."""
    return "\n\n".join(_plain_block(block, 0) for block in prose.blocks)


def _plain_block(block: Block, depth: int) -> str:
    if not isinstance(block, Listing):
        return "".join(span.text for span in block.spans)
    lines = []
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.ordered else "- "
        body = "\n".join(_plain_block(part, depth + 1) for part in item)
        indent = "  " * depth
        lines.append(indent + mark + body.replace("\n", "\n" + indent + "  "))
    return "\n".join(lines)
