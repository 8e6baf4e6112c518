"""Choosing one thing from a short list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from guide_tui.tui.actions import bindings
from guide_tui.tui.page import Page
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.marked_list import MarkedList

MOST_NUMBERED = 9
"""Lines up to which a digit can choose."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose."""

    id: str
    name: str
    about: str = ""
    mark: str = ""
    """What stands before it instead of its number in the list, such as the number of a reference."""


class ChooserList(MarkedList):
    """The list. Its arrows stop at the ends."""

    # OptionList would take Enter and the arrows for itself and hide them.
    BINDINGS = bindings("chooser")


class ChooserScreen(ModalScreen[str | None]):
    """A list over a screen; gives the id chosen, or None.

    Args:
        title: What is being chosen.
        choices: What there is, at least one.
    """

    ABOUT_KEYS = "Choose one line with the arrows and Enter, with its number, or with the mouse. Esc chooses nothing."
    AUTO_FOCUS = "#choices"

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._width = 0

    def compose(self) -> ComposeResult:
        """The list, its title in its frame."""
        listed = ChooserList(id="choices", markup=False)
        listed.border_title = self._title
        yield listed
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list, so that the frame gets its height, before its width is known."""
        self._write(self.size.width * 9 // 10 - 8)

    def on_resize(self) -> None:
        """Lay the lines out for the width there is."""
        self.call_after_refresh(self._lay_out)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        event.stop()
        self.dismiss(self._choices[event.option_index].id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer digits where each chooses one line."""
        return len(self._choices) <= MOST_NUMBERED if action == "number" else True

    def action_pick(self) -> None:
        """Choose what is marked."""
        marked = self._list.highlighted
        if marked is not None:
            self.dismiss(self._choices[marked].id)

    def action_move(self, step: int) -> None:
        """Mark the next or the previous line."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_number(self, number: int) -> None:
        """Choose a line by its place in the list."""
        if number <= len(self._choices):
            self.dismiss(self._choices[number - 1].id)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#choices", OptionList)

    def _lay_out(self) -> None:
        # Two columns are the gutter.
        self._write(self._list.scrollable_content_region.width - 2)

    def _write(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        listed = self._list
        marked = listed.highlighted or 0
        listed.clear_options()
        listed.add_options([Option(self._row(number)) for number in range(len(self._choices))])
        listed.highlighted = marked

    def _row(self, number: int) -> Content:
        choice = self._choices[number]
        marks = [each.mark or str(place) for place, each in enumerate(self._choices, start=1)]
        mark = f"{marks[number]:>{max(map(len, marks))}}  "
        about = (f" · {choice.about}", "$muted") if choice.about else ("", "")
        return Page(self._width).text((choice.name, "bold"), about, mark=(mark, "bold $text-primary")).content
