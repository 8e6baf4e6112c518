"""The map of a tree: its outline as a list that can be folded, and what is told of one node."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option as ListOption

from guide_tui.model.library import Library
from guide_tui.model.tree import Outcome, Question
from guide_tui.services.check import Conversation
from guide_tui.services.graph_words import short_name
from guide_tui.services.outline import Outline, Row
from guide_tui.services.wording import cited, worded, worded_any
from guide_tui.trees.graph import way_to
from guide_tui.tui.actions import bindings
from guide_tui.tui.page import Page
from guide_tui.tui.tones import COLOURS, SYMBOLS, tone_words
from guide_tui.tui.widgets.marked_list import MarkedList

LIT, GONE, FOLDED, PLAIN = "●", "○", "▸", "─"
"""What stands before a node of the path, one that can no longer come, one whose answers are folded away, and others."""

ARROW = "→"

HERE = "you are here"

MOST_OPEN = 200
"""Rows up to which a map opens whole; of a larger one only the path stands open."""

LEAST_INSIDE = 3
"""Letters from which a name is also found by what it holds inside a word."""

LEAST_ANSWER = 8
"""Columns that the answers before a node have at least."""


class MapList(MarkedList):
    """An outline, row by row. Rows under a folded question are not shown."""

    BINDINGS = bindings("outline")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._outline: Outline | None = None
        self._folded: set[int] = set()
        self._beneath: list[int] = []
        self._shown: list[int] = []
        self._width = 0

    def show(self, outline: Outline, node: str) -> None:
        """Show an outline, with ``node`` marked."""
        self._outline = outline
        self._beneath = _counted(outline.rows)
        self._folded = set()
        if len(outline.rows) > MOST_OPEN:
            self._folded = {place for place in self._foldable if not outline.lit(outline.rows[place])}
        self.go_to(outline.home[node])

    @property
    def place(self) -> int:
        """The row that is marked, by its place in the outline."""
        return self._shown[self.highlighted or 0]

    @property
    def row(self) -> Row:
        """The row that is marked."""
        return self.outline.rows[self.place]

    @property
    def outline(self) -> Outline:
        """What is shown."""
        assert self._outline is not None
        return self._outline

    @property
    def shown(self) -> Sequence[int]:
        """The rows that are not folded away, by their places in the outline."""
        return self._shown

    @property
    def all_open(self) -> bool:
        """Whether nothing is folded away."""
        return not self._folded

    def go_to(self, place: int) -> None:
        """Mark a row, unfolding what it stands under."""
        parent = self.outline.rows[place].parent
        while parent >= 0:
            self._folded.discard(parent)
            parent = self.outline.rows[parent].parent
        self._write(place)

    def fold(self) -> None:
        """Fold the answers of the marked question away; where there is nothing to fold, go to the question above."""
        if self._beneath[self.place] and self.place not in self._folded:
            self._folded.add(self.place)
            self._write(self.place)
        elif self.row.parent >= 0:
            self.go_to(self.row.parent)

    def unfold(self) -> None:
        """Show the answers of the marked question; where they are shown, go to the first; or to where it stands."""
        if self.place in self._folded:
            self._folded.discard(self.place)
            self._write(self.place)
        elif self._beneath[self.place]:
            self.go_to(self.place + 1)
        elif self.row.again:
            self.go_to(self.outline.home[self.row.node])

    def fold_all(self) -> None:
        """Fold everything that is not on the path; where something is folded, unfold everything."""
        place = self.place
        if self._folded:
            self._folded = set()
        else:
            self._folded = {each for each in self._foldable if not self.outline.lit(self.outline.rows[each])}
            if not self.outline.progress:
                self._folded = {each for each in self._foldable if each}
            while self._hidden(place):
                place = self.outline.rows[place].parent
        self._write(place)

    def matches(self, words: str) -> list[int]:
        """The rows whose name begins with the words, then those with a word that begins so, then those that hold them.

        Every node counts once, where it stands with what follows from it.
        """
        wanted = words.casefold()
        found: list[tuple[int, int]] = []
        for node, place in self.outline.home.items():
            name = short_name(self.outline.tree, node).casefold()
            if name.startswith(wanted):
                found.append((0, place))
            elif f" {wanted}" in name:
                found.append((1, place))
            elif len(wanted) >= LEAST_INSIDE and wanted in name:
                found.append((2, place))
        return [place for _, place in sorted(found)]

    def on_resize(self) -> None:
        """Clip the rows anew, where the width is another; also while a sheet lies over the map."""
        if self._outline is not None and self.scrollable_content_region.width != self._width:
            self._write(self.place)

    @property
    def _foldable(self) -> list[int]:
        return [place for place, beneath in enumerate(self._beneath) if beneath]

    def _hidden(self, place: int) -> bool:
        parent = self.outline.rows[place].parent
        while parent >= 0:
            if parent in self._folded:
                return True
            parent = self.outline.rows[parent].parent
        return False

    def _write(self, marked: int) -> None:
        self._width = self.scrollable_content_region.width
        rows = self.outline.rows
        self._shown = []
        place = 0
        while place < len(rows):
            self._shown.append(place)
            place += 1 + (self._beneath[place] if place in self._folded else 0)
        # Two columns are the gutter.
        width = max(self._width - 2, 20)
        self.clear_options()
        self.add_options(
            [
                ListOption(row_line(self.outline, each, width, self._beneath[each] if each in self._folded else 0))
                for each in self._shown
            ]
        )
        self.highlighted = self._shown.index(marked)
        self.call_after_refresh(self.scroll_to_highlight)


def row_line(outline: Outline, place: int, width: int, folded: int = 0) -> Content:
    """A row in one line of at most ``width`` columns.

    Args:
        outline: What the row belongs to.
        place: The row.
        width: Columns there are.
        folded: How many rows are folded away under it.
    """
    row = outline.rows[place]
    lit, gone = outline.lit(row), outline.gone(row)
    guides = _guides(outline, row, width // 4)
    mark = LIT if lit else GONE if gone else FOLDED if folded else PLAIN if row.edge else " "
    name = _name(outline, place, lit=lit, gone=gone or outline.closed(row))
    if folded:
        name += Content.styled(f"  +{folded}", "$muted")
    line = Content.styled(guides, "$muted") + Content.styled(f"{mark} ", "bold $text-accent" if lit else "$muted")
    answers = outline.answers(row)
    if answers:
        room = width - line.cell_length - name.cell_length - 3
        words = _clipped(answers, max(room, LEAST_ANSWER))
        # The symbol of an outcome that leads elsewhere is an arrow itself.
        arrow = " " if name.plain.startswith(ARROW) else f" {ARROW} "
        line += Content.styled(words, "" if lit else "$muted") + Content.styled(arrow, "$muted")
    return (line + name).truncate(width, ellipsis=True)


def write_node(page: Page, library: Library, outline: Outline, row: Row, enter: str = "") -> Page:
    """What a node is: a question with why it is asked, or an outcome with what it says; and where the person is.

    Args:
        page: What is written on.
        library: For citations.
        outline: The whole map.
        row: Which node, and how it is reached.
        enter: What Enter does with it, to be told; may be empty.
    """
    tree, node = outline.tree, row.node
    question, outcome = tree.questions.get(node), tree.outcomes.get(node)
    if question:
        page.text((question.ask, "bold $text-accent"))
    elif outcome:
        page.text((tone_words(outcome.tone), f"bold reverse {COLOURS[outcome.tone]}"))
        page.text((outcome.verdict, f"bold {COLOURS[outcome.tone]}"))
    if row.edge:
        page.text((f"{short_name(tree, row.edge.source)}: ", "$muted"), (outline.said_in_full(row), ""))
    state = _state(outline, row)
    page.text((" ".join(each for each in (state, enter) if each), "italic $muted"))
    if question:
        page.heading("Why we ask").prose(question.why)
        _cite(page, library, question)
    elif outcome:
        page.gap().prose(outcome.says)
        _cite(page, library, outcome)
    return page


def write_way(page: Page, conversation: Conversation, node: str) -> Page:
    """By which answers one comes to a node, beginning with those that were given."""
    way = way_to(conversation.space, node, conversation.responses)
    page.heading("By which answers you would come here" if way else "How you would come here")
    if way is None:
        return page.text(("No answers lead here, or there are too many of them to say.", ""))
    if not way:
        return page.text(("Every check of this kind begins here.", ""))
    for name, values in way:
        question = conversation.tree.questions[name]
        given = conversation.responses.get(name)
        kept = given in values
        words = worded(question, given) if given is not None and kept else worded_any(question, values)
        old = f"  (you answered: {worded(question, given)})" if given is not None and not kept else ""
        page.text(
            (f"{question.short}: ", "$muted"),
            (words, "" if kept else "bold"),
            (old, "italic $muted"),
            mark=("✓ ", "$text-success") if kept else ("→ ", "bold $text-warning"),
        )
    return page


def _cite(page: Page, library: Library, node: Question | Outcome) -> None:
    if node.cite:
        page.gap().text((f"{cited(library, node.cite)}.", "$muted"))


def _state(outline: Outline, row: Row) -> str:
    progress, node = outline.progress, row.node
    if progress is None:
        return ""
    if node in progress.path and not outline.lit(row):
        return "You came to it another way."
    if node == progress.here:
        return "You are here."
    step = progress.step(node)
    if step:
        return f"Step {step} of your path."
    return "It can still come." if node in progress.ahead else "Your answers have ruled it out."


def _guides(outline: Outline, row: Row, most: int) -> str:
    """The lines that lead to a row; of a very deep one, the innermost."""
    if row.parent < 0:
        return ""
    guides = "└─" if row.last else "├─"
    each = outline.rows[row.parent]
    while each.parent >= 0 and len(guides) < most:
        guides = ("  " if each.last else "│ ") + guides
        each = outline.rows[each.parent]
    return guides


def _name(outline: Outline, place: int, *, lit: bool, gone: bool) -> Content:
    row = outline.rows[place]
    outcome = outline.tree.outcomes.get(row.node)
    name = short_name(outline.tree, row.node)
    style = "bold" if lit else "$muted" if gone else ""
    line = Content("")
    if outcome:
        tone = "$muted" if gone else COLOURS[outcome.tone]
        line += Content.styled(f"{SYMBOLS[outcome.tone]} ", tone)
        style = f"{style} {tone}".strip()
    if row.again:
        line += Content.styled(f"{'↑' if outline.home[row.node] < place else '↓'} see ", "$muted")
    line += Content.styled(name, style) if style else Content(name)
    if outline.here(row):
        line += Content.styled(f" · {HERE}", "bold $text-accent")
    return line


def _clipped(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return Content(text).truncate(width, ellipsis=True).plain


def _counted(rows: Sequence[Row]) -> list[int]:
    """How many rows stand under each row."""
    beneath = [0] * len(rows)
    for place in range(len(rows) - 1, 0, -1):
        beneath[rows[place].parent] += beneath[place] + 1
    return beneath
