"""A check: answering, looking ahead, going back and changing, and the outcome."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from guide_tui.tui.widgets.talk_view import TalkView
from tests.tui.conftest import Open
from tests.tui.stage import Stage

PLAN, COACH = "event", "approved"


async def begin(stage: Stage, tree: str = "swim", **answers: Any) -> Stage:
    """Open a check in which these questions are answered already, in a new situation where a check is open."""
    if stage.where == "CheckScreen":
        stage.app.keeper.new_situation()
    for question, value in answers.items():
        stage.app.keeper.save(question.replace("_", "-"), value)
    stage.app.open_check(tree)
    await stage.pilot.pause()
    return stage


class TestChoosing:
    """A question with one answer."""

    async def test_shows_question_options_and_what_is_possible(self, open_app: Open):
        """The question, its numbered options with their hints, and the outcomes still possible stand on the screen."""
        async with open_app() as stage:
            await begin(stage)
            assert stage.lines == [
                "What do you plan?",
                "1 A race · somebody wins",
                "2 A swimming lesson",
                "3 A party in the water",
                "4 I do not know yet",
            ]
            assert "5 possible: ✓ No permit needed  ▲ Permit needed" in stage.text
            assert stage.said == "Type a number, or answer in words."
            assert stage.masthead == "May we use the pool?   at most 4 questions   ○○○○"

    async def test_a_number_key_answers_at_once(self, open_app: Open):
        """The number of an option is the answer, without Enter; the answer stands above the next question."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2")
            assert stage.lines[:2] == ["✓ Plan: A swimming lesson", "Is the coach approved?"]
            assert stage.kept == {PLAN: "lesson"}
            assert stage.masthead == "May we use the pool?   at most 3 more questions   ●○○○"

    async def test_enter_after_a_number_answers_nothing_more(self, open_app: Open):
        """Who presses Enter after the number, out of habit, does not answer the next question; a second Enter does."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2", "enter")
            assert stage.kept == {PLAN: "lesson"}
            assert stage.said == "Your number was taken without Enter. Enter now picks the marked answer."
            await stage.press("enter")
            assert stage.kept == {PLAN: "lesson", COACH: "yes"}

    async def test_a_number_too_large_answers_nothing(self, open_app: Open):
        """A number that no option has is told, and nothing is picked."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("7")
            assert stage.said == "There is no answer 7."
            assert stage.kept == {}

    async def test_arrows_and_enter(self, open_app: Open):
        """Down and Up mark an option while the cursor stays in the answer box; Enter takes the marked one."""
        async with open_app() as stage:
            await begin(stage)
            assert stage.marked == "1 A race · somebody wins"
            await stage.press("down", "down", "up")
            assert stage.marked == "2 A swimming lesson"
            assert stage.app.focused is stage.box
            await stage.press("enter")
            assert stage.kept == {PLAN: "lesson"}

    async def test_a_click(self, open_app: Open):
        """A click on an option takes it, and the cursor is in the answer box again."""
        async with open_app() as stage:
            await begin(stage)
            await stage.click_row("A swimming lesson")
            assert stage.kept == {PLAN: "lesson"}
            assert stage.app.focused is stage.box

    async def test_a_click_on_the_question_does_nothing(self, open_app: Open):
        """What is no option cannot be picked by a click."""
        async with open_app() as stage:
            await begin(stage)
            await stage.click_row("What do you plan?")
            assert stage.kept == {}

    async def test_words(self, open_app: Open):
        """Words that mean one option answer the question."""
        lesson = {PLAN: "lesson"}
        async with open_app() as stage:
            for before, words, kept in (
                ({}, "two clubs", {PLAN: "race"}),
                ({}, "a party", {PLAN: "party"}),
                ({}, "don't know", {PLAN: "not-sure"}),
                (lesson, "yeah", {**lesson, COACH: "yes"}),
                (lesson, "not approved yet", {**lesson, COACH: "no"}),
            ):
                await begin(stage, **before)
                await stage.type(words, "enter")
                assert stage.kept == kept, words

    async def test_words_show_what_they_mean_while_typed(self, open_app: Open):
        """Before Enter the screen says which option the words mean, and marks it."""
        async with open_app() as stage:
            await begin(stage)
            await stage.type("lesson")
            assert stage.said == "Enter: A swimming lesson"
            assert stage.marked == "2 A swimming lesson"
            assert stage.kept == {}

    async def test_unclear_words_ask_back(self, open_app: Open):
        """Words that mean no option, or several, are answered with a question; nothing is picked."""
        async with open_app() as stage:
            await begin(stage)
            for words in ("zebra", "water lesson", "race or party", "9"):
                stage.box.value = words
                await stage.press("enter")
                assert stage.said not in ("", "Type a number, or answer in words."), words
                assert stage.kept == {}, words
                assert stage.box.value == words

    async def test_a_number_answers_after_asking_back(self, open_app: Open):
        """Asked back, the person types a number, which replaces the words and is the answer."""
        async with open_app() as stage:
            await begin(stage)
            await stage.type("zebra", "enter")
            await stage.press("3")
            assert stage.kept == {PLAN: "party"}

    async def test_new_words_replace_those_asked_back_about(self, open_app: Open):
        """After asking back, other words replace the ones not understood."""
        async with open_app() as stage:
            await begin(stage)
            await stage.type("zebra", "enter")
            await stage.press("g", "a", "l", "a")
            assert stage.box.value == "gala"


class TestWhy:
    """Looking behind a question."""

    async def test_why_with_its_source(self, open_app: Open):
        """F2 and a question mark tell why it is asked and what that rests on; they, Esc and Enter lead back."""
        why = "Why we ask: What do you plan? Races have their own rules. Pool rules (3, May 2026): Events."
        async with open_app() as stage:
            await begin(stage)
            for opens, closes in (("f2", "f2"), ("?", "?"), ("f2", "escape"), ("?", "enter")):
                await stage.press(opens)
                assert stage.where == "SheetScreen", opens
                assert stage.page("sheet-page") == why
                await stage.press(closes)
                assert stage.where == "CheckScreen", closes
                assert stage.app.focused is stage.box
                assert stage.kept == {}

    async def test_a_question_mark_among_words_is_a_letter(self, open_app: Open):
        """A question mark after words belongs to them."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("r", "?")
            assert stage.box.value == "r?"
            assert stage.where == "CheckScreen"

    async def test_what_is_possible_and_ruled_out(self, open_app: Open):
        """F3 lists the outcomes still possible by their verdicts, and those ruled out with the answer that did it."""
        async with open_app() as stage:
            await begin(stage, event="party")
            await stage.press("f3")
            page = stage.page("sheet-page")
            assert page.startswith("Still possible: 3 of 5 ✓ No permit needed: the party is small ■ Stop: the pool")
            assert "Ruled out ○ Permit needed" in page
            assert "Plan: A party in the water" in page
            await stage.press("f3")
            assert stage.where == "CheckScreen"

    async def test_both_stand_beside_on_a_wide_terminal(self, open_app: Open):
        """From 100 columns on, what is possible and why it is asked stand beside the conversation."""
        async with open_app(size=(120, 40)) as stage:
            await begin(stage)
            beside = stage.page("beside-page")
            assert beside.startswith("Still possible: 5 of 5 ✓ No permit needed")
            assert "Why we ask Races have their own rules." in beside
            await stage.press("3")
            assert stage.page("beside-page").startswith("Still possible: 3 of 5")

    async def test_f1_tells_how_to_answer(self, open_app: Open):
        """Help says how an answer is picked and what each key does; keys that do nothing now are left out."""
        async with open_app(size=(80, 50)) as stage:
            await begin(stage, event="lesson")
            await stage.press("f1")
            page = stage.help
            assert "Pick an answer with its number" in page
            for line in (
                "Esc Leave Back to the home screen; answers are kept",
                "F2 Why Why this is asked, and the passage it rests on; ? does the same",
                "F3 Possible Which outcomes are still possible, and what ruled out the others",
                "F4 Back Take the last answer back",
                "F5 Change Change one of your answers",
                "Ctrl+R Restart Begin this check again; F8 brings the answers back",
                "Ctrl+Q Quit Leave the app; every answer is kept",
            ):
                assert line in page
            assert "Take back what you did last" not in page
            assert "Save the outcome" not in page


class TestGoingBack:
    """F4, Ctrl+R and F8."""

    async def test_f4_takes_an_answer_back_and_offers_it_again(self, open_app: Open):
        """F4 asks the last question again, with the answer taken back marked, so that Enter gives it anew."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2", "f4")
            assert stage.said == "Your last answer is taken back."
            assert stage.kept == {}
            assert stage.marked == "2 A swimming lesson · your answer so far"
            await stage.press("enter")
            assert stage.kept == {PLAN: "lesson"}

    async def test_f4_offers_several_answers_again(self, open_app: Open):
        """Of a question with several answers, those given are ticked again."""
        async with open_app() as stage:
            await begin(stage, event="race")
            await stage.press("1", "3", "5")
            assert stage.kept["judges"] == ("clock", "water")
            await stage.press("f4")
            assert [line[:5] for line in stage.lines[2:7]] == ["1 [x]", "2 [ ]", "3 [x]", "4 [ ]", "5 Don"]
            await stage.press("5")
            assert stage.kept["judges"] == ("clock", "water")

    async def test_f4_offers_words_again(self, open_app: Open):
        """An answer in words stands in the box again; Enter gives it."""
        answers = {"event": "lesson", "approved": "yes"}
        async with open_app() as stage:
            await begin(stage, **answers)
            await stage.type("Jo Smith", "enter", "f4")
            assert stage.kept == answers
            assert stage.box.value == "Jo Smith"
            await stage.press("enter")
            assert stage.kept == {**answers, "coach": "Jo Smith"}

    async def test_an_offered_answer_is_replaced_by_typing(self, open_app: Open):
        """The first key typed over an answer that is offered again takes its place."""
        async with open_app() as stage:
            await begin(stage, event="lesson", approved="yes", coach="Jo")
            await stage.press("f4", "K", "i", "m", "enter")
            assert stage.kept["coach"] == "Kim"

    async def test_ctrl_r_begins_again_and_f8_brings_all_back(self, open_app: Open):
        """Ctrl+R drops the answers of this check; F8 brings them back, and then takes back the answers one by one."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2", "1")
            told = stage.kept
            await stage.press("ctrl+r")
            assert stage.kept == {}
            assert stage.said == "Begun again. F8 brings your answers back."
            await stage.press("f8")
            assert stage.kept == told
            assert stage.said == "Undone: Plan is A swimming lesson again and Coach approved is Yes again."
            await stage.press("f8", "f8")
            assert stage.kept == {}

    async def test_nothing_to_take_back(self, open_app: Open):
        """At the first question F4, F5, Ctrl+R and F8 do nothing."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("f4", "f5", "ctrl+r", "f8")
            assert stage.where == "CheckScreen"
            assert stage.lines[0] == "What do you plan?"

    async def test_escape_leaves_and_the_answers_stay(self, open_app: Open):
        """Esc leads home; the check goes on where it was."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2", "escape")
            assert stage.where == "HomeScreen"
            assert stage.kept == {PLAN: "lesson"}


class TestChanging:
    """An earlier answer is changed in its place."""

    PREVIEW = (
        '"Plan" would be: A party in the water. '
        "Your answers to Coach approved and Coach are kept, in case they are asked again. Asked next: People."
    )

    async def test_escape_says_that_it_keeps_the_answer(self, open_app: Open):
        """While an answer is changed, the bottom line tells that Esc keeps it, and not that it leaves."""
        async with open_app() as stage:
            await self.start(stage)
            assert "Esc Keep it" in stage.keys
            assert "Esc Leave" not in stage.keys
            await stage.press("escape")
            assert stage.where == "CheckScreen"
            assert "Esc Leave" in stage.keys

    async def start(self, stage: Stage) -> dict[str, Any]:
        """Stand at the fourth question of the lesson, changing the first answer."""
        await begin(stage, event="lesson", approved="yes", coach="Jo")
        before = stage.kept
        await stage.press("f5")
        assert stage.where == "ChooserScreen"
        assert stage.lines == ["1 Plan · A swimming lesson", "2 Coach approved · Yes", "3 Coach · Jo"]
        await stage.press("1")
        assert stage.masthead.endswith("changing an answer")
        assert stage.said == "Pick another answer. Esc keeps it as it is."
        assert stage.marked == "2 A swimming lesson · your answer so far"
        return before

    async def test_preview_before_anything_is_changed_then_commit(self, open_app: Open):
        """A change that touches other answers says what it would do first; 1 makes it, and F8 undoes it."""
        async with open_app() as stage:
            before = await self.start(stage)
            await stage.press("3")
            assert self.PREVIEW in stage.lines
            assert stage.said == "Nothing is changed yet."
            assert stage.kept == before
            await stage.press("1")
            assert stage.kept == {**before, PLAN: "party"}
            assert stage.said == "Changed. Plan: A party in the water. F8 undoes it."
            assert stage.lines[1] == "How many people come?"
            await stage.press("f8")
            assert stage.kept == before

    async def test_kept_as_it_was(self, open_app: Open):
        """2, Esc and Enter on the second line keep the answer as it was."""
        async with open_app() as stage:
            before = await self.start(stage)
            for keys in (["2"], ["escape"], ["down", "enter"]):
                await stage.press("3", *keys)
                assert stage.kept == before, keys
                assert stage.said == "Kept as it was."
                assert "   last question   " in stage.masthead
                await stage.press("f5", "1")

    async def test_only_a_clear_yes_commits(self, open_app: Open):
        """Words that are no clear yes change nothing; unclear ones ask back."""
        async with open_app() as stage:
            before = await self.start(stage)
            await stage.press("3")
            for word in ("hmm", "youth"):
                stage.box.value = word
                await stage.press("enter")
                assert stage.said == "Nothing is changed yet. Is it to be changed? Type 1 for yes, 2 for no.", word
                assert stage.kept == before
            for word in ("cancel", "nope"):
                stage.box.value = word
                await stage.press("enter")
                assert stage.said == "Kept as it was.", word
                assert stage.kept == before
                await stage.press("f5", "1", "3")
            stage.box.value = "yes"
            await stage.press("enter")
            assert stage.kept == {**before, PLAN: "party"}

    async def test_escape_before_choosing(self, open_app: Open):
        """Esc in the list of answers, and Esc before another answer is picked, leave all as it is."""
        async with open_app() as stage:
            before = await self.start(stage)
            await stage.press("escape")
            assert stage.said == "Kept as it was."
            assert stage.lines[-2] == "On which day is it?"
            await stage.press("f5", "escape")
            assert stage.where == "CheckScreen"
            assert stage.kept == before

    async def test_going_up_to_an_answer(self, open_app: Open):
        """Up from the options reaches the answers above; Enter on one changes it in its place."""
        async with open_app() as stage:
            await begin(stage, event="lesson")
            await stage.press("up")
            assert stage.marked == "✓ Plan: A swimming lesson · told before"
            await stage.press("enter")
            assert stage.lines[1] == "What do you plan?"
            await stage.press("1")
            assert any("would be: A race." in line for line in stage.lines)
            await stage.press("1")
            assert stage.kept == {PLAN: "race"}

    async def test_a_click_on_an_answer(self, open_app: Open):
        """A click on an answer changes it in its place."""
        async with open_app() as stage:
            await begin(stage, event="lesson")
            await stage.click_row("A swimming lesson")
            assert stage.masthead.endswith("changing an answer")

    async def test_a_change_that_touches_nothing_is_made_at_once(self, open_app: Open):
        """Where nothing else follows from it, there is nothing to decide."""
        async with open_app() as stage:
            await begin(stage, event="lesson", approved="yes", coach="Jo")
            await stage.press("f5", "2", "2")
            assert stage.kept[COACH] == "no"
            assert stage.said == "Changed. Coach approved: No. F8 undoes it."

    async def test_what_a_typed_change_did_stays_said(self, open_app: Open):
        """After an answer changed by words, the screen says what was changed."""
        async with open_app() as stage:
            await begin(stage, event="lesson", approved="yes", coach="Jo")
            await stage.press("f5", "3")
            await stage.type("Kim", "enter")
            assert stage.kept["coach"] == "Kim"
            assert stage.said == "Changed. Coach: Kim. F8 undoes it."

    async def test_what_it_does_to_another_check(self, open_app: Open):
        """Where another check ends differently then, that is said before anything is changed."""
        async with open_app() as stage:
            await begin(stage, "keys", event="race", first_day="not-sure")
            await stage.press("escape")
            await begin(stage)
            await stage.press("f5", "1", "2")
            assert any("Who gets a key?" in line for line in stage.lines)
            assert stage.kept[PLAN] == "race"

    async def test_the_same_answer_again(self, open_app: Open):
        """Picking the answer that was given says so and changes nothing."""
        async with open_app() as stage:
            before = await self.start(stage)
            await stage.press("2")
            assert stage.said == "That is what you had answered."
            assert stage.kept == before

    async def test_kept_answers_are_named(self, open_app: Open):
        """The preview names the later answers that stay as they are."""
        async with open_app() as stage:
            await begin(
                stage, event="lesson", approved="yes", coach="Jo", first_day=date(2027, 9, 6), judges=("clock",)
            )
            await stage.press("f5", "1", "1")
            preview = next(line for line in stage.lines if line.startswith('"Plan" would be'))
            assert preview == (
                '"Plan" would be: A race. Kept: First day. '
                "Your answers to Coach approved and Coach are kept, in case they are asked again. "
                "The outcome stays: Permit needed."
            )


class TestDays:
    """A question for a day."""

    async def start(self, stage: Stage) -> None:
        await begin(stage, event="lesson", approved="yes", coach="Jo")

    async def test_typed_days(self, open_app: Open):
        """A day as people write it is understood; so are the answers beside it, by number and by words."""
        async with open_app() as stage:
            await self.start(stage)
            for words, kept in (
                ("6 september 2027", date(2027, 9, 6)),
                ("2027-09-06", date(2027, 9, 6)),
                ("tomorrow", date(2026, 11, 6)),
                ("don't know", "not-sure"),
                ("1", "not-sure"),
            ):
                stage.box.value = words
                await stage.pilot.pause()
                assert stage.said.startswith("Enter: "), words
                await stage.press("enter")
                assert stage.kept["first-day"] == kept, words
                await stage.press("f8")

    async def test_a_digit_begins_a_day(self, open_app: Open):
        """A digit does not pick the answer beside the day: it may begin one."""
        async with open_app() as stage:
            await self.start(stage)
            await stage.press("1")
            assert "first-day" not in stage.kept
            assert stage.box.value == "1"

    async def test_an_unclear_day_asks_back(self, open_app: Open):
        """What may be two days, or none, is asked back about and not taken."""
        async with open_app() as stage:
            await self.start(stage)
            for words in ("03/04", "31 June 2027", "soon"):
                stage.box.value = words
                await stage.press("enter")
                assert "first-day" not in stage.kept, words
                assert stage.said not in ("", "Type a day, such as 6 September 2027, or the number of an answer above.")

    async def test_changing_a_day(self, open_app: Open):
        """A day is changed by typing another."""
        async with open_app() as stage:
            await begin(stage, event="lesson", approved="yes", coach="Jo", first_day=date(2027, 9, 6))
            await stage.press("f5", "4")
            assert stage.box.value == "Monday 6 September 2027"
            await stage.press("enter")
            assert stage.told[-1] == "That is what you had answered."
            await stage.press("f5", "4")
            await stage.type("7 september 2027", "enter")
            assert stage.kept["first-day"] == date(2027, 9, 7)


class TestNumbersAndWords:
    """Questions for a number and for words."""

    async def test_a_number(self, open_app: Open):
        """Digits are the number, not an option; one out of bounds is asked back about."""
        async with open_app() as stage:
            await begin(stage, event="party")
            await stage.press("1")
            assert stage.kept == {PLAN: "party"}
            stage.box.value = "501"
            await stage.press("enter")
            assert stage.kept == {PLAN: "party"}
            assert "500" in stage.said
            stage.box.value = "twelve"
            await stage.press("enter")
            assert stage.kept == {PLAN: "party", "guests": 12}

    async def test_the_option_beside_a_number(self, open_app: Open):
        """Enter alone takes the option that is marked; words that mean it do the same."""
        async with open_app() as stage:
            await begin(stage, event="party")
            await stage.type("cannot say", "enter")
            assert stage.kept["guests"] == "not-sure"

    async def test_words(self, open_app: Open):
        """Words of the person's own are kept as typed; digits are words too, and nothing is no answer."""
        async with open_app() as stage:
            await begin(stage, event="lesson", approved="yes")
            await stage.press("enter")
            assert "coach" not in stage.kept
            await stage.type("2 Jo [b]Smith[/b]", "enter")
            assert stage.kept["coach"] == "2 Jo [b]Smith[/b]"
            assert "✓ Coach: 2 Jo [b]Smith[/b]" in stage.lines


class TestSeveral:
    """A question with several answers."""

    async def start(self, stage: Stage) -> None:
        await begin(stage, event="race")

    def ticks(self, stage: Stage) -> str:
        return "".join(line[3] for line in stage.lines if line[2:5] in ("[x]", "[ ]"))

    async def test_digits_toggle_and_done_gives(self, open_app: Open):
        """Each digit ticks or unticks; nothing is an answer before Done."""
        async with open_app() as stage:
            await self.start(stage)
            await stage.press("1", "2", "3", "2")
            assert self.ticks(stage) == "x x "
            assert stage.said == "Pick all that apply, then Done."
            assert "judges" not in stage.kept
            await stage.press("5")
            assert stage.kept["judges"] == ("clock", "water")

    async def test_arrows_toggle_and_keep_the_place(self, open_app: Open):
        """Enter ticks the marked line and stays on it."""
        async with open_app() as stage:
            await self.start(stage)
            await stage.press("down", "enter")
            assert stage.marked == "2 [x] People at the lanes"
            await stage.press("enter")
            assert self.ticks(stage) == "    "

    async def test_an_option_that_stands_alone(self, open_app: Open):
        """An option that cannot be combined unticks the others, and any other unticks it."""
        async with open_app() as stage:
            await self.start(stage)
            await stage.press("1", "4")
            assert self.ticks(stage) == "   x"
            await stage.press("2")
            assert self.ticks(stage) == " x  "

    async def test_too_few(self, open_app: Open):
        """Done with fewer than the question needs is told in plain words, and nothing is an answer."""
        async with open_app() as stage:
            await self.start(stage)
            await stage.press("5")
            assert "judges" not in stage.kept
            assert stage.said.startswith("Choose at least 1")

    async def test_words(self, open_app: Open):
        """Several answers are typed in words or numbers."""
        async with open_app() as stage:
            await self.start(stage)
            for words, kept in (
                ("clock and lifeguards", ("clock", "water")),
                ("1 and 3", ("clock", "water")),
                ("nobody", ("nobody",)),
            ):
                stage.box.value = words
                await stage.press("enter")
                assert stage.kept["judges"] == kept, words
                await stage.press("f8")

    async def test_none_of_these(self, open_app: Open):
        """Where no least number is set, Done says that none is an answer."""
        async with open_app() as stage:
            await begin(stage, "keys", event="lesson")
            assert stage.lines[-1] == "3 Done, none of these"
            await stage.press("3")
            assert stage.kept["hours"] == ()

    async def test_changing_starts_with_the_ticks_of_before(self, open_app: Open):
        """A changed answer starts from what was ticked."""
        async with open_app() as stage:
            await begin(stage, event="race", judges=("clock", "water"))
            await stage.press("f5", "2")
            assert self.ticks(stage) == "x x "
            await stage.press("3", "5")
            assert stage.kept["judges"] == ("clock",)


class TestKeeping:
    """Answers outlive the program, and one check knows what another was told."""

    async def test_every_answer_is_kept_at_once(self, open_app: Open):
        """The app is closed after two answers; opened again, the check goes on there, and they are marked as told."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2", "1")
        async with open_app() as stage:
            assert "May we use the pool? 2 answers, at most 2 questions left · today" in stage.lines
            await begin(stage)
            assert stage.lines == [
                "✓ Plan: A swimming lesson · told before",
                "✓ Coach approved: Yes · told before",
                "Who is the coach?",
            ]

    async def test_a_second_check_starts_with_shared_answers(self, open_app: Open):
        """What another check asked already is not asked again, and can be changed."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("2", "escape")
            await begin(stage, "keys")
            assert stage.lines[:2] == ["✓ Plan: A swimming lesson · told before", "When do you come?"]

    async def test_answers_changed_elsewhere_are_seen_on_coming_back(self, open_app: Open):
        """A check under a text and another check shows the answers as they are when one comes back to it."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            stage.app.open_document("guide:rules/events")
            await stage.pilot.pause()
            stage.app.open_check("keys")
            await stage.pilot.pause()
            await stage.press("f5", "1", "1", "1")
            assert stage.kept[PLAN] == "race"
            await stage.press("escape", "escape")
            assert stage.lines[:2] == ["✓ Plan: A race · told before", "Who will judge?"]

    async def test_a_sheet_over_the_check_keeps_what_is_typed(self, open_app: Open):
        """Words in the box survive a look at help or at what is possible."""
        async with open_app() as stage:
            await begin(stage)
            await stage.type("zebra")
            for key in ("f1", "f2", "f3"):
                await stage.press(key, "escape")
                assert stage.box.value == "zebra"

    async def test_a_disk_that_fails_meanwhile_is_told_once(self, open_app: Open, tmp_path: Path):
        """When answers can no longer be kept, the person is told at that moment, and goes on."""
        async with open_app() as stage:
            await begin(stage)
            file = tmp_path / "data" / "cases.sqlite3"
            for path in file.parent.glob("cases.sqlite3*"):
                path.write_bytes(b"not a database any more" * 400)
            await stage.press("2", "1")
            assert stage.app.keeper.notice
            assert stage.told.count(stage.app.keeper.notice) == 1
            assert stage.lines[-1] == "Who is the coach?"


class TestOutcome:
    """Where a check ends."""

    LESSON = {"event": "lesson", "approved": "no", "coach": "Jo", "first_day": date(2027, 9, 6)}  # noqa: RUF012

    async def test_says_everything(self, open_app: Open):
        """The outcome says verdict, warnings, what to do by when, what to avoid, why, what next, and its sources."""
        async with open_app() as stage:
            await begin(stage, **self.LESSON)
            page = stage.page("outcome-page")
            places = [
                page.index(part)
                for part in (
                    "▌ ▲ APPROVAL NEEDED ▌ Permit needed: ask the office first A public event needs a permit.",
                    "• who comes • what is swum [1, 2]",
                    "When ── today, Thursday 5 November 2026 ─",
                    "● by Mon 26 Jul 2027 in about 9 months Send the form (the club) · the │ other limit, Monday 6",
                    "■ The coach must be approved first. [1]",
                    "What to do · 0 of 1 done · Space ticks › [ ] Send the form. [2] The club, by Monday 26 July 2027",
                    "What not to do ✕ Do not sell tickets yet. [1]",
                    "Also know • The office is closed on Mondays. [3]",
                    "Why: your answers (F5 changes one)",
                    "✓ Plan: A swimming lesson",
                    "· Coach: Jo (did not decide it)",
                    "What would change this (F3 tries it) ✓ ",
                    "Whom to contact • The pool office: For anything about the pool.",
                    "What to check next (F7) • Who gets a key? • How many lockers?",
                    "Sources (F2 opens them) [1] Pool rules (3, May 2026), Events",
                    "[3] Notice board (undated), Prices",
                    "Worked out on Thursday 5 November 2026. The pool rules decide, not this guide.",
                )
            ]
            assert places == sorted(places)
            assert stage.masthead == "May we use the pool?   outcome"

    async def test_scrolls(self, open_app: Open):
        """The arrow and page keys move a long outcome."""
        async with open_app() as stage:
            await begin(stage, **self.LESSON)
            outcome = stage.get("#outcome")
            await stage.press("down", "pagedown")
            await stage.pilot.wait_for_animation()
            assert outcome.scroll_y > 1

    async def test_sources(self, open_app: Open):
        """F2 lists the passages, a number opens one in the reader, and Esc leads back to the outcome."""
        async with open_app() as stage:
            await begin(stage, **self.LESSON)
            await stage.press("f2")
            assert stage.lines == [
                "[1] Events · Pool rules",
                "[2] How early to ask · Pool rules",
                "[3] Prices · Notice board",
            ]
            await stage.press("2")
            assert stage.where == "ReaderScreen"
            assert stage.page("text-page").startswith("How early to ask Our digest of the Pool rules")
            await stage.press("escape")
            assert (stage.where, stage.masthead) == ("CheckScreen", "May we use the pool?   outcome")

    async def test_a_source_that_nobody_digested(self, open_app: Open):
        """A passage that cannot be read here is told of, and the outcome stays."""
        async with open_app() as stage:
            await begin(stage, **self.LESSON)
            await stage.press("f2", "3")
            assert stage.where == "CheckScreen"
            assert stage.told

    async def test_next_of_several(self, open_app: Open):
        """F7 offers the further checks; the one chosen takes the place of this one."""
        async with open_app() as stage:
            await begin(stage, **self.LESSON)
            await stage.press("f7")
            assert stage.lines == [
                "1 Who gets a key? · Works out who opens the door.",
                "2 How many lockers? · Works out the number of lockers.",
            ]
            await stage.press("down", "enter")
            assert stage.lines[0] == "How large is the group?"
            await stage.press("escape")
            assert stage.where == "HomeScreen"

    async def test_next_where_there_is_one(self, open_app: Open):
        """Where one check follows, F7 offers it too, and Esc stays at the outcome; where none does, it does nothing."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            await stage.press("f7")
            assert stage.lines == ["1 Who gets a key? · Works out who opens the door."]
            await stage.press("escape")
            assert stage.masthead == "May we use the pool?   outcome"
            await stage.press("f7", "enter")
            assert stage.masthead.startswith("Who gets a key?")
            await stage.press("escape")
            await begin(stage, guests=200)
            await stage.press("f7")
            assert stage.masthead == "May we use the pool?   outcome"

    async def test_saving_never_overwrites(self, open_app: Open, tmp_path: Path):
        """F9 writes the outcome to a new file each time, and says where."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            first = tmp_path / "saved" / "may-we-use-the-pool-2026-11-05.txt"
            second = tmp_path / "saved" / "may-we-use-the-pool-2026-11-05-2.txt"
            await stage.press("f9")
            text = first.read_text(encoding="utf-8")
            assert text.startswith("No permit needed: the party is small\n====")
            assert stage.told[-1].splitlines()[0] == f"Saved as {first}"
            await stage.press("f9")
            assert stage.told[-1].splitlines()[0] == f"Saved as {second}"
            assert (first.read_text(encoding="utf-8"), second.exists()) == (text, True)

    async def test_saving_where_nothing_can_be_written(self, open_app: Open, tmp_path: Path):
        """Where the folder is gone, the person is told and the app goes on."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            (tmp_path / "saved").rmdir()
            await stage.press("f9")
            assert stage.told[-1].startswith("The text cannot be saved in ")

    async def test_changing_from_the_outcome(self, open_app: Open):
        """F5 at the outcome changes an answer in its place; Esc shows the outcome again, a commit what follows."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            await stage.press("f5", "2")
            assert stage.masthead.endswith("changing an answer")
            assert stage.app.focused is stage.box
            await stage.press("escape")
            assert stage.masthead.endswith("outcome")
            assert stage.told[-1] == "Kept as it was."
            await stage.press("f5", "2")
            await stage.type("200", "enter")
            assert any("The outcome would be: " in line for line in stage.lines)
            assert stage.kept["guests"] == 20
            await stage.press("1")
            assert stage.kept["guests"] == 200
            assert stage.page("outcome-page").startswith("▌ ■ STOP ▌ Stop: the pool holds 60 people")
            await stage.press("f8")
            assert stage.page("outcome-page").startswith("▌ ✓ SETTLED ▌ No permit needed")

    async def test_help_names_the_keys_of_an_outcome(self, open_app: Open):
        """Help at an outcome names what can be done with it, and not what needs a question."""
        async with open_app(size=(80, 50)) as stage:
            await begin(stage, event="party", guests=20)
            await stage.press("f1")
            page = stage.help
            for line in (
                "F2 Sources Read the passages that the outcome rests on",
                "F7 Next What to check next",
                "F9 Save Save what is shown as a text file",
                "F5 Change Change one of your answers",
            ):
                assert line in page
            assert "Why this is asked" not in page
            assert "Take the last answer back" not in page


class TestSize:
    """The check fits the terminal."""

    async def test_resizing_keeps_what_is_typed(self, open_app: Open):
        """Another width keeps the words, the cursor behind them, what is ticked and the marked line."""
        async with open_app() as stage:
            await begin(stage, event="race")
            await stage.press("down", "enter")
            await stage.press("h", "e")
            for size in ((50, 20), (120, 40), (80, 24)):
                await stage.resize(*size)
            await stage.press("y")
            assert stage.box.value == "hey"
            assert stage.marked == "2 [x] People at the lanes"

    async def test_resizing_keeps_what_is_said(self, open_app: Open):
        """What was asked back is still said after the terminal changed its width."""
        async with open_app() as stage:
            await begin(stage)
            await stage.type("zebra", "enter")
            said = stage.said
            await stage.resize(60, 20)
            assert stage.said == said

    async def test_lines_hang_under_their_first_word(self, open_with: Open):
        """A long option wraps under its first word, at every width, with the scroll bar and without."""
        label = "An answer in quite a number of words that no narrow terminal has room for on one line"
        options = "\n".join(f"              o{number}: {{label: {label} {number}}}" for number in range(1, 9))
        tree = f"""\
        id: lockers
        title: How many lockers?
        about: Works out the number of lockers.
        start: size
        questions:
          size:
            ask: How large is the group?
            short: Group
            why: There are 40 lockers.
            cite: rules/keys
            kind: one
            options:
{options}
            next: enough
        outcomes:
          enough: {{verdict: Enough lockers, tone: fine, says: Take them., cite: rules/keys}}
        """
        async with open_with({"decision_trees/lockers.yaml": tree}, size=(60, 24)) as stage:
            await begin(stage, "lockers")
            for size in ((60, 24), (60, 50), (44, 20), (120, 24), (80, 14)):
                await stage.resize(*size)
                listed = stage.app.screen.query_one(TalkView)
                drawn = [listed.render_line(y).text.rstrip() for y in range(listed.size.height)]
                for row in filter(None, drawn):
                    assert re.match(r"  How large|[› ] \d  An| {5}\w", row), (size, "\n".join(drawn))
                words = listed.width
                widest = max(line.cell_length for each in listed.lines for line in each.prompt.split("\n"))
                assert widest <= words, (size, widest, words)


class TestOutOfAnOutcome:
    """Changing an answer from an outcome that was just reached, without leaving it in between."""

    async def test_the_answer_that_is_changed_is_asked(self, open_app: Open):
        """Its question and its own options are shown, and a number picks one of these."""
        async with open_app() as stage:
            await begin(stage, "lockers")
            await stage.press("1")
            assert stage.app.screen.report is not None
            await stage.press("f5", "1")
            asked = ["✓ Group: Small", "How large is the group?", "1 Small · your answer so far", "2 Large"]
            assert [line for line in stage.lines if line] == asked

    async def test_nothing_can_be_picked_from_what_was_shown_before(self, open_app: Open):
        """From a check of several questions: the first one is asked again, not the last one that was open."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("3")
            await stage.type("20", "enter")
            assert stage.app.screen.report is not None
            await stage.press("f5", "1")
            assert "What do you plan?" in stage.lines
            await stage.press("4")
            assert "Nothing is changed yet." in stage.said

    async def test_a_line_marked_after_words_is_what_enter_takes(self, open_app: Open):
        """Words that were not understood stay in the box; going up to an answer and pressing Enter changes it."""
        async with open_app() as stage:
            await begin(stage, event="lesson")
            await stage.type("qwertz", "enter")
            await stage.press("up")
            while "A swimming lesson" not in stage.marked:
                await stage.press("up")
            await stage.press("enter")
            assert stage.app.screen.turn.changing is not None
            assert stage.app.screen.turn.changing.id == "event"
