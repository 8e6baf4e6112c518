"""The home screen: one ask box over everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.search.documents import DocumentKind
from guide_tui.search.index import Answer, Hit, Index
from guide_tui.services.asking import KINDS, not_covered
from guide_tui.services.check import Conversation
from guide_tui.services.finding import find_document
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.layout import paragraph
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import HostedScreen
from guide_tui.tui.page import NARROWEST, Page, PageView, marked
from guide_tui.tui.reading import write_asked, write_document
from guide_tui.tui.tones import SYMBOLS

MOST_HITS = 12
MOST_TOPICS = 5
WIDE = 100
"""Columns from which list and preview stand side by side."""

TYPING_PAUSE = 0.025
"""Seconds without a key before a search: a burst of keys costs one search."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list under the ask box."""

    document: str
    """What it opens; empty for a heading."""

    prompt: Content


class AskBox(Input):
    """The box in which a question is typed."""

    # Input hides its own Enter from the footer.
    BINDINGS = bindings("ask")


class HomeScreen(HostedScreen):
    """Ask, see the best answer at once, and open whatever is listed."""

    BINDINGS = bindings("home")
    AUTO_FOCUS = "#ask"

    def __init__(self, library: Library, index: Index, keeper: CaseKeeper, today: date) -> None:
        super().__init__()
        self.library = library
        self.index = index
        self.keeper = keeper
        self.today = today
        self.rows: list[Row] = []
        self.answer: Answer | None = None
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The ask box, the list, the preview."""
        yield Static(self._masthead(), id="masthead", markup=False)
        yield AskBox(placeholder="Ask in your own words, such as: do we need approval", id="ask")
        with Horizontal(id="found"):
            yield OptionList(id="rows", markup=False)
            with VerticalScroll(id="preview", can_focus=False):
                yield PageView(id="preview-page")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the list, and say what the person must know about keeping answers."""
        self.query_one("#rows", OptionList).can_focus = False
        self.search()
        self.host.tell_notice()
        broken = sum(problem.severity.value == "error" for problem in self.library.problems)
        if broken:
            what = f"Part of the library cannot be used ({broken} problems). The rest is here. Run: guide lint"
            self.notify(what, severity="warning", timeout=12, markup=False)

    def on_screen_resume(self) -> None:
        """Show where the checks stand now; the line that was selected stays so."""
        if self.is_mounted and not self.query_one("#ask", Input).value:
            selected = self._selected()
            self.search()
            places = [number for number, row in enumerate(self.rows) if selected and row.document == selected.document]
            if places:
                self.query_one("#rows", OptionList).highlighted = places[0]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as soon as the typing pauses."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE, self.search)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the selected line, found for what stands in the box now."""
        self.search_now()
        self.action_open()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the answer beside the list."""
        self._show_preview()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was clicked."""
        self.action_open()

    def search_now(self) -> None:
        """Bring the list up to date with the ask box, if it is not."""
        typed = self.query_one("#ask", Input).value.strip()
        if typed != (self.answer.query if self.answer else ""):
            self.search()

    def search(self) -> None:
        """List what the ask box finds, or where to begin when it is empty."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        typed = self.query_one("#ask", Input).value.strip()
        self.answer = self.index.find(typed, MOST_HITS) if typed else None
        self.rows = self._found(self.answer) if self.answer else self._beginning()
        listed = self.query_one("#rows", OptionList)
        listed.clear_options()
        listed.add_options([Option(row.prompt, disabled=not row.document) for row in self.rows])
        first = next((number for number, row in enumerate(self.rows) if row.document), None)
        listed.highlighted = first
        self._show_preview()

    def action_move(self, step: int) -> None:
        """Select the next or the previous line."""
        self.search_now()
        listed = self.query_one("#rows", OptionList)
        if step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_open(self) -> None:
        """Open the selected line."""
        row = self._selected()
        if row:
            self.host.open_document(row.document)

    def action_clear(self) -> None:
        """Empty the ask box."""
        self.query_one("#ask", Input).value = ""

    def action_scroll_preview(self, pages: int) -> None:
        """Scroll the answer by a page."""
        preview = self.query_one("#preview", VerticalScroll)
        preview.scroll_relative(y=pages * max(1, preview.size.height - 2), animate=False)

    def action_new_situation(self) -> None:
        """Begin with no answers."""
        self.keeper.new_situation()
        self.search()
        self.notify("A new situation: no answers yet. The earlier ones stay stored.", markup=False)

    def _masthead(self) -> Content:
        named = list(self.library.sources.values())
        # The rest would be cut off in a narrow window, and "undated" is no word to lose the end of.
        shown = named if self.app.size.width >= WIDE else named[:1]
        sources = "  ·  ".join(f"{source.short} {source.edition}" for source in shown)
        return Content.assemble((self.library.about.title, "bold $text-accent"), ("   " + sources, "$muted"))

    def _selected(self) -> Row | None:
        number = self.query_one("#rows", OptionList).highlighted
        return self.rows[number] if number is not None and number < len(self.rows) else None

    def _found(self, answer: Answer) -> list[Row]:
        rows = []
        if not answer.confident:
            # A line of the list does not wrap, and this must not be cut off.
            width = self.query_one("#rows", OptionList).scrollable_content_region.width
            words = f"{not_covered(self.library)}{' Closest topics:' if answer.hits else ''}"
            rows += [_heading(line) for line in paragraph(words, max(NARROWEST, width))]
        elif answer.corrected:
            rows.append(_heading(f"Understood as: {answer.corrected}"))
        # What only looks near is offered briefly, so that it does not pass for an answer.
        rows += [_hit_row(hit) for hit in answer.hits[: MOST_HITS if answer.confident else MOST_TOPICS]]
        check = self._check_beside(answer)
        if check:
            place = next(number for number, row in enumerate(rows) if row.document) + 1
            rows = [row for row in rows if row.document != check.document]
            rows.insert(place, check)
        return rows

    def _check_beside(self, answer: Answer) -> Row | None:
        """The check that works out what the best answer answers."""
        if not answer.confident or not answer.hits:
            return None
        entry = self.library.faq.get(answer.hits[0].document.id.removeprefix("faq:"))
        tree = self.library.trees.get(entry.check) if entry else None
        return (
            _row(f"check:{tree.id}", "Check", [(tree.title, ""), ("  work it out for your case", "$muted")])
            if tree
            else None
        )

    def _beginning(self) -> list[Row]:
        rows = [_heading("Work something out")]
        worked_on = self.keeper.worked_on()
        for tree in self.library.trees.values():
            status = self._standing(tree) if tree.id in worked_on else ""
            rows.append(_row(f"check:{tree.id}", "Check", [(tree.title, "bold"), (f"  {status}", "$muted")]))
        rows.append(_heading("Read"))
        for article in self.library.articles.values():
            if article.sections:
                rows.append(_row(f"guide:{article.sections[0].cite}", "Guide", [(article.title, "")]))
        return rows

    def _standing(self, tree: Tree) -> str:
        """Where a check that was worked on stands."""
        position = Conversation(tree, self.keeper, self.today).position
        if position.outcome is not None:
            return f"{SYMBOLS[position.outcome.tone]} {position.outcome.short}"
        return "carry on" if position.known else ""

    def _write_check(self, sheet: Page, tree: Tree) -> Page:
        """What a check works out, and how much it has still to ask."""
        conversation = Conversation(tree, self.keeper, self.today)
        position, left = conversation.position, conversation.prospect.most_questions
        if position.outcome is not None:
            how_much = f"Answered: {SYMBOLS[position.outcome.tone]} {position.outcome.verdict}"
        else:
            how_much = f"At most {_questions(left, 'more ' if position.known else '')}."
        sheet.text((tree.title, "bold")).gap().text((tree.about, "")).gap().text((how_much, "bold $text-accent")).gap()
        return write_asked(sheet, tree)

    def _show_preview(self) -> None:
        row = self._selected()
        page = self.query_one("#preview-page", PageView)
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)
        if row is None:
            page.show(
                lambda sheet: (
                    sheet.text((self.library.about.summary, "")).gap().text((self.library.about.disclaimer, "$muted"))
                )
            )
            return
        found = find_document(self.library, row.document)
        if isinstance(found, Tree):
            page.show(lambda sheet: self._write_check(sheet, found))
            return
        doubtful = self.answer is not None and not self.answer.confident
        page.show(lambda sheet: write_document(_warned(sheet) if doubtful else sheet, self.library, found))


LABELS = {
    DocumentKind.ANSWER: "$text-success",
    DocumentKind.SECTION: "$text-primary",
    DocumentKind.TERM: "$text-secondary",
    DocumentKind.CHECK: "$text-warning",
}
_BY_NAME = {name: kind for kind, name in KINDS.items()}


def _warned(sheet: Page) -> Page:
    """A page that says first that what follows may not be what was asked."""
    return sheet.text(("Not an answer to your question, only the nearest topic:", "bold $text-warning")).gap()


def _questions(number: int, more: str = "") -> str:
    return f"{number} {more}question{'' if number == 1 else 's'}"


def _heading(words: str) -> Row:
    return Row("", Content.styled(words, "italic $muted"))


def _row(document: str, kind: str, pieces: list[tuple[str, str]]) -> Row:
    label = (f"{kind.upper():<7}", f"bold {LABELS[_BY_NAME[kind]]}")
    return Row(document, Content.assemble(label, *pieces))


def _hit_row(hit: Hit) -> Row:
    pieces = marked(hit.document.title, hit.title_marks, "", "bold underline")
    return _row(hit.document.id, KINDS[hit.document.kind], pieces)
