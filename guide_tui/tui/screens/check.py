"""A check: a conversation that stays in place, and the outcome that it leads to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import ContentSwitcher, Static

from guide_tui.model.library import Library
from guide_tui.model.prose import plain_text
from guide_tui.model.tree import Kind, Question
from guide_tui.services.check import Conversation
from guide_tui.services.copying import Extract, question_extract, report_extract
from guide_tui.services.question_text import how_to_answer
from guide_tui.services.report import Report, report_on
from guide_tui.services.terms_in import distinct_terms
from guide_tui.services.understanding import AskBack
from guide_tui.services.wording import worded
from guide_tui.tui.actions import bindings
from guide_tui.tui.clipboard import TakingScreen
from guide_tui.tui.keys import key_name
from guide_tui.tui.masthead import masthead
from guide_tui.tui.messages import AnswerTyped, NumberTyped, WhyAsked
from guide_tui.tui.screens.chooser import Choice, ChooserScreen
from guide_tui.tui.screens.map import MapScreen
from guide_tui.tui.screens.sheet import SheetScreen
from guide_tui.tui.screens.trying import TryScreen
from guide_tui.tui.standing import progress_bar, progress_words, write_standing, write_why
from guide_tui.tui.talk import Line, LineKind, question_terms
from guide_tui.tui.terms import write_terms
from guide_tui.tui.turn import Reply, Turn
from guide_tui.tui.widgets.answer_box import AnswerBox
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.outcome_view import OutcomeView
from guide_tui.tui.widgets.talk_pane import TalkPane
from guide_tui.tui.widgets.talk_view import TalkView

NO_TERMS = "There are no words of the glossary here."


class CheckScreen(TakingScreen):
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
    PLACE = "check"
    BINDINGS = bindings("check")
    AUTO_FOCUS = "#answer"

    def __init__(self, library: Library, conversation: Conversation) -> None:
        super().__init__()
        self.library = library
        self.conversation = conversation
        self.report: Report | None = None
        self.turn = Turn(conversation, lambda tree, change: self.host.effects_elsewhere(tree, change))
        self._number_typed = False
        """Whether the last thing typed was the number of an answer, so that Enter after it means no second answer."""

        self._line_chosen = False
        """Whether a line was marked with the arrow keys after the last word was typed."""

    # What is on the screen

    def compose(self) -> ComposeResult:
        """Conversation and outcome share the place."""
        yield Static("", id="masthead", markup=False)
        with ContentSwitcher(initial="talking"):
            yield TalkPane(self.library, self.turn, self.host.key_of, id="talking")
            yield OutcomeView(self.library, self.host.key_of, id="outcome")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show where the person stands."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show the answers as they are now: another check may have been over this one."""
        if self.turn.reload() and self.is_mounted:
            self.show()

    def show(self, said: str = "", *, stay: bool = False) -> None:
        """Show the position: the open question, an answer being changed, or the outcome.

        Args:
            said: What to say above the answer box.
            stay: Whether the marked line stays marked.
        """
        self._number_typed = self._line_chosen = False
        self.turn.undo_key = self.host.key_of("check.undo")
        at_outcome = self.turn.at_outcome
        self.report = report_on(self.library, self.conversation) if at_outcome else None
        self.query_one(ContentSwitcher).current = "outcome" if at_outcome else "talking"
        if self.report is not None:
            self.query_one(OutcomeView).show(self.report)
        else:
            self._pane.show(said, stay=stay)
        self._show_masthead()
        self.refresh_bindings()
        self.host.tell_notice()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        if action == "try":
            return self.report is not None and bool(self.report.other_ways)
        if action == "next":
            return self.report is not None and bool(self.report.then)
        if action == "sources":
            return self.report is not None
        if action in ("why", "standing"):
            return self.report is None
        if action == "words":
            return bool(self._terms())
        if action == "back" and self.report is not None:
            return False
        if action in ("back", "change", "restart"):
            return bool(self.conversation.position.known) and self.turn.changing is None
        if action in ("leave", "keep"):
            return (action == "keep") is (self.turn.changing is not None)
        if action == "undo":
            return self.conversation.can_undo and self.turn.changing is None
        return True

    def extract(self) -> Extract | None:
        """The outcome, or the conversation so far."""
        if self.report is not None:
            return report_extract(self.library, self.report, self.host.settings.settings.centre)
        return question_extract(self.library, self.conversation, self.host.settings.settings.centre)

    @property
    def question(self) -> Question | None:
        """The question that an answer would go to."""
        return self.turn.question

    @property
    def _pane(self) -> TalkPane:
        return self.query_one(TalkPane)

    def on_resize(self) -> None:
        """Use the room there is."""
        self._show_masthead()

    def _show_masthead(self) -> None:
        if not self.is_mounted:
            return
        if self.report is not None:
            state = "outcome"
        elif self.turn.changing is not None:
            state = "changing an answer"
        else:
            state = f"{progress_words(self.conversation)}   {progress_bar(self.conversation)}"
        line = self.query_one("#masthead", Static)
        width = line.content_region.width or max(0, self.size.width - line.styles.padding.width)
        line.update(masthead(self.conversation.tree.title, state, width))

    def _terms(self) -> list[str]:
        """The ids of the terms in what is asked or told."""
        if self.report is not None:
            outcome = self.report.outcome
            texts = [outcome.verdict, plain_text(outcome.says), *(plain_text(task.do) for task in self.report.tasks)]
            return [term.id for term in distinct_terms(self.library, *texts)]
        question = self.question
        return question_terms(self.library, question) if question else []

    # What the person does in the conversation

    def on_answer_typed(self, event: AnswerTyped) -> None:
        """Enter in the answer box: words are understood, nothing typed picks the line that is marked."""
        event.stop()
        words = event.words.strip()
        if not words and self._number_typed:
            self._enter_after_number()
        elif words and not self._line_chosen:
            self._follow(self.turn.say(words))
        else:
            self._pick(self._pane.view.marked)

    def on_number_typed(self, event: NumberTyped) -> None:
        """A digit in the empty answer box."""
        event.stop()
        line = self._pane.view.choice(event.number)
        if line is None:
            self._pane.say(f"There is no answer {event.number}.")
        else:
            self._pick(line)
            self._number_typed = self.report is None

    def on_why_asked(self, event: WhyAsked) -> None:
        """A question mark in the empty answer box."""
        event.stop()
        self.action_why()

    def on_key(self, event: Key) -> None:
        """Say why the key that explains words does nothing where there are none to explain."""
        if key_name(event.key) == self.host.key_of("check.words") and not self._terms():
            if self.report is None:
                self._pane.say(NO_TERMS)
            else:
                self.notify(NO_TERMS, markup=False)

    def on_answer_box_moved(self, event: AnswerBox.Moved) -> None:
        """Up or Down in the answer box: from now on Enter takes the line that is marked, whatever words stand there."""
        self._number_typed = False
        self._line_chosen = True
        self._pane.view.move(event.step)

    def on_answer_box_changed_words(self, event: AnswerBox.ChangedWords) -> None:
        """Mark the answer that the words mean so far."""
        self._number_typed = self._line_chosen = False
        question = self.question
        if question is None or self.turn.proposed is not None:
            return
        if not event.words.strip():
            self._pane.say(how_to_answer(question))
            return
        understood = self.turn.understand(event.words)
        if understood is None or isinstance(understood, AskBack):
            self._pane.say("")
            return
        self._pane.say(f"Enter: {worded(question, understood.value)}")
        self._pane.view.mark(understood.value)

    def on_talk_view_picked(self, event: TalkView.Picked) -> None:
        """A click on a line."""
        event.stop()
        self._pick(event.line)
        if self.report is None:
            self._pane.box.focus()

    def _enter_after_number(self) -> None:
        """A number is an answer at once; pressing Enter after it, out of habit, must not answer the next question."""
        self._number_typed = False
        question = self.question
        ticked = question is not None and question.kind is Kind.MANY and bool(self.turn.ticks(question))
        if ticked and not self.turn.proposed:
            self._follow(self.turn.pick(""))
            return
        self._pane.say("Your number was taken without Enter. Enter now picks the marked answer.")

    def _pick(self, line: Line | None) -> None:
        if line is None:
            return
        if line.kind is LineKind.ANSWER:
            self._start_changing(line.id)
        elif line.kind is LineKind.FOLD:
            self._pane.view.unfold()
        elif line.kind is LineKind.WORDS:
            self.action_words()
        elif line.kind is LineKind.DECISION:
            self._follow(self.turn.decide(line.id == "yes"))
        elif line.kind is LineKind.OPTION:
            question = self.question
            ticking = question is not None and question.kind is Kind.MANY and bool(line.id)
            self._follow(self.turn.pick(line.id), stay=ticking)

    def _follow(self, reply: Reply, *, stay: bool = False) -> None:
        """Show what became of something done."""
        if reply.moved:
            self.show(reply.said, stay=stay)
            if self.report is not None and reply.said:
                self.notify(reply.said, markup=False)
            return
        self._pane.say(reply.said)
        # Whatever is typed now is meant instead.
        self._pane.box.select_all()
        if reply.candidates:
            self._pane.view.mark(reply.candidates[0])

    def _start_changing(self, question: str | None) -> None:
        if question is not None:
            self._follow(self.turn.start_changing(question))

    # What can be done

    def action_leave(self) -> None:
        """Home."""
        self.app.pop_screen()

    def action_keep(self) -> None:
        """Out of a change."""
        self._follow(self.turn.keep())

    def action_why(self) -> None:
        """Why the question is asked."""
        question = self.question
        if question is not None:
            self.app.push_screen(
                SheetScreen(f"Why we ask: {question.ask}", lambda page: write_why(page, self.library, question))
            )

    def action_words(self) -> None:
        """What the terms mean."""
        terms = self._terms()
        self.app.push_screen(SheetScreen("What these mean", lambda page: write_terms(page, self.library, terms)))

    def action_standing(self) -> None:
        """What is still possible."""
        self.app.push_screen(SheetScreen("", lambda page: write_standing(page, self.conversation, full=True)))

    def action_map(self) -> None:
        """Show the whole tree with the way so far; an answer picked there is changed here."""
        self.app.push_screen(MapScreen(self.library, self.conversation), self._start_changing)

    def action_back(self) -> None:
        """Take the last answer back."""
        self._follow(self.turn.back())

    def action_change(self) -> None:
        """Choose an answer to change."""
        choices = [
            Choice(step.question.id, step.question.short, worded(step.question, step.value))
            for step in self.conversation.position.trail
        ]
        self.app.push_screen(ChooserScreen("Which answer do you want to change?", choices), self._start_changing)

    def action_restart(self) -> None:
        """Begin again."""
        self._follow(self.turn.restart())

    def action_undo(self) -> None:
        """Take back what was done last."""
        self._follow(self.turn.undo())

    # What can be done at an outcome

    def on_outcome_view_ticked(self, event: OutcomeView.Ticked) -> None:
        """Keep a tick."""
        event.stop()
        self.conversation.tick(event.key, done=event.done)
        self.report = report_on(self.library, self.conversation)
        self.query_one(OutcomeView).update(self.report)
        self.host.tell_notice()

    def action_try(self) -> None:
        """Try what would change the outcome."""
        if self.report is not None:
            self.app.push_screen(TryScreen(self.library, self.conversation, self.report), self._keep_tried)

    def _keep_tried(self, way: int | None) -> None:
        if way is not None and self.report is not None:
            self._follow(self.turn.take_way(self.report.other_ways[way]))

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
        # Asked also where there is one: whoever did not mean to leave the outcome goes back with Esc.
        choices = [Choice(f"check:{tree.id}", tree.title, tree.about) for tree in self.report.then]
        self.app.push_screen(ChooserScreen("What do you want to check next?", choices), self._open)

    def _open(self, document: str | None) -> None:
        if document is not None:
            self.host.open_document(document)
