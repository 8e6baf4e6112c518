"""The days on which the person's centre is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key, Paste
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from guide_tui.errors import StoreError
from guide_tui.model.characters import visible
from guide_tui.services.closed_days import FILE, Closure, add_closure, read_closed_days, remove_closure
from guide_tui.services.closure_words import EXAMPLE, closure_words, read_closure
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import HostedScreen
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.screens.words import WordsScreen
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.marked_list import MarkedList


class ClosuresScreen(HostedScreen):
    """Closed days line by line, to add to and to take away from.

    Args:
        folder: Where their file is.
        today: What years are near to.
    """

    ABOUT_KEYS = (
        "Each line is a day, or a first and a last one, with the reason. Dates by which something is due leave these "
        "days out. Add a line, or take the marked one away; both can be undone."
    )
    BINDINGS = bindings("closures")
    AUTO_FOCUS = "#rows"

    def __init__(self, folder: Path, today: date) -> None:
        super().__init__()
        self.folder = folder
        self.today = today
        self.found = read_closed_days(folder)
        self._draft = ""
        """What was typed into the box and not taken, to be gone on with."""

        self._undo: list[Callable[[], None]] = []
        """What takes back each change made here, the last one at the end."""

    def compose(self) -> ComposeResult:
        """The list, and where it is kept."""
        masthead = Content.assemble(("Closed days", "bold $text-accent"), ("   left out of dates", "$muted"))
        yield Static(masthead, id="masthead", markup=False)
        yield MarkedList(id="rows", markup=False)
        with VerticalScroll(id="detail", can_focus=False):
            yield PageView(id="detail-page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.show()

    def show(self) -> None:
        """Read the file again and list what stands in it; under that is a line that adds."""
        self.found = read_closed_days(self.folder)
        listed = self.query_one("#rows", MarkedList)
        marked = listed.highlighted or 0
        listed.clear_options()
        lines = [
            Content.assemble((f"{closure_words(closure):<38}", "bold"), (closure.why, "$muted"))
            for closure in self.found.closures
        ]
        lines.append(Content.styled("+ Add closed days", "bold $text-primary"))
        listed.add_options([Option(listed.spaced(line)) for line in lines])
        listed.highlighted = min(marked, len(lines) - 1)
        self.query_one("#detail-page", PageView).show(self._write_detail)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        if action == "undo":
            return bool(self._undo)
        if action == "remove":
            return self._marked is not None
        return True

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another line may be taken away, or none."""
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on the last line adds; on another one it does nothing, since taking away has its own key."""
        event.stop()
        if self._marked is None:
            self.action_add()

    def on_key(self, event: Key) -> None:
        """Whoever types a day at once, types it into the box."""
        if event.character and event.character.isdigit():
            event.stop()
            self._add(event.character)

    def on_paste(self, event: Paste) -> None:
        """As what is typed."""
        event.stop()
        self._add(event.text.partition("\n")[0])

    def action_leave(self) -> None:
        """Back to the settings."""
        self.dismiss()

    def action_add(self) -> None:
        """Ask for days and add them; what was typed before and not taken stands in the box again."""
        self._add(self._draft)

    def _add(self, typed: str) -> None:
        def told(words: str | None) -> None:
            self._draft = screen.typed if words is None else ""
            closure = read_closure(words, self.today) if words else ""
            if isinstance(closure, Closure):
                self._change(lambda: add_closure(self.folder, closure), lambda: remove_closure(self.folder, closure))
                if self.found.closures:
                    self.query_one("#rows", OptionList).highlighted = len(self.found.closures) - 1

        def wrong(words: str) -> str:
            found = read_closure(words, self.today)
            return found if isinstance(found, str) else ""

        title = "When is your centre closed, and why?"
        about = f"The first day, the last day and a reason.\nSuch as: {EXAMPLE}"
        screen = WordsScreen(title, about, typed, wrong, begun=True)
        self.app.push_screen(screen, told)

    def action_remove(self) -> None:
        """Take the marked line away."""
        closure = self._marked
        if closure is not None:
            self._change(lambda: remove_closure(self.folder, closure), lambda: add_closure(self.folder, closure))

    def action_undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            self._do(self._undo.pop())

    @property
    def _marked(self) -> Closure | None:
        number = self.query_one("#rows", OptionList).highlighted
        return self.found.closures[number] if number is not None and number < len(self.found.closures) else None

    def _change(self, change: Callable[[], None], back: Callable[[], None]) -> None:
        if self._do(change):
            self._undo.append(back)
            self.refresh_bindings()

    def _do(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return False
        finally:
            self.show()
            self.host.closures_changed()
        return True

    def _write_detail(self, page: Page) -> None:
        if self.found.notice:
            page.text((visible(self.found.notice), "$text-warning"), mark=("! ", "bold $text-warning"))
        if not self.found.closures:
            page.text(("No closed days yet. Weekends, and the bank holidays of your nation, are left out anyway.", ""))
        page.gap().text((f"Kept in {visible(str(self.folder / FILE))}, a text file.", "$muted"))
