"""Reading: one text, the contents beside it, and the ways on from it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from guide_tui.errors import GuideError
from guide_tui.model.article import FaqEntry
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.services.contents import Contents, contents_of
from guide_tui.services.copying import Extract, document_extract
from guide_tui.services.find_text import Elsewhere, elsewhere, nearest_words
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion, find_document
from guide_tui.services.wording import counted
from guide_tui.tui.actions import bindings
from guide_tui.tui.clipboard import TakingScreen
from guide_tui.tui.history import History, Visit
from guide_tui.tui.links import Links
from guide_tui.tui.page import Page
from guide_tui.tui.reading import write_document
from guide_tui.tui.screens.check import CheckScreen
from guide_tui.tui.widgets.contents_list import ContentsList
from guide_tui.tui.widgets.find_bar import FindBar, FindBox
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.reading_view import ReadingView

TOLD_LINES = 2
"""Rows that what is told about finding may take from the text."""


class Pane(VerticalScroll, inherit_bindings=False):
    """What scrolls. Its keys are the screen's, so that the footer and the help can name them."""


class ReaderScreen(TakingScreen):
    """A section, an answer, a term, or a question or an outcome of a check. What is opened from it opens in its place.

    Args:
        library: What is read.
        document: The document's id.
        found: What it stands for.
    """

    ABOUT_KEYS = (
        "A number in brackets leads on: press the number, or click it. Tab goes to the contents and back. "
        "Type / to find words in the text."
    )
    PLACE = "reader"
    BINDINGS = bindings("reader")
    AUTO_FOCUS = "#text"

    def __init__(self, library: Library, document: str, found: Readable) -> None:
        super().__init__()
        self.library = library
        self.history = History(Visit(document, found))
        self.links = Links()
        self.contents = Contents("", ())
        self._digits = ""
        """Digits typed of a number that may have more."""
        self._elsewhere: list[Elsewhere] = []
        """The other texts with the words sought, from the one after this."""
        self._meant = ""
        """What was probably meant by words that stand nowhere."""
        self._found_on = ""
        """How finding led on to this text: the "next text" or the "text before"; empty where it did not."""

    @property
    def document(self) -> str:
        """The id of what is shown."""
        return self.history.here.document

    @property
    def found(self) -> Readable:
        """What is shown."""
        return self.history.here.found

    def extract(self) -> Extract | None:
        """What is shown, with its source."""
        return document_extract(self.library, self.document, self.host.today, self.host.settings.settings.centre)

    # What is on the screen

    def compose(self) -> ComposeResult:
        """The contents, the text, and below them what works it out for the person's own case."""
        yield Static("", id="masthead", markup=False)
        with Horizontal(id="reader"):
            yield ContentsList(id="contents")
            with Pane(id="text"):
                yield ReadingView(id="text-page")
        yield Static("", id="way-on", markup=False)
        yield FindBar(id="find")
        yield KeyBar()

    def on_mount(self) -> None:
        """Write the text, and say from now on how far it is read."""
        self.query_one("#way-on", Static).auto_links = False
        text = self._text
        self.watch(text, "scroll_y", self._show_place, init=False)
        self.watch(text, "virtual_size", self._show_place, init=False)
        self.show()

    def on_resize(self) -> None:
        """Say anew how much of the text is seen."""
        self.call_after_refresh(self._show_place)

    def show(self) -> None:
        """Show the text that the history stands at, where it was left."""
        visit = self.history.here
        self._digits = ""
        self.contents = contents_of(self.library, visit.found)
        self.query_one(ContentsList).show(self.contents, visit.document)
        self._view.show(self._write)
        self._text.scroll_home(animate=False)
        if visit.scroll:
            self.call_after_refresh(self._text.scroll_to, y=visit.scroll, animate=False)
        self._show_way_on()
        if self.finding:
            self._seek(self.query_one(FindBar).words, 0)
        self._show_place()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        if action == "leave":
            return parameters[0] == ("begun" if self._digits or self.finding or self._listing else self._came_from)
        if action == "leaf" and isinstance(parameters[0], int):
            return self.contents.beside(self.document, parameters[0]) is not None
        if action == "travel" and isinstance(parameters[0], int):
            return self.history.can_go(parameters[0])
        if action == "work_out":
            return self._check is not None and not self._digits and not self.finding
        if action == "take_number":
            return bool(self._digits)
        if action == "digit":
            return not self._listing
        if action == "find":
            return not isinstance(self.focused, FindBox)
        if action == "find_next":
            return self.finding and not self._digits
        return True

    @property
    def finding(self) -> bool:
        """Whether words are being sought in the text."""
        return self.query_one(FindBar).display

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one("#text", VerticalScroll)

    @property
    def _view(self) -> ReadingView:
        return self.query_one("#text-page", ReadingView)

    @property
    def _came_from(self) -> str:
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack else stack[0]
        if isinstance(below, CheckScreen):
            return "check"
        return "home" if below is stack[0] else "elsewhere"

    @property
    def _check(self) -> Tree | None:
        """The check that works out what is read."""
        found = self.found
        if isinstance(found, TreeQuestion | TreeOutcome):
            return found.tree
        if isinstance(found, Tree):
            return found
        return self.library.trees.get(found.check) if isinstance(found, FaqEntry) else None

    def _write(self, page: Page) -> None:
        self.links = page.links = Links()
        write_document(page, self.library, self.found)

    def _show_way_on(self) -> None:
        bar = self.query_one("#way-on", Static)
        tree = self._check
        told = self._found_on_words() if self.finding else ""
        bar.display = bool(self._digits or told) or (tree is not None and not self._listing and not self.finding)
        bar.set_class(bool(told), "-told")
        if self._digits:
            further = min(int(f"{self._digits}1"), len(self.links.targets))
            bar.update(
                f"Number {self._digits}_   Type its second digit, such as {further}, or Enter for {self._digits}."
            )
        elif self.finding:
            bar.update(told)
        elif tree is not None:
            key = "" if self.query_one(ContentsList).has_focus else "  Enter"
            does = "Start the check" if isinstance(self.found, Tree | TreeQuestion) else "Work it out for your case"
            bar.update(
                Content.assemble(
                    ("▌ ", "bold $text-warning"),
                    (f"{does}: ", "bold"),
                    (tree.title, "underline"),
                    (key, "$muted"),
                ).stylize("@click=screen.work_out")
            )

    def _show_place(self) -> None:
        if not self.is_mounted:
            return
        width = self.query_one("#masthead", Static).content_region.width
        group = self.contents.group_of(self.document)
        left = Content.assemble(
            (self.contents.title, "bold $text-accent"), (f"  ›  {group.title}" if group else "", "$muted")
        )
        right = Content.styled(self._how_far(), "$muted")
        room = max(0, width - right.cell_length - 2)
        left = left.truncate(room, ellipsis=True)
        gap = " " * max(2, width - left.cell_length - right.cell_length)
        self.query_one("#masthead", Static).update(left + gap + right)

    def _how_far(self) -> str:
        text = self._text
        height, lines = text.scrollable_content_region.height, self._view.size.height
        if not height or lines <= height or self._listing:
            return ""
        first = round(text.scroll_y) + 1
        return f"lines {first}–{min(lines, first + height - 1)} of {lines}"

    # Going from text to text

    def open(self, document: str) -> None:
        """Open what a document id stands for: a check starts, everything else is read here."""
        try:
            found = find_document(self.library, document)
        except GuideError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if isinstance(found, Tree):
            self.host.open_document(document)
        else:
            self._read(document, found)

    def action_follow(self, number: int) -> None:
        """Open a link."""
        if number <= len(self.links.targets):
            self.open(self.links.targets[number - 1])

    def action_digit(self, digit: str) -> None:
        """A digit of the number of a link; where a further digit could follow, it is waited for."""
        # What Enter does is the number's now, not the contents'.
        self._text.focus()
        number, most = int(self._digits + digit), len(self.links.targets)
        if number == 0 or number > most:
            self._digits = ""
            if number:
                self.notify(f"There is no number {number} in this text.", markup=False)
        elif number * 10 <= most:
            self._digits = str(number)
        else:
            self._digits = ""
            self.action_follow(number)
        self._show_way_on()
        self.refresh_bindings()

    def action_take_number(self) -> None:
        """Follow the number that was typed."""
        if self._digits:
            number, self._digits = int(self._digits), ""
            self._show_way_on()
            self.refresh_bindings()
            self.action_follow(number)

    def action_work_out(self) -> None:
        """Start the check that works out what is read."""
        if self._check is not None:
            self.host.open_document(f"check:{self._check.id}")

    def action_leaf(self, step: int) -> None:
        """Go to the text beside this one."""
        entry = self.contents.beside(self.document, step)
        if entry is not None:
            self._leave_place()
            self.history.turn(Visit(entry.document, find_document(self.library, entry.document)))
            self.show()

    def action_travel(self, step: int) -> None:
        """Go back to the text before, or forward again."""
        self._leave_place()
        self.history.go(step)
        self.show()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._text.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by nearly a page, so that the last line read is seen again."""
        self.action_scroll(pages * max(1, self._text.scrollable_content_region.height - 1))

    def action_end(self, place: str) -> None:
        """Scroll to the "top" or the "bottom" of the text."""
        if place == "top":
            self._text.scroll_home(animate=False)
        else:
            self._text.scroll_end(animate=False)

    def action_leave(self, _to: str) -> None:
        """Out of what was begun, or else back to where the reader was opened from."""
        if self._digits:
            self._digits = ""
            self._show_way_on()
            self.refresh_bindings()
        elif self.finding:
            self.action_find_close()
        elif self._listing:
            self.action_contents()
        else:
            self.app.pop_screen()

    def _read(self, document: str, found: Readable) -> None:
        self._leave_place()
        self.history.open(Visit(document, found))
        self.show()

    def _leave_place(self) -> None:
        self.history.here.scroll = self._text.scroll_y

    # The contents

    @property
    def _listing(self) -> bool:
        """Whether the contents stand over the text, in a narrow window."""
        return self.has_class("-narrow") and self.query_one("#reader").has_class("-listing")

    def on_descendant_focus(self) -> None:
        """Say what Enter does now."""
        self._show_way_on()
        self._show_place()
        self.refresh_bindings()

    def action_contents(self) -> None:
        """Go to the contents, or back to the text."""
        contents = self.query_one(ContentsList)
        to_text = contents.has_focus or isinstance(self.focused, FindBox)
        self.query_one("#reader").set_class(not to_text, "-listing")
        (self._text if to_text else contents).focus()

    def on_contents_list_picked(self, event: ContentsList.Picked) -> None:
        """Read what was picked."""
        event.stop()
        self.query_one("#reader").remove_class("-listing")
        self._text.focus()
        if event.document != self.document:
            # The check itself is read here, since its contents are.
            self._read(event.document, find_document(self.library, event.document))

    # Finding words

    def action_find(self) -> None:
        """Seek words in the text."""
        bar = self.query_one(FindBar)
        bar.open()
        self._seek(bar.words, round(self._text.scroll_y))

    def on_find_bar_sought(self, event: FindBar.Sought) -> None:
        """Mark the words while they are typed."""
        event.stop()
        self._seek(event.words, round(self._text.scroll_y))

    def action_find_next(self, step: int) -> None:
        """Go to the next or the previous place; from the last or first one of this text, to another text that has some.

        Where no text has any, the words that were probably meant are sought.
        """
        view = self._view
        if self._meant:
            self.query_one(FindBar).look_for(self._meant)
        elif self._elsewhere and (not view.count or (view.at_end if step > 0 else view.current == 0)):
            entry = self._elsewhere[0 if step > 0 else -1].entry
            self._read(entry.document, find_document(self.library, entry.document))
            self._found_on = "next text" if step > 0 else "text before"
            if step < 0:
                view.go_to_last()
        elif view.count:
            view.step(step)
            self._show_found()

    def action_find_close(self) -> None:
        """Stop seeking; the text stays where it is."""
        self.query_one(FindBar).display = False
        self._view.seek("")
        self._text.focus()
        self._show_way_on()
        self.refresh_bindings()

    def _seek(self, words: str, from_line: int) -> None:
        self._view.seek(words, from_line)
        self._found_on = ""
        self._elsewhere = elsewhere(self.library, self.contents, words, self.document) if words.strip() else []
        nowhere = bool(words.strip()) and not self._view.count and not self._elsewhere
        self._meant = nearest_words(self.library, self.contents, words) if nowhere else ""
        # A text that was just opened has its new height only after the next refresh.
        self.call_after_refresh(self._show_found)

    def _show_found(self) -> None:
        view, text = self._view, self._text
        self.query_one(FindBar).tell(self._found_words())
        self._show_way_on()
        height = text.scrollable_content_region.height
        if view.count and not text.scroll_y <= view.line < text.scroll_y + height - TOLD_LINES:
            text.scroll_to(y=max(0, view.line - height // 3), animate=False)

    def _found_words(self) -> str:
        """How many places there are, beside the box."""
        if not self.query_one(FindBar).words.strip():
            return ""
        others = len(self._elsewhere)
        if self._view.count:
            also = f" · also in {counted(others, 'other texts')}" if others else ""
            return f"{self._view.current + 1} of {self._view.count}{also}"
        return "not in this text" if others else "in none of the texts"

    def _found_on_words(self) -> str:
        """Where Enter leads from here, where that is not the next place of this text."""
        words = self.query_one(FindBar).words.strip()
        if self._meant:
            return f'Nothing has "{words}". Enter looks for "{self._meant}".'
        here = f"This is the {self._found_on} that has it. " if self._found_on else ""
        if not self._elsewhere or not (self._view.at_end or not self._view.count):
            return here.rstrip()
        return f'{here}Enter goes on to "{self._elsewhere[0].entry.title}".'
