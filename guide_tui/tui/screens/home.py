"""The home screen: one ask box over everything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from guide_tui.errors import GuideError
from guide_tui.model.library import Library
from guide_tui.services.beginning import (
    Situation,
    beginning,
    earlier_situations,
    situation_words,
)
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.wording import counted, term_name
from guide_tui.tui.actions import bindings
from guide_tui.tui.clipboard import TakingScreen
from guide_tui.tui.offering import (
    CONTACTS,
    GLOSSARY,
    SITUATION,
    SITUATIONS,
    beginning_parts,
    example,
    first_step,
)
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.widgets.board import Board
from guide_tui.tui.widgets.key_bar import KeyBar

# What only a search or another screen needs is loaded then: the first picture waits for none of it.
if TYPE_CHECKING:
    from guide_tui.search.index import Answer
    from guide_tui.services.copying import Extract
    from guide_tui.services.late_index import Finder

MOST_HITS = 12
WIDE = 100
"""Columns from which list and preview stand side by side."""

TYPING_PAUSE = 0.008
"""Seconds without a key before a search: a burst of keys costs one search, and each is drawn before it begins."""


class AskBox(Input):
    """The box in which a question is typed. While it is empty, Left and Right go to the card beside."""

    BINDINGS = bindings("ask")

    class Beside(Message):
        """Left (-1) or Right (1) was pressed in an empty box."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def action_beside(self, step: int) -> None:
        """Go to the card beside; where words are typed, move the cursor in them."""
        if not self.value:
            self.post_message(self.Beside(step))
        elif step > 0:
            self.action_cursor_right()
        else:
            self.action_cursor_left()


class HomeScreen(TakingScreen):
    """Ask, see the best answer at once, and open whatever is listed."""

    PLACE = "home"
    BINDINGS = bindings("home")
    AUTO_FOCUS = "#ask"
    ABOUT_KEYS = (
        "Type a question in your own words; spelling does not matter. Or choose a line with the arrow keys or the "
        "mouse: a check asks you a few questions and works out the answer for your case, the rest is there to be read."
    )

    def __init__(self, library: Library, index: Finder, keeper: CaseKeeper, today: date) -> None:
        super().__init__()
        self.library = library
        self.index = index
        self.keeper = keeper
        self.today = today
        self.answer: Answer | None = None
        self._situations: tuple[Situation, ...] = ()
        self._pause: Timer | None = None
        self._opened = False
        """Whether something was opened since the last question was typed."""

    def compose(self) -> ComposeResult:
        """The ask box; under it the cards, and beside what was found its text."""
        yield Static(self._masthead(), id="masthead", markup=False)
        words = example(self.library)
        hint = f"Ask in your own words, such as: {words}" if words else "Ask in your own words"
        box = AskBox(placeholder=hint, id="ask", max_length=2000)
        box.border_title = "Your question"
        yield box
        with Horizontal(id="found"):
            yield Board(id="rows")
            with VerticalScroll(id="preview", can_focus=False):
                yield PageView(id="preview-page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Offer where to begin, and say what the person must know about keeping answers."""
        self.search()
        self.host.tell_notice()
        broken = sum(problem.severity.value == "error" for problem in self.library.problems)
        if broken:
            what = f"Part of the library cannot be used ({broken} problems). The rest is here. Run: guide lint"
            self.notify(what, severity="warning", timeout=12, markup=False)

    def on_resize(self) -> None:
        """Name as many sources as there is room for."""
        self.query_one("#masthead", Static).update(self._masthead())

    def on_screen_resume(self) -> None:
        """Show where the checks stand now; the card that was marked stays so."""
        if self._opened:
            # What is typed now is another question.
            self._opened = False
            self.box.select_all()
        if self.is_mounted and not self.box.value:
            card = self.board.marked
            self.search(keep=card.opens if card else "")

    @property
    def box(self) -> AskBox:
        """Where a question is typed."""
        return self.query_one("#ask", AskBox)

    @property
    def board(self) -> Board:
        """What is offered."""
        return self.query_one("#rows", Board)

    # What happens

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as soon as the typing pauses."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE, self.search)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the marked card, found for what stands in the box now."""
        self.search_now()
        self.action_open()

    def on_ask_box_beside(self, event: AskBox.Beside) -> None:
        """Mark the card beside."""
        self.board.move(event.step, 0)

    def on_board_marked(self, event: Board.Marked) -> None:
        """Show its text beside what was found."""
        self._show_preview()
        self.refresh_bindings()

    def on_board_opened(self, event: Board.Opened) -> None:
        """Open what was clicked."""
        self.open(event.opens)

    def search_now(self) -> None:
        """Bring the cards up to date with the ask box, if they are not."""
        if self._pause is not None:
            self.search()

    def search(self, keep: str = "") -> None:
        """Offer what the ask box finds, or where to begin when it is empty.

        Args:
            keep: What the card opens that stays marked, if it is still there.
        """
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        typed = self.box.value.strip()
        answer = self.index.find(typed, MOST_HITS) if typed else None
        # "Who is the" is no question yet, so nothing can be said of it.
        self.answer = answer if answer is not None and answer.topical else None
        self.query_one("#found").set_class(self.answer is not None, "-asked")
        if self.answer is None:
            offered = beginning(self.library, self.keeper, self.today)
            self._situations = offered.situations
            parts = beginning_parts(self.library, offered, self.today)
            keep = keep or first_step(parts)
        else:
            from guide_tui.tui.found import found_parts

            parts = found_parts(self.library, self.answer)
            # Where none answers, whom to ask stands first; the nearest topic is marked, as it may answer after all.
            keep = self.answer.hits[0].document.id if self.answer.hits else ""
        self.board.show(parts, keep)
        self._show_preview()
        self.refresh_bindings()

    def open(self, what: str) -> None:
        """Open what a card stands for."""
        from guide_tui.tui.screens.chooser import Choice, ChooserScreen
        from guide_tui.tui.screens.sheet import SheetScreen

        if what == GLOSSARY:
            terms = [Choice(f"term:{term.id}", term_name(term), mark="•") for term in self.library.terms.values()]
            self.app.push_screen(ChooserScreen("Glossary", terms), self._open_chosen)
        elif what == CONTACTS:
            self.app.push_screen(SheetScreen("", self._write_contacts))
        elif what == SITUATIONS:
            self._situations = earlier_situations(self.library, self.keeper, self.today)
            choices = [
                Choice(f"{SITUATION}{each.id}", situation_words(each), counted(each.answers, "answers"), mark="•")
                for each in self._situations
            ]
            if choices:
                self.app.push_screen(ChooserScreen("Go back to an earlier situation", choices), self._open_chosen)
        elif what.startswith(SITUATION):
            self._resume(int(what.removeprefix(SITUATION)))
        else:
            self._opened = True
            self.host.open_document(what)

    def extract(self) -> Extract | None:
        """The text that is shown beside what was found."""
        from guide_tui.services.copying import document_extract

        card = self.board.marked
        if card is None or self.answer is None:
            return None
        return document_extract(self.library, card.opens, self.host.today, self.host.settings.settings.centre)

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        if action in ("copy", "save"):
            return self.answer is not None and self.extract() is not None
        if action == "clear":
            return bool(self.box.value)
        if action == "undo":
            return self.keeper.can_go_back
        if action == "earlier":
            return bool(self._situations)
        return True

    def action_move(self, step: int) -> None:
        """Mark the card below or above."""
        self.search_now()
        self.board.move(0, step)

    def action_open(self) -> None:
        """Open the marked card."""
        card = self.board.marked
        if card:
            self.open(card.opens)

    def action_clear(self) -> None:
        """Empty the ask box."""
        self.box.value = ""

    def action_scroll_preview(self, pages: int) -> None:
        """Scroll the answer by a page; where none is shown, go on by a page of cards."""
        if self.answer is None:
            self.board.move_page(pages)
            return
        preview = self.query_one("#preview", VerticalScroll)
        preview.scroll_relative(y=pages * max(1, preview.size.height - 2), animate=False)

    def action_new_situation(self) -> None:
        """Begin with no answers."""
        self.keeper.new_situation()
        self._look_anew()
        earlier = self.host.key_of("home.earlier")
        kept = f" Earlier ones are kept: {earlier} lists them, also after a restart." if self._situations else ""
        self.notify(f"A new situation: no answers yet.{kept}", markup=False)

    def action_earlier(self) -> None:
        """Choose an earlier situation to go back to."""
        self.open(SITUATIONS)

    def action_undo(self) -> None:
        """Go back to the situation of before."""
        if self.keeper.former_situation():
            told = counted(len(self.keeper.responses()), "answers")
            self.notify(f"Back in the situation of before, with {told}.", markup=False)
        else:
            self.notify("The situation of before is no longer there.", severity="warning", markup=False)
        self._look_anew()

    def _resume(self, situation: int) -> None:
        try:
            self.keeper.resume(situation)
        except GuideError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            told = counted(len(self.keeper.responses()), "answers")
            undo = self.host.key_of("home.undo")
            self.notify(f"Back in the earlier situation, with {told}. {undo} leads back to the other.", markup=False)
        self._look_anew()

    def _look_anew(self) -> None:
        """Show what there is in another situation."""
        self._situations = earlier_situations(self.library, self.keeper, self.today)
        self.search()

    def _open_chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self.open(chosen)

    # What is shown

    def _masthead(self) -> Content:
        named = list(self.library.sources.values())
        # The rest would be cut off in a narrow window, and "undated" is no word to lose the end of.
        shown = named if self.app.size.width >= WIDE else named[:1]
        sources = "  ·  ".join(f"{source.short} {source.edition}" for source in shown)
        return Content.assemble((self.library.about.title, "bold $text-accent"), ("   " + sources, "$muted"))

    def _show_preview(self) -> None:
        answer, card = self.answer, self.board.marked
        if answer is None:
            return
        from guide_tui.tui.found import write_found

        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)
        page = self.query_one("#preview-page", PageView)
        if card is None or card.opens == CONTACTS:
            page.show(self._write_contacts)
        else:
            page.show(lambda sheet: write_found(sheet, self.library, answer, card.opens, self.keeper, self.today))

    def _write_contacts(self, page: Page) -> None:
        from guide_tui.tui.found import write_contacts

        write_contacts(page, self.library, self.answer)
