"""A tree as an SVG picture, to be shown, printed and hung on a wall.

Where a person's path is lit, its boxes and lines are thicker, numbered and dark, and words say where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from guide_tui.model.characters import visible
from guide_tui.model.tree import Outcome, Question, Tone
from guide_tui.services.graph_layout import Box, Layout, arranged
from guide_tui.services.graph_words import TURNS, EdgeWords, edge_words, in_turn, picture_lines, short_name
from guide_tui.services.lettering import width_of, wrapped
from guide_tui.services.paper import FAINT, FRAMES, GROUNDS, INK, LINE, PAPER, QUIET, TEXTS
from guide_tui.services.symbols import SYMBOLS
from guide_tui.services.wording import TONES
from guide_tui.trees.graph import Edge, Graph, Progress
from guide_tui.trees.ranks import Layering, Slot, layered

FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

QUESTION_WIDTH, OUTCOME_WIDTH, WORDS_WIDTH = 226.0, 178.0, 158.0
ASK, NAME, WORDS, SMALL = 13.0, 13.0, 11.5, 10.5
"""Font sizes: of a question, an outcome's name, the words of an edge, what stands at the edges."""

MARGIN = 44.0
PAD = 11.0


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of an edge, wrapped."""

    lines: tuple[str, ...]
    width: float
    height: float


def svg_text(graph: Graph, progress: Progress | None = None, footer: str = "") -> str:
    """The picture as the text of an SVG file.

    Args:
        graph: What is drawn.
        progress: The path to be lit; None lights nothing.
        footer: A sentence at the foot.
    """
    return _Picture(graph, progress).text(footer)


class _Picture:
    def __init__(self, graph: Graph, progress: Progress | None) -> None:
        self.graph, self.tree, self.progress = graph, graph.tree, progress
        self.words: Mapping[tuple[str, str], EdgeWords] = edge_words(graph)
        self.layering: Layering = layered(graph)
        self.labels = {(edge.source, edge.target): self._label(edge) for edge in graph.edges}
        sizes = {slot: self._size(slot) for row in self.layering.rows for slot in row}
        self.layout: Layout = arranged(self.layering, sizes)
        self.rows = {slot.target: slot.row for slot in sizes if not slot.bend and not slot.source}

    def text(self, footer: str) -> str:
        width = max(self.layout.width + 2 * MARGIN, 700)
        about = wrapped(self.tree.about, width - 2 * MARGIN, 14)
        head = 66 + 19 * len(about) + (24 if self.progress else 8)
        foot = wrapped(footer, width - 2 * MARGIN, SMALL) if footer else []
        legend = self._legend_rows(width - 2 * MARGIN)
        height = head + self.layout.height + 36 + 24 * len(legend) + 15 * len(foot) + 34
        svg = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {_number(width)} {_number(height)}",
                "width": _number(width),
                "height": _number(height),
                "role": "img",
                "aria-labelledby": "title about",
                "font-family": FONTS,
            },
        )
        _sub(svg, "title", id="title").text = visible(self.tree.title)
        _sub(svg, "desc", id="about").text = visible(self._description())
        _arrows(_sub(svg, "defs"))
        _sub(svg, "rect", width=width, height=height, fill=PAPER)
        _text(svg, MARGIN, 50, [self.tree.title], 24, fill=INK, bold=True)
        _text(svg, MARGIN, 76, about, 14, fill=QUIET, leading=19)
        shift = (width - 2 * MARGIN - self.layout.width) / 2
        tree = _sub(svg, "g", transform=f"translate({_number(MARGIN + shift)} {_number(head)})")
        self._draw(tree)
        self._legend(svg, legend, head + self.layout.height + 48)
        _text(svg, MARGIN, height - 20 - 15 * (len(foot) - 1), foot, SMALL, fill=QUIET, leading=15)
        ElementTree.indent(svg, " ")
        return ElementTree.tostring(svg, encoding="unicode") + "\n"

    # Sizes

    def _label(self, edge: Edge) -> _Words:
        if len(self.graph.out[edge.source]) == 1:
            # A question with one way on needs no words for it.
            return _Words((), 8, 4)
        words = self.words[edge.source, edge.target]
        lines = picture_lines(words, lambda text, most: wrapped(text, WORDS_WIDTH, WORDS, most=most))
        if (edge.source, edge.target) in self.layering.left_out:
            lines += wrapped(f"→ {short_name(self.tree, edge.target)}", WORDS_WIDTH, WORDS, most=2)
        width = max(width_of(line, WORDS) for line in lines)
        return _Words(tuple(lines), width + 8, 15.0 * len(lines) + 4)

    def _size(self, slot: Slot) -> tuple[float, float]:
        if slot.bend:
            return 6, 0
        if slot.source:
            words = self.labels[slot.source, slot.target]
            return words.width, words.height
        question = self.tree.questions.get(slot.target)
        if question:
            return QUESTION_WIDTH, 17.0 * len(self._ask(question)) + 2 * PAD
        return OUTCOME_WIDTH, 17.0 * len(self._name(self.tree.outcomes[slot.target])) + 18 + 2 * PAD

    def _ask(self, question: Question) -> list[str]:
        return wrapped(question.ask, QUESTION_WIDTH - 2 * PAD - 4, ASK, most=6)

    def _name(self, outcome: Outcome) -> list[str]:
        return wrapped(outcome.short, OUTCOME_WIDTH - 2 * PAD, NAME, bold=True, most=4)

    # Drawing

    def _draw(self, parent: ElementTree.Element) -> None:
        lines = _sub(parent, "g", **{"fill": "none", "stroke-linecap": "round"})
        for edge in self.graph.edges:
            self._edge(lines, edge, lit=False)
        if self.progress:
            for edge in self.graph.edges:
                if self.progress.passes(edge.source, edge.target):
                    self._edge(lines, edge, lit=True)
        for edge in self.graph.edges:
            self._edge_words(parent, edge)
        for node in self.graph.nodes:
            question = self.tree.questions.get(node)
            box = self.layout.boxes[Slot(self.rows[node], node)]
            if question:
                self._question(parent, question, box)
            else:
                self._outcome(parent, self.tree.outcomes[node], box)

    def _edge(self, parent: ElementTree.Element, edge: Edge, *, lit: bool) -> None:
        line = self._line(edge)
        boxes = [self.layout.boxes[slot] for slot in line]
        path = f"M{_number(boxes[0].x)} {_number(boxes[0].bottom)}"
        for number, box in enumerate(boxes):
            if number:
                path += self._curve(boxes[number - 1], line[number - 1], box, arrives=number == len(boxes) - 1)
            if number > 0 and (number < len(boxes) - 1 or line[number].source):
                path += f"V{_number(box.bottom)}"
        gone = self._closed(edge)
        arrow = {} if line[-1].source else {"marker-end": f"url(#{'lit' if lit else 'arrow'})"}
        style = {"stroke": INK, "stroke-width": "4"} if lit else {"stroke": LINE, "stroke-width": "1.6"}
        if gone and not lit:
            style["stroke-dasharray"] = "4 4"
        _sub(parent, "path", d=path, **style, **arrow)

    def _curve(self, upper: Box, slot: Slot, lower: Box, *, arrives: bool) -> str:
        """From the lower edge of a place to the upper edge of the next; first straight down to the end of the row."""
        floor = self.layout.floors[slot.row]
        top = lower.top - (3 if arrives else 0)
        start = f"V{_number(floor)}" if floor > upper.bottom else ""
        if abs(upper.x - lower.x) < 0.5:
            return f"{start}V{_number(top)}"
        middle = _number((floor + top) / 2)
        return f"{start}C{_number(upper.x)} {middle} {_number(lower.x)} {middle} {_number(lower.x)} {_number(top)}"

    def _edge_words(self, parent: ElementTree.Element, edge: Edge) -> None:
        words = self.labels[edge.source, edge.target]
        if not words.lines:
            return
        box = self.layout.boxes[Slot(self.rows[edge.source] + 1, edge.target, edge.source)]
        group = _sub(parent, "g")
        _sub(group, "title").text = visible("; or ".join(self.words[edge.source, edge.target].full))
        _sub(
            group,
            "rect",
            x=box.left,
            y=box.top - 1,
            width=box.width,
            height=box.height + 2,
            rx=5.0,
            fill=PAPER,
        )
        lit = self.progress is not None and self.progress.passes(edge.source, edge.target)
        gone = self._closed(edge)
        fill = INK if lit else FAINT if gone else QUIET
        _text(group, box.x, box.top + 13, words.lines, WORDS, fill=fill, bold=lit, middle=True, leading=15)

    def _question(self, parent: ElementTree.Element, question: Question, box: Box) -> None:
        gone = self._gone(question.id)
        group = self._frame(parent, question.id, box, 14, (PAPER, QUIET), question.ask)
        _text(
            group,
            box.x,
            box.top + PAD + 13,
            self._ask(question),
            ASK,
            fill=FAINT if gone else INK,
            middle=True,
            leading=17,
        )
        self._badge(group, question.id, box)

    def _outcome(self, parent: ElementTree.Element, outcome: Outcome, box: Box) -> None:
        gone = self._gone(outcome.id)
        ground, frame, ink = GROUNDS[outcome.tone], FRAMES[outcome.tone], TEXTS[outcome.tone]
        group = self._frame(parent, outcome.id, box, 4, (ground, frame), outcome.verdict)
        word = "RULED OUT" if gone else TONES[outcome.tone]
        fill = FAINT if gone else ink
        _text(
            group,
            box.x,
            box.top + PAD + 11,
            [f"{'○' if gone else SYMBOLS[outcome.tone]} {word}"],
            SMALL,
            fill=fill,
            bold=True,
            middle=True,
        )
        _text(
            group,
            box.x,
            box.top + PAD + 31,
            self._name(outcome),
            NAME,
            fill=fill,
            bold=not gone,
            middle=True,
            leading=17,
        )
        self._badge(group, outcome.id, box)

    def _frame(
        self, parent: ElementTree.Element, node: str, box: Box, corner: float, colours: tuple[str, str], title: str
    ) -> ElementTree.Element:
        group = _sub(parent, "g")
        _sub(group, "title").text = visible(title)
        ground, frame = colours
        style = {"fill": ground, "stroke": frame, "stroke-width": "1.4"}
        if self._gone(node):
            style = {"fill": PAPER, "stroke": LINE, "stroke-width": "1.2", "stroke-dasharray": "4 4"}
        elif self.progress and self.progress.step(node):
            style |= {"stroke-width": "4"} | ({"stroke": INK} if node in self.tree.questions else {})
        _sub(
            group,
            "rect",
            x=box.left,
            y=box.top,
            width=box.width,
            height=box.height,
            rx=corner,
            **style,
        )
        return group

    def _badge(self, parent: ElementTree.Element, node: str, box: Box) -> None:
        """The number of the step, and words at the place where the person stands."""
        step = self.progress.step(node) if self.progress else None
        if self.progress is None or step is None:
            return
        here = node == self.progress.here
        words = f"{step}  You are here" if here else str(step)
        width = max(22.0, width_of(words, SMALL, bold=True) + 14)
        left = box.left - 8
        _sub(
            parent,
            "rect",
            x=left,
            y=box.top - 11,
            width=width,
            height=22.0,
            rx=11.0,
            fill=INK,
            stroke=PAPER,
        )
        _text(parent, left + width / 2, box.top + 4, [words], SMALL, fill=PAPER, bold=True, middle=True)

    def _gone(self, node: str) -> bool:
        return self.progress is not None and node not in self.progress.ahead

    def _closed(self, edge: Edge) -> bool:
        return self.progress is not None and (edge.source, edge.target) not in self.progress.ways

    def _line(self, edge: Edge) -> list[Slot]:
        return self.layering.line(edge, self.rows[edge.source], self.rows[edge.target])

    # What stands around the picture

    def _description(self) -> str:
        """The picture in words, for whoever cannot see it."""
        questions = sum(node in self.tree.questions for node in self.graph.nodes)
        outcomes = len(self.graph.nodes) - questions
        said = f"{self.tree.about} A decision tree of {questions} questions and {outcomes} outcomes."
        if self.progress is None:
            return said
        passed = "; ".join(short_name(self.tree, node) for node in self.progress.path)
        return f"{said} The path so far: {passed}. You are at the last one."

    def _legend_rows(self, room: float) -> list[list[tuple[str, str, float]]]:
        """What the legend shows, in rows that fit: kind, words, width."""
        used = {self.tree.outcomes[node].tone for node in self.graph.nodes if node in self.tree.outcomes}
        entries = [("question", "a question")]
        entries += [(tone.value, f"{SYMBOLS[tone]} {TONES[tone]}") for tone in Tone if tone in used]
        if self.progress:
            entries.append(("lit", "your path, step by step"))
            entries.append(("gone", "no longer possible"))
        if in_turn(self.graph):
            entries.append(("", TURNS))
        rows: list[list[tuple[str, str, float]]] = [[]]
        at = 0.0
        for kind, words in entries:
            width = 32 + width_of(words, SMALL, bold=True) + 22
            if rows[-1] and at + width > room:
                rows.append([])
                at = 0.0
            rows[-1].append((kind, words, width))
            at += width
        return rows

    def _legend(
        self, parent: ElementTree.Element, rows: Iterable[Sequence[tuple[str, str, float]]], top: float
    ) -> None:
        tones = {tone.value: tone for tone in Tone}
        for number, row in enumerate(rows):
            left, y = MARGIN, top + 24 * number
            for kind, words, width in row:
                tone = tones.get(kind)
                ground, frame, ink = (GROUNDS[tone], FRAMES[tone], TEXTS[tone]) if tone else (PAPER, QUIET, QUIET)
                style = {"fill": ground, "stroke": frame, "stroke-width": "1.4", "rx": "3" if kind in tones else "6"}
                if kind == "lit":
                    style |= {"stroke": INK, "stroke-width": "3.5"}
                elif kind == "gone":
                    style |= {"stroke": LINE, "stroke-dasharray": "4 4"}
                if kind:
                    _sub(parent, "rect", x=left, y=y, width=24.0, height=14.0, **style)
                _text(parent, left + (32 if kind else 0), y + 11, [words], SMALL, fill=ink, bold=kind in tones)
                left += width


def _arrows(parent: ElementTree.Element) -> None:
    for name, colour, size in (("arrow", LINE, "8"), ("lit", INK, "4.5")):
        marker = _sub(
            parent,
            "marker",
            id=name,
            viewBox="0 0 10 10",
            refX="8",
            refY="5",
            markerWidth=size,
            markerHeight=size,
            orient="auto-start-reverse",
        )
        _sub(marker, "path", d="M0 0L10 5L0 10z", fill=colour)


def _sub(parent: ElementTree.Element, tag: str, **attributes: str | float) -> ElementTree.Element:
    plain = {name: value if isinstance(value, str) else _number(value) for name, value in attributes.items()}
    return ElementTree.SubElement(parent, tag, plain)


def _text(
    parent: ElementTree.Element,
    x: float,
    y: float,
    lines: Sequence[str],
    size: float,
    *,
    fill: str,
    bold: bool = False,
    middle: bool = False,
    leading: float = 0,
) -> None:
    """Lines of text, the first one standing on ``y``."""
    style = {"font-size": _number(size), "fill": fill}
    if bold:
        style["font-weight"] = "bold"
    if middle:
        style["text-anchor"] = "middle"
    for number, line in enumerate(lines):
        _sub(parent, "text", x=x, y=y + leading * number, **style).text = visible(line)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
