"""Markdown as prose: the small part of it that content may use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from guide_tui.library.reading import Reading
from guide_tui.model.characters import shown
from guide_tui.model.problem import Place
from guide_tui.model.prose import Block, Heading, Listing, Paragraph, Prose, Span

MOST_CHARACTERS = 20_000
"""The longest text that is read as Markdown; it is a dozen pages."""

MOST_SIGNS = 50_000
"""Signs of Markdown read in one file. markdown-it needs some 30 µs for each, so 1 MB of them would take 30 s."""

# Rules that content must not use stay on where markdown-it would otherwise pass their signs through as text: an image
# or a table is then seen and answered. Entities are off, since &#27; would bring back what the file reader refuses.
_PARSER = (
    MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    .enable("table")
    .disable(["entity", "html_block", "html_inline"])
)

# A text without any of these is one or more paragraphs of plain words, which spares most texts the parser.
_SIGNS = re.compile(r"[*_`\[\]<>\\|~]|^ *(?:[-+=#]|\d{1,9}[.)])|^ {4}|&", re.MULTILINE)
# A text without any of these is paragraphs still, so that only what is inside its lines has to be parsed.
_BLOCK_SIGNS = re.compile(r"^ *(?:[-+=#>|`<~:]|[*_][ *_]*(?:$| )|\d{1,9}[.)])|^ {4}|\]:", re.MULTILINE)
_COUNTED = re.compile(r"[*_`\[\]!<>|\\~&\n]")
_GAP = re.compile(r"\n[ \n]*\n")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[?!]")

_REFUSED = {
    "blockquote_open": ("a quotation block", "Write a paragraph; content is in our own words."),
    "code_block": ("a code block (an indented paragraph)", "Take the indentation out."),
    "code_inline": ("code", "Take the backticks out, or write *italics*."),
    "fence": ("a code block", "Write a paragraph or a list."),
    "hr": ("a ruled line", "Use a ### heading or a new paragraph."),
    "image": ("an image", "Say it in words."),
    "table_open": ("a table", "Write a list."),
}


def read_markdown(text: str, reading: Reading, start: int, end: int) -> Prose:
    """The prose that a text in Markdown stands for, facts filled in.

    Whatever content may not use is reported; the rest is still read.

    Args:
        text: The Markdown.
        reading: Takes the problems, and knows facts and link targets.
        start: Where the text begins in the file, as an index of the report's text.
        end: Where it ends. Problems are placed at the first mention of their words between the two.
    """
    if len(text) > MOST_CHARACTERS:
        what = f"this text is longer than {MOST_CHARACTERS:,} characters, so it is not read"
        reading.report.error("long-text", reading.report.at(start), what, "Divide it; nobody reads so much at once.")
        return Prose()
    if not _SIGNS.search(text):
        return _plain(text, reading, start, end)
    before = reading.signs
    reading.signs += len(_COUNTED.findall(text))
    if reading.signs > MOST_SIGNS:
        if before <= MOST_SIGNS:
            what = f"this file holds more than {MOST_SIGNS:,} signs of Markdown, so its texts are not read from here on"
            reading.report.error("too-many-signs", reading.report.at(start), what, "Check that the right file is here.")
        return Prose()
    return Prose(_Blocks(reading, start, end, text).read(_tokens(text)))


def _tokens(text: str) -> list[Token]:
    if _BLOCK_SIGNS.search(text):
        return _PARSER.parse(text)
    paragraphs = (part.strip(" \n") for part in _GAP.split(text))
    return [token for paragraph in paragraphs if paragraph for token in _PARSER.parseInline(paragraph)]


def _plain(text: str, reading: Reading, start: int, end: int) -> Prose:
    if "{" in text or "}" in text:
        text = reading.filled(text, start, end)
    parts = _GAP.split(text) if "\n" in text else (text,)
    return Prose(tuple(Paragraph((Span(" ".join(part.split())),)) for part in parts if part and not part.isspace()))


class _Blocks:
    """Turns markdown-it's flat run of tokens into blocks."""

    def __init__(self, reading: Reading, start: int, end: int, text: str) -> None:
        self.reading = reading
        self.start = start
        self.end = end
        self.text = text

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """The blocks that the tokens describe; nested lists are kept on a stack, so depth costs nothing."""
        blocks: list[Block] = []
        outer: list[list[Block]] = []
        items: list[list[tuple[Block, ...]]] = []
        level = 0
        for token in tokens:
            match token.type:
                case "inline":
                    spans = self.spans(token)
                    if spans:
                        blocks.append(Heading(level, spans) if level else Paragraph(spans))
                case "heading_open":
                    level = self.level(token)
                case "heading_close":
                    level = 0
                case "bullet_list_open" | "ordered_list_open":
                    items.append([])
                case "list_item_open":
                    outer.append(blocks)
                    blocks = []
                case "list_item_close":
                    items[-1].append(tuple(blocks))
                    blocks = outer.pop()
                case "bullet_list_close" | "ordered_list_close":
                    blocks.append(Listing(tuple(items.pop()), ordered=token.type == "ordered_list_close"))
                case refused if refused in _REFUSED:
                    self.refuse(refused, self.line_place(token))
                case _:
                    pass
        return tuple(blocks)

    def level(self, token: Token) -> int:
        """A heading's level, 3 or deeper; higher ones belong to the files themselves."""
        level = int(token.tag[1:])
        if level < 3:
            what = f"a heading of level {level} stands inside a text, where only ### and deeper may be used"
            remedy = "Begin the line with ### instead."
            if token.markup in ("=", "-"):
                remedy = "Leave an empty line before the line of signs, or take it out."
            self.reading.report.error("heading-level", self.line_place(token), what, remedy)
        return max(3, level)

    def spans(self, inline: Token) -> tuple[Span, ...]:
        """The runs of text inside one paragraph or heading, neighbours of one style joined."""
        spans: list[Span] = []
        strong = emphasis = 0
        target = ""
        for token in inline.children or ():
            match token.type:
                case "text" | "text_special":
                    self.add(spans, self.words(token.content), strong > 0, emphasis > 0, target)
                case "softbreak" | "hardbreak":
                    self.add(spans, " ", strong > 0, emphasis > 0, target)
                case "strong_open":
                    strong += 1
                case "strong_close":
                    strong -= 1
                case "em_open":
                    emphasis += 1
                case "em_close":
                    emphasis -= 1
                case "link_open":
                    target = self.target(token)
                case "link_close":
                    target = ""
                case refused if refused in _REFUSED:
                    self.refuse(refused, self.place(token.content or "!["))
                case _:
                    pass
        return tuple(spans)

    def add(self, spans: list[Span], text: str, strong: bool, emphasis: bool, target: str) -> None:
        """Append a run of text, joined to the last one where they look the same."""
        if spans:
            last = spans[-1]
            if (last.strong, last.emphasis, last.target) == (strong, emphasis, target):
                spans[-1] = Span(last.text + text, strong, emphasis, target)
                return
        if text:
            spans.append(Span(text, strong, emphasis, target))

    def words(self, text: str) -> str:
        """A run of text with its facts filled in and HTML reported."""
        if "<" in text:
            for tag in _TAG.findall(text):
                what = f"the HTML {shown(tag)} stands in a text and would be shown as it is"
                remedy = "Take it out; for bold write **so**, for italics *so*."
                self.reading.report.error("markdown-not-allowed", self.place(tag), what, remedy)
        if "{" in text or "}" in text:
            text = self.reading.filled(text, self.start, self.end)
        return text

    def target(self, token: Token) -> str:
        """Where a link leads; empty, reported, where nothing is there."""
        target = str(token.attrs.get("href", ""))
        return target if self.reading.leads_somewhere(target, self.place(target)) else ""

    def refuse(self, kind: str, place: Place) -> None:
        """Report a kind of Markdown that content does not use."""
        name, remedy = _REFUSED[kind]
        what = f"{name} stands in a text, and content does not use that part of Markdown"
        self.reading.report.error("markdown-not-allowed", place, what, remedy)

    def place(self, snippet: str) -> Place:
        """Where ``snippet`` stands in the file, or failing that the text that holds it."""
        return self.reading.report.find(snippet, self.start, self.end)

    def line_place(self, token: Token) -> Place:
        """Where the line stands on which a block begins."""
        line = self.text.split("\n")[token.map[0] if token.map else 0].strip()
        return self.place(line)
