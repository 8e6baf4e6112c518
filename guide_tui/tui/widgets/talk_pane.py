"""A check while a question is open: the conversation, the answer box, and what is still possible."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from guide_tui.model.library import Library
from guide_tui.services.question_text import how_to_answer
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.standing import possible_line, write_standing, write_why
from guide_tui.tui.talk import Line, talk_lines
from guide_tui.tui.turn import Turn
from guide_tui.tui.widgets.answer_box import AnswerBox
from guide_tui.tui.widgets.talk_view import TalkView


class PossibleLine(Static):
    """The outcomes still possible in one line; a click lists them all."""

    async def on_click(self) -> None:
        """As by the key."""
        await self.run_action("screen.standing")


class TalkPane(Horizontal):
    """Shows where a person stands in a check. It decides nothing: the screen takes what is typed and picked.

    Args:
        library: For terms and citations.
        turn: The check, and what the person is doing in it.
        key_of: Gives the key of an action by its id, for telling.
    """

    def __init__(self, library: Library, turn: Turn, key_of: Callable[[str], str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._library = library
        self._turn = turn
        self._key_of = key_of

    def compose(self) -> ComposeResult:
        """The conversation with its box; what is possible stands beside it where there is room, else in one line."""
        with Vertical(id="conversation"):
            yield TalkView(id="talk")
            yield PossibleLine("", id="possible", markup=False)
            yield Static("", id="said", markup=False)
            yield AnswerBox(id="answer")
        with VerticalScroll(id="beside", can_focus=False):
            yield PageView(id="beside-page")

    @property
    def view(self) -> TalkView:
        """The conversation."""
        return self.query_one("#talk", TalkView)

    @property
    def box(self) -> AnswerBox:
        """What is typed into."""
        return self.query_one("#answer", AnswerBox)

    def show(self, said: str = "", *, stay: bool = False) -> None:
        """Show the position, ready for the next answer.

        Args:
            said: What to say; by default how the question can be answered.
            stay: Whether the marked line stays marked.
        """
        turn = self._turn
        question = turn.question
        self.view.show(self._write_lines, stay=stay)
        self.query_one("#beside-page", PageView).show(self._write_beside)
        self._show_possible()
        self.box.take(question, digits=turn.digits_pick, offered=turn.offered)
        self.box.focus()
        self.say(said or (how_to_answer(question) if question and not turn.proposed else ""))

    def say(self, words: str) -> None:
        """Say something above the answer box."""
        self.query_one("#said", Static).update(Content(words))

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._show_possible)

    def _show_possible(self) -> None:
        line = self.query_one("#possible", Static)
        width = self.view.width + 2
        if width > 0 and self.is_mounted:
            line.update(possible_line(self._turn.conversation, width, self._key_of("check.standing")))

    def _write_lines(self, width: int) -> list[Line]:
        roomy = self.app.has_class("-roomy")
        return talk_lines(self._library, self._turn, width, roomy=roomy, words_key=self._key_of("check.words"))

    def _write_beside(self, page: Page) -> None:
        write_standing(page, self._turn.conversation)
        question = self._turn.question
        if question is not None:
            page.heading("Why we ask")
            write_why(page, self._library, question)
