"""A check: a conversation that stays in place, and the outcome that it leads to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ContentSwitcher, Footer, OptionList, Static
from textual.widgets.option_list import Option as ListOption

from guide_tui.errors import GuideError
from guide_tui.model.case import Value
from guide_tui.model.library import Library
from guide_tui.model.tree import Kind, Option, Question
from guide_tui.search.choose import choose
from guide_tui.services.changes import undone
from guide_tui.services.check import Change, Conversation
from guide_tui.services.question_text import how_to_answer
from guide_tui.services.report import Report, report
from guide_tui.services.saving import save_report
from guide_tui.services.understanding import AskBack, understand
from guide_tui.services.wording import worded
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import HostedScreen
from guide_tui.tui.messages import AnswerTyped, NumberTyped, WhyAsked
from guide_tui.tui.outcome import write_report
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.screens.chooser import Choice, ChooserScreen
from guide_tui.tui.screens.map import MapScreen
from guide_tui.tui.screens.sheet import SheetScreen
from guide_tui.tui.standing import write_standing, write_why
from guide_tui.tui.talk import Line, LineKind, possible_line, talk_lines
from guide_tui.tui.widgets.answer_box import AnswerBox

DECISIONS = (
    Option("yes", "Change it", also=("commit", "do it", "ok")),
    Option("no", "Keep it as it was", also=("keep it", "keep", "leave it", "no change", "cancel")),
)
"""How a change that was proposed is decided in words."""


class CheckScreen(HostedScreen):
    """The trail, the open question with its answers, and what is still possible; then the outcome.

    Args:
        library: For citations, roles and contacts.
        conversation: The check in progress.
    """

    ABOUT_KEYS = (
        "Pick an answer with its number, with Up, Down and Enter, with the mouse, or type a few words. "
        "Your earlier answers stand above the question: go up to one and press Enter to change it. "
        "Every answer is kept at once, so you can leave at any time and come back."
    )
    BINDINGS = bindings("check")
    AUTO_FOCUS = "#answer"

    def __init__(self, library: Library, conversation: Conversation) -> None:
        super().__init__()
        self.library = library
        self.conversation = conversation
        self.lines: list[Line] = []
        self.changing: Question | None = None
        self.proposed: Change | None = None
        self.report: Report | None = None
        self.said = ""
        self.picked: dict[str, list[str]] = {}
        self._width = 0
        self._effects: list[str] = []
        self._asked: AskBack | None = None
        """What was asked back last, which the next words may answer."""
        self._number_typed = False
        """Whether the last thing typed was the number of an answer, so that Enter after it means no second answer."""

    # What is on the screen

    def compose(self) -> ComposeResult:
        """Conversation and outcome share the place; what is possible stands beside them where there is room."""
        yield Static("", id="masthead", markup=False)
        with ContentSwitcher(initial="talking"):
            with Horizontal(id="talking"):
                with Vertical(id="conversation"):
                    yield OptionList(id="talk", markup=False)
                    yield Static("", id="possible", markup=False)
                    yield Static("", id="said", markup=False)
                    yield AnswerBox(id="answer")
                with VerticalScroll(id="beside", can_focus=False):
                    yield PageView(id="beside-page")
            with VerticalScroll(id="outcome"):
                yield PageView(id="outcome-page")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show where the person stands."""
        self.query_one("#talk", OptionList).can_focus = False
        self.show()

    def on_resize(self) -> None:
        """Wrap the conversation for the new width, without losing what is being typed."""
        self.call_after_refresh(self._rewrap)

    def on_screen_resume(self) -> None:
        """Show the answers as they are now: another check may have been over this one."""
        known = self.conversation.responses
        self.conversation.reload()
        if self.is_mounted and self.conversation.responses != known:
            self.changing = self.proposed = None
            self.picked.clear()
            self.show()

    def _rewrap(self) -> None:
        listed = self.query_one("#talk", OptionList)
        if self.report is None and listed.scrollable_content_region.width != self._width:
            self._write_talk(listed.highlighted)

    def show(self, said: str = "") -> None:
        """Show the position: the open question, an answer being changed, or the outcome."""
        self.said = said
        self._asked = None
        self._number_typed = False
        position = self.conversation.position
        self.report = None
        if position.outcome is not None and self.changing is None:
            talk = self.conversation
            self.report = report(self.library, position, talk.space, talk.responses, talk.closures)
            self._show_outcome(self.report)
        else:
            self._show_talk()
        self.query_one("#masthead", Static).update(self._masthead())
        self.refresh_bindings()
        self.host.tell_notice()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        at_outcome = self.report is not None
        if action in ("sources", "save"):
            return at_outcome
        if action == "next":
            return self.report is not None and bool(self.report.then)
        if action in ("why", "standing"):
            return not at_outcome
        if action == "back" and at_outcome:
            return False
        if action in ("back", "change", "restart"):
            return bool(self.conversation.position.known) and self.changing is None
        if action == "undo":
            return self.conversation.can_undo and self.changing is None
        return True

    @property
    def question(self) -> Question | None:
        """The question that an answer would go to."""
        return self.changing or self.conversation.position.question

    def _masthead(self) -> Content:
        tree = self.conversation.tree
        left = self.conversation.prospect.most_questions
        if self.report is not None:
            state = "outcome"
        elif self.changing is not None:
            state = "changing an answer"
        else:
            more = " more" if self.conversation.position.known else ""
            state = "last question" if left == 1 else f"at most {left}{more} questions"
        return Content.assemble((tree.title, "bold $text-accent"), (f"   {state}", "$muted"))

    def _show_talk(self, place: int | None = None) -> None:
        """The conversation, ready for the next answer; the line at ``place`` is marked, or else the first choice."""
        self.query_one(ContentSwitcher).current = "talking"
        question = self.question
        self._write_talk(place)
        self.query_one("#beside-page", PageView).show(self._write_beside)
        box = self.query_one("#answer", AnswerBox)
        box.take(question, digits=self._digits_pick(), offered=self._offered())
        box.focus()
        self._say(self.said or (how_to_answer(question) if question and not self.proposed else ""))

    def _write_talk(self, place: int | None) -> None:
        question = self.question
        asked = question.id if question else ""
        listed = self.query_one("#talk", OptionList)
        self._width = listed.scrollable_content_region.width
        self.lines = talk_lines(
            self.conversation,
            self._width,
            changing=self.changing,
            proposed=self.proposed,
            effects=self._effects,
            picked=self.picked.get(asked, []),
        )
        listed.clear_options()
        listed.add_options([ListOption(line.prompt, disabled=line.kind is LineKind.TEXT) for line in self.lines])
        listed.highlighted = self._first_choice() if place is None else place
        # Behind an outcome the conversation had no width yet.
        self.call_after_refresh(self._rewrap)
        self.query_one("#possible", Static).update(possible_line(self.conversation, self._width))
        # The question, not the oldest answer, is what the person has to see.
        self.call_after_refresh(self._scroll_to_question)

    def _digits_pick(self) -> bool:
        """Whether a digit is a choice at once: not where days or numbers are typed, nor with ten answers or more."""
        if self.proposed is not None:
            return True
        question = self.question
        return (
            question is not None
            and question.kind not in (Kind.DATE, Kind.NUMBER, Kind.TEXT)
            and len(question.options) < 10
        )

    def _offered(self) -> str:
        """The earlier answer to a question that is answered in words of one's own."""
        question = self.question
        if question is None or self.proposed is not None or question.kind not in (Kind.DATE, Kind.NUMBER, Kind.TEXT):
            return ""
        held = self.conversation.responses if self.changing else self.conversation.remembered
        value = held.get(question.id)
        return "" if value is None or value in question.options else worded(question, value)

    def _show_outcome(self, told: Report) -> None:
        self.query_one(ContentSwitcher).current = "outcome"
        self.query_one("#outcome-page", PageView).show(lambda page: write_report(page, self.library, told))
        scroll = self.query_one("#outcome", VerticalScroll)
        scroll.scroll_home(animate=False)
        scroll.focus()

    def _write_beside(self, page: Page) -> None:
        write_standing(page, self.conversation)
        question = self.question
        if question is not None:
            page.heading("Why we ask")
            write_why(page, self.library, question)

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))

    def _first_choice(self) -> int | None:
        choices = [
            number for number, line in enumerate(self.lines) if line.kind in (LineKind.OPTION, LineKind.DECISION)
        ]
        marked = [number for number in choices if self.lines[number].current]
        return next(iter(marked or choices), None)

    def _scroll_to_question(self) -> None:
        listed = self.query_one("#talk", OptionList)
        if self.lines and self.lines[-1].kind is not LineKind.ANSWER:
            listed.scroll_end(animate=False)
            if listed.highlighted is not None:
                listed.scroll_to_highlight()

    # What the person does

    def on_answer_typed(self, event: AnswerTyped) -> None:
        """Enter in the answer box: words are understood, nothing typed picks the line that is marked."""
        event.stop()
        words = event.words.strip()
        if not words and self._number_typed:
            self._enter_after_number()
        elif not words:
            self._pick(self.query_one("#talk", OptionList).highlighted)
        elif self.proposed is not None:
            decision = choose(DECISIONS, words, yes_no=True).certain
            if decision is None:
                self._say("Nothing is changed yet. Is it to be changed? Type 1 for yes, 2 for no.")
                self.query_one("#answer", AnswerBox).select_all()
            else:
                self._decide(decision == "yes")
        elif self.question is not None:
            understood = understand(self.question, words, self.conversation.today, self._asked)
            if isinstance(understood, AskBack):
                self._ask_back(understood)
            else:
                self._give(understood.value)

    def on_number_typed(self, event: NumberTyped) -> None:
        """A digit in the empty answer box."""
        event.stop()
        places = [n for n, line in enumerate(self.lines) if line.kind in (LineKind.OPTION, LineKind.DECISION)]
        if 1 <= event.number <= len(places):
            self._pick(places[event.number - 1])
            self._number_typed = self.report is None
        else:
            self._say(f"There is no answer {event.number}.")

    def _enter_after_number(self) -> None:
        """A number is an answer at once; pressing Enter after it, out of habit, must not answer the next question."""
        self._number_typed = False
        question = self.question
        if question is not None and question.kind is Kind.MANY and self.picked.get(question.id) and not self.proposed:
            self._give(self.picked[question.id])
        else:
            self._say("Your number was taken without Enter. Enter now picks the marked answer.")

    def on_why_asked(self, event: WhyAsked) -> None:
        """A question mark in the empty answer box."""
        event.stop()
        self.action_why()

    def on_answer_box_moved(self, event: AnswerBox.Moved) -> None:
        """Up or Down in the answer box."""
        self._number_typed = False
        listed = self.query_one("#talk", OptionList)
        if event.step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def on_answer_box_changed_words(self, event: AnswerBox.ChangedWords) -> None:
        """Mark the answer that the words mean so far."""
        self._number_typed = False
        question = self.question
        if question is None or self.proposed is not None:
            return
        if not event.words.strip():
            self._say(how_to_answer(question))
            return
        understood = understand(question, event.words, self.conversation.today, self._asked)
        if isinstance(understood, AskBack):
            self._say("")
            return
        self._say(f"Enter: {worded(question, understood.value)}")
        self._mark(understood.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a line."""
        event.stop()
        self._pick(event.option_index)
        if self.report is None:
            self.query_one("#answer", AnswerBox).focus()

    def action_leave(self) -> None:
        """Out of a change, or home."""
        if self.changing is not None:
            self._stop_changing("Kept as it was.")
        else:
            self.app.pop_screen()

    def action_why(self) -> None:
        """Why the question is asked."""
        question = self.question
        if question is not None:
            self.app.push_screen(
                SheetScreen(f"Why we ask: {question.ask}", lambda page: write_why(page, self.library, question))
            )

    def action_standing(self) -> None:
        """What is still possible."""
        self.app.push_screen(SheetScreen("", lambda page: write_standing(page, self.conversation, full=True)))

    def action_map(self) -> None:
        """Show the whole tree with the way so far; an answer picked there is changed here."""
        self.app.push_screen(MapScreen(self.library, self.conversation), self._start_changing)

    def action_back(self) -> None:
        """Take the last answer back."""
        question = self.conversation.back().question
        remembered = self.conversation.remembered.get(question.id) if question else None
        if question and isinstance(remembered, tuple):
            self.picked[question.id] = list(remembered)
        self.show("Your last answer is taken back.")

    def action_change(self) -> None:
        """Choose an answer to change."""
        choices = [
            Choice(step.question.id, step.question.short, worded(step.question, step.value))
            for step in self.conversation.position.trail
        ]
        self.app.push_screen(ChooserScreen("Which answer do you want to change?", choices), self._start_changing)

    def action_restart(self) -> None:
        """Begin again."""
        self.conversation.restart()
        self.picked.clear()
        self.show("Begun again. F8 brings your answers back.")

    def action_undo(self) -> None:
        """Take back what was done last."""
        before = dict(self.conversation.responses)
        self.conversation.undo()
        self.show(undone(self.conversation.tree, before, self.conversation.responses))

    def action_sources(self) -> None:
        """Choose a passage to read."""
        if self.report is None:
            return
        choices = []
        for number, citation in enumerate(self.report.citations, start=1):
            source = self.library.sources.get(citation.source)
            section = source.sections.get(citation.section) if source else None
            name = section.title if section else citation.section
            other = source.short if source and len(self.library.sources) > 1 else ""
            choices.append(Choice(f"guide:{citation}", name, other, mark=f"[{number}]"))
        self.app.push_screen(ChooserScreen("Which passage do you want to read?", choices), self._open)

    def action_next(self) -> None:
        """Go on to a further check."""
        if self.report is None:
            return
        choices = [Choice(f"check:{tree.id}", tree.title, tree.about) for tree in self.report.then]
        if len(choices) == 1:
            self._open(choices[0].id)
        else:
            self.app.push_screen(ChooserScreen("What do you want to check next?", choices), self._open)

    def action_save(self) -> None:
        """Write the outcome to a text file."""
        if self.report is None:
            return
        try:
            path = save_report(self.library, self.report, self.host.save_folder)
        except GuideError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Saved as {path}", markup=False)

    # What follows from it

    def _pick(self, place: int | None) -> None:
        if place is None or place >= len(self.lines):
            return
        line = self.lines[place]
        if line.kind is LineKind.ANSWER:
            self._start_changing(line.id)
        elif line.kind is LineKind.DECISION:
            self._decide(line.id == "yes")
        elif line.kind is LineKind.OPTION and self.question is not None:
            if self.question.kind is Kind.MANY and line.id:
                self._toggle(self.question, line.id)
            elif self.question.kind is Kind.MANY:
                self._give(self.picked.get(self.question.id, []))
            else:
                self._give(line.id)

    def _toggle(self, question: Question, option: str) -> None:
        picked = self.picked.setdefault(question.id, [])
        if option in picked:
            picked.remove(option)
        elif question.options[option].alone:
            picked[:] = [option]
        else:
            picked[:] = [other for other in picked if not question.options[other].alone] + [option]
        self._show_talk(self.query_one("#talk", OptionList).highlighted)
        self._say("Pick all that apply, then Done.")

    def _give(self, value: object) -> None:
        """Answer the question, or propose the change of an answer."""
        question = self.question
        if question is None:
            return
        try:
            if self.changing is None:
                self.conversation.answer(value)
                self.picked.pop(question.id, None)
                self.show()
                return
            change = self.conversation.preview(question.id, value)
        except GuideError as error:
            self._say(getattr(error, "reason", str(error)))
            return
        if change.old == change.new:
            self._stop_changing("That is what you had answered.")
            return
        self._effects = self.host.effects_elsewhere(self.conversation.tree, change)
        if change.harmless and not self._effects:
            self._commit(change.new)
        else:
            self.proposed = change
            self._show_talk()
            self._say("Nothing is changed yet.")

    def _ask_back(self, ask: AskBack) -> None:
        self._asked = ask
        self._say(ask.message)
        # Whatever is typed now is meant instead.
        self.query_one("#answer", AnswerBox).select_all()
        if ask.candidates:
            self._mark(ask.candidates[0])

    def _mark(self, value: Value) -> None:
        for place, line in enumerate(self.lines):
            if line.kind is LineKind.OPTION and line.id == value:
                self.query_one("#talk", OptionList).highlighted = place

    def _start_changing(self, question: str | None) -> None:
        if question is None:
            return
        self.changing = self.conversation.tree.questions[question]
        self.proposed = None
        value = self.conversation.responses.get(question)
        if isinstance(value, tuple):
            self.picked[question] = list(value)
        self.show("Pick another answer. Esc keeps it as it is.")

    def _decide(self, yes: bool) -> None:
        if self.proposed is not None and yes:
            self._commit(self.proposed.new)
        else:
            self._stop_changing("Kept as it was.")

    def _commit(self, value: Value) -> None:
        assert self.changing is not None
        question = self.changing
        self.conversation.change(question.id, value)
        self._stop_changing(f"Changed. {question.short}: {worded(question, value)}. F8 undoes it.")

    def _stop_changing(self, said: str) -> None:
        if self.changing is not None:
            self.picked.pop(self.changing.id, None)
        self.changing = None
        self.proposed = None
        self.show(said)
        if self.report is not None:
            self.notify(said, markup=False)

    def _open(self, document: str | None) -> None:
        if document is not None:
            self.host.open_document(document)
