"""The box in which an answer is typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from guide_tui.model.tree import Kind, Question
from guide_tui.tui.actions import bindings
from guide_tui.tui.messages import AnswerTyped, NumberTyped, WhyAsked


class AnswerBox(Input):
    """Takes words, and passes on the keys that pick from the list above it.

    While nothing new stands in it, a digit picks an answer at once where ``digits`` was set, and a question mark asks
    why. Words that are selected, because they are offered or were not understood, count as nothing.
    """

    BINDINGS = bindings("answer")

    @dataclass
    class Moved(Message):
        """Up or Down was pressed."""

        step: int
        """1 down, -1 up."""

    @dataclass
    class ChangedWords(Message):
        """The words in the box are others now."""

        words: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        # What is being typed must not be selected, and so replaced, when the person comes back from a sheet.
        super().__init__(id=id, max_length=2000, select_on_focus=False)
        self._digits = True

    def take(self, question: Question | None, *, digits: bool, offered: str = "") -> None:
        """Get ready for an answer to a question; ``offered`` is one that Enter gives and any other key replaces."""
        self._digits = digits
        with self.prevent(Input.Changed):
            self.value = offered
        self.select_all()
        self.border_title = "Your decision" if question is None else "Your answer"
        if question is not None and question.kind is Kind.DATE:
            self.placeholder = "a day, such as 6 September 2027"
        elif question is not None and question.kind is Kind.TEXT:
            self.placeholder = "a few words"
        else:
            self.placeholder = "a number, or a few words"

    def on_key(self, event: Key) -> None:
        """Pass on the keys that are not for the box."""
        if self._nothing_new and event.character == "?":
            self.post_message(WhyAsked())
        elif self._nothing_new and self._digits and event.character and event.character in "123456789":
            self.post_message(NumberTyped(int(event.character)))
        else:
            return
        event.stop()
        event.prevent_default()

    def action_choose(self, step: int) -> None:
        """Tell that the next or the previous answer is to be marked."""
        self.post_message(self.Moved(step))

    @property
    def _nothing_new(self) -> bool:
        return self.selected_text == self.value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell that the words are others now."""
        event.stop()
        self.post_message(self.ChangedWords(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that the words are complete."""
        event.stop()
        self.post_message(AnswerTyped(event.value))
