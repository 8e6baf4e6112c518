"""A check as a conversation in plain lines: no boxes, no redrawing, nothing that only position says."""

from __future__ import annotations

import sys
from collections.abc import Callable

from guide_tui.cli.printing import print_lines, write
from guide_tui.model.characters import visible
from guide_tui.model.library import Library
from guide_tui.model.tree import Question
from guide_tui.services.changes import change_lines
from guide_tui.services.check import Change, Conversation
from guide_tui.services.layout import paragraph
from guide_tui.services.question_text import how_to_answer, question_lines, why_lines
from guide_tui.services.report import report
from guide_tui.services.report_text import key_date_words, report_lines
from guide_tui.services.understanding import AskBack, Understood, understand
from guide_tui.services.wording import worded

HELP = """\
You can also type:
  why         why this is asked, and the passage it rests on (? does the same)
  answers     what you have answered so far
  change 2    change your second answer
  back        take the last answer back
  undo        take back what you did last
  possible    which outcomes are still possible
  restart     begin this check again
  quit        stop here"""


def talk(library: Library, conversation: Conversation, width: int, notice: Callable[[], str] = str) -> int:
    """Ask until an outcome is reached and print it. Ends quietly at the end of the input; answers are kept.

    Args:
        library: What is asked and cited.
        conversation: The check in progress.
        width: Columns to wrap to.
        notice: Gives what the person must know about keeping answers; nothing while all is well.
    """
    return _Talk(library, conversation, width, notice).run()


class _Talk:
    def __init__(self, library: Library, conversation: Conversation, width: int, notice: Callable[[], str]) -> None:
        self.library = library
        self.conversation = conversation
        self.width = width
        self.notice = notice
        self.ended = False

    def run(self) -> int:
        tree = self.conversation.tree
        self.say(f"{tree.title} {tree.about}")
        self.say("Type help to see what else you can type.")
        if self.conversation.position.trail:
            self.say("You have told us before:")
            self.show_answers()
        try:
            while not self.ended:
                question = self.conversation.position.question
                if question is None:
                    self.show_outcome()
                    self.after_outcome()
                else:
                    self.ask(question)
        except KeyboardInterrupt:
            self.say("")
            self.stop()
            raise
        return 0

    def ask(self, question: Question) -> None:
        most = self.conversation.prospect.most_questions
        number = len(self.conversation.position.known) + 1
        rest = most - 1
        left = "the last one" if rest <= 0 else f"at most {rest} more after it"
        self.say("")
        self.say(f"Question {number}, {left}.")
        print_lines(question_lines(question, self.width))
        if question.id in self.conversation.remembered:
            self.say(f"Your answer was: {worded(question, self.conversation.remembered[question.id])}.")
        asked: AskBack | None = None
        while not self.ended and self.conversation.position.node == question.id:
            words = self.read(how_to_answer(question))
            if words is None or self.obey(words):
                continue
            answer = understand(question, words, self.conversation.today, asked)
            if isinstance(answer, AskBack):
                self.say(answer.message)
                asked = answer
                continue
            self.conversation.answer(answer.value)
            self.say(f"{question.short}: {worded(question, answer.value)}.")

    def after_outcome(self) -> None:
        """Take commands until an answer is changed or the person is done."""
        told = self.conversation.responses
        # Another day can leave the outcome as it is and still move every deadline.
        while not self.ended and self.conversation.responses == told:
            words = self.read("Type change and a number to change an answer, or press Enter to finish.")
            if not words:
                self.ended = True
            elif not self.obey(words):
                self.say("That is none of the commands. Type help to see them.")

    def obey(self, words: str) -> bool:
        """Carry out a command; False where the words are none, and so an answer."""
        verb, _, rest = words.casefold().strip().partition(" ")
        plain = {
            "?": self.show_why,
            "help": self.show_help,
            "answers": self.show_answers,
            "possible": self.show_possible,
            "back": self.back,
            "undo": self.undo,
            "restart": self.restart,
            "quit": self.stop,
            "exit": self.stop,
            "q": self.stop,
        }
        if verb in ("why", "why?"):
            self.show_why()
        elif verb == "change" and not self.answers(words):
            self.change(rest.strip())
        elif verb in plain and not rest:
            plain[verb]()
        else:
            return False
        return True

    def show_why(self) -> None:
        question = self.conversation.position.question
        if question:
            print_lines(why_lines(self.library, question, self.width))
        else:
            self.say("Nothing is asked any more. The reasons stand above.")

    def show_help(self) -> None:
        for line in HELP.split("\n"):
            print_lines(paragraph(line, self.width, hang=" " * 14))

    def back(self) -> None:
        if not self.conversation.position.trail:
            self.say("There is no answer to take back.")
        self.conversation.back()

    def undo(self) -> None:
        if not self.conversation.can_undo:
            self.say("There is nothing to undo.")
        self.conversation.undo()

    def restart(self) -> None:
        self.conversation.restart()
        self.say("Begun again. Type undo to have your answers back.")

    def answers(self, words: str) -> bool:
        """Whether the words answer the open question, whatever else they could mean."""
        question = self.conversation.position.question
        return (
            question is not None
            and isinstance(understand(question, words, self.conversation.today), Understood)
            and not words.split()[-1].isdecimal()
        )

    def change(self, which: str) -> None:
        trail = self.conversation.position.trail
        if not which.isdecimal() or len(which) > 4 or not 1 <= int(which) <= len(trail):
            self.say("Type change and the number of an answer:")
            self.show_answers()
            return
        step = trail[int(which) - 1]
        print_lines(question_lines(step.question, self.width))
        self.say(f"Your answer was: {worded(step.question, step.value)}.")
        asked: AskBack | None = None
        while True:
            words = self.read(f"{how_to_answer(step.question)} Press Enter to keep it as it was.")
            if not words:
                return
            answer = understand(step.question, words, self.conversation.today, asked)
            if isinstance(answer, AskBack):
                self.say(answer.message)
                asked = answer
                continue
            break
        change = self.conversation.preview(step.question.id, answer.value)
        if not change.harmless:
            self.tell_change(change)
            if (self.read("Change it? Type yes or no.") or "no").casefold()[:1] != "y":
                self.say("Kept as it was.")
                return
        self.conversation.change(step.question.id, answer.value)
        self.say(f"Changed. {step.question.short}: {worded(step.question, answer.value)}.")

    def tell_change(self, change: Change) -> None:
        for line in change_lines(change):
            self.say(line)

    def show_answers(self) -> None:
        trail = self.conversation.position.trail
        if not trail:
            self.say("You have not answered anything yet.")
        for number, step in enumerate(trail, start=1):
            print_lines(
                paragraph(
                    f"{number}. {step.question.short}: {worded(step.question, step.value)}", self.width, "  ", "     "
                )
            )

    def show_possible(self) -> None:
        ahead = self.conversation.prospect.outcomes
        for outcome in self.conversation.tree.outcomes.values():
            if outcome.id in ahead:
                print_lines(paragraph(f"- {outcome.verdict}", self.width, "", "  "))

    def show_outcome(self) -> None:
        talk = self.conversation
        told = report(self.library, talk.position, talk.space, talk.responses, talk.closures)
        self.say("")
        print_lines(report_lines(self.library, told, self.width))
        # The beginning has scrolled out of sight by now.
        self.say("")
        self.say(f"In short: {told.outcome.verdict}.")
        for each in told.key_dates:
            self.say(key_date_words(each))
        self.say("")

    def stop(self) -> None:
        self.ended = True
        if self.conversation.position.question is not None:
            self.say(f"Stopped. {self.notice() or 'Your answers are kept; start the check again to go on.'}")

    def say(self, text: str) -> None:
        print_lines(paragraph(visible(text), self.width) if text else [""])

    def read(self, prompt: str) -> str | None:
        """A line from the person, or None at the end of the input."""
        print_lines(paragraph(prompt, self.width))
        write("> ")
        line = sys.stdin.readline()
        if not line:
            print_lines([""])
            self.stop()
            return None
        if not sys.stdin.isatty():
            # What is typed at a terminal stands there already; from a pipe it would be missing in the transcript.
            print_lines([visible(line.rstrip("\n"))])
        return line.strip()
