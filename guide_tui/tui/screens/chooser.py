"""Choosing one thing from a short list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from guide_tui.tui.actions import bindings


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose."""

    id: str
    name: str
    about: str = ""
    mark: str = ""
    """What stands before it instead of its number in the list, such as the number of a reference."""


class ChooserScreen(ModalScreen[str | None]):
    """A list over a screen; gives the id chosen, or None.

    Args:
        title: What is being chosen.
        choices: What there is, at least one.
    """

    BINDINGS = bindings("chooser")
    AUTO_FOCUS = "#choices"

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = list(choices)

    def compose(self) -> ComposeResult:
        """The list, its title in its frame."""
        choices = OptionList(
            *(
                Option(
                    Content.assemble(
                        (f"{choice.mark or number:>4}  ", "bold $text-primary"),
                        (choice.name, "bold"),
                        (f"  {choice.about}", "$muted"),
                    )
                )
                for number, choice in enumerate(self._choices, start=1)
            ),
            id="choices",
            markup=False,
        )
        choices.border_title = self._title
        yield choices
        yield Footer(show_command_palette=False)

    def on_key(self, event: Key) -> None:
        """A digit chooses at once, where the list is short enough for that."""
        if event.character and event.character in "123456789" and len(self._choices) < 10:
            number = int(event.character)
            if number <= len(self._choices):
                event.stop()
                self.dismiss(self._choices[number - 1].id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._choices[event.option_index].id)

    def action_pick(self) -> None:
        """Choose what is marked."""
        self.query_one("#choices", OptionList).action_select()
