"""An outcome: its timeline, its actions, its words, and trying what would change it."""

from __future__ import annotations

from datetime import date

from tests.tui.conftest import Open
from tests.tui.stage import POOL, Stage
from tests.tui.test_check import begin

LESSON = {"event": "lesson", "approved": "no", "coach": "Jo", "first_day": date(2027, 9, 6)}
LATE = {**LESSON, "first_day": date(2026, 11, 30)}

SWIM = POOL["decision_trees/swim.yaml"]
MORE = """\
            actions:
              - do: Read the rules.
                who: club
                cite: rules/events
              - do: Tell the coach.
                who: coach
                by: {on-the-day: first-day}
                cite: rules/events
"""
TWO_MORE = {"decision_trees/swim.yaml": SWIM.replace("            actions:\n", MORE)}
QUESTIONS = POOL["decision_trees/questions.yaml"]
WITH_TERM = {"decision_trees/questions.yaml": QUESTIONS.replace("A race,", "A race with LG,")}


def boxes(stage: Stage) -> list[str]:
    """The actions on the screen, each with its box and the mark before it."""
    return [" ".join(row.split()) for row in stage.rows if "[ ]" in row or "[x]" in row]


class TestTimeline:
    """The dates of an outcome."""

    async def test_today_stands_among_the_dates(self, open_app: Open):
        """What was missed stands before today and says so in words; what is ahead says how far away it is."""
        async with open_app(size=(80, 50)) as stage:
            await begin(stage, **LATE)
            page = stage.page("outcome-page")
            places = [
                page.index(part)
                for part in (
                    "When ✕ by Mon 19 Oct 2026 missed, 2 weeks and 3 days ago │ Send the form (the club)",
                    "── today, Thursday 5 November 2026 ──",
                    "What to do",
                )
            ]
            assert places == sorted(places)

    async def test_what_happens_on_a_day_is_on_it(self, open_with: Open):
        """An action of the day itself is on that day, not by it."""
        async with open_with(TWO_MORE, size=(80, 50)) as stage:
            await begin(stage, **LESSON)
            page = stage.page("outcome-page")
            assert "● on Mon 6 Sep 2027 in about 10 months Tell the coach (the coach)" in page
            assert "Tell the coach. [1] The coach, on Monday 6 September 2027" in page


async def test_saving_is_in_sight_in_a_small_window(open_app: Open):
    """Of what can be done with an outcome, saving it has room on the bottom line of 80 columns."""
    async with open_app(size=(80, 24)) as stage:
        await begin(stage, **LESSON)
        assert "F9 Save" in stage.rows[-1]
        assert "F5 Change" in stage.rows[-1]


async def test_a_scroll_bar_has_no_broken_rows(open_app: Open):
    """However far one scrolled, the bar at the edge is made of whole rows, not of specks."""
    async with open_app(size=(80, 14)) as stage:
        await begin(stage, **LESSON)
        for _ in range(5):
            await stage.press("pagedown")
            assert not set("".join(row[-1] for row in stage.rows)) & set("▁▂▃▄▅▆▇")
            await stage.press("up")


class TestTicking:
    """The actions of an outcome."""

    async def test_space_enter_and_arrows(self, open_with: Open):
        """Down and Up go through the actions, Space and Enter tick the marked one, and again take the tick away."""
        async with open_with(TWO_MORE, size=(80, 50)) as stage:
            await begin(stage, **LESSON)
            assert boxes(stage) == ["› [ ] Read the rules. [1]", "[ ] Send the form. [2]", "[ ] Tell the coach. [1]"]
            await stage.press("down", "space", "down", "enter")
            assert boxes(stage) == ["[ ] Read the rules. [1]", "[x] Send the form. [2]", "› [x] Tell the coach. [1]"]
            assert "2 of 3 done · Space ticks" in stage.text
            await stage.press("up", "space")
            assert boxes(stage)[1] == "› [ ] Send the form. [2]"
            assert "1 of 3 done" in stage.text

    async def test_a_click(self, open_with: Open):
        """A click anywhere on an action ticks it, and marks it."""
        async with open_with(TWO_MORE, size=(80, 50)) as stage:
            await begin(stage, **LESSON)
            await stage.click_row("The coach, on Monday")
            assert boxes(stage)[2] == "› [x] Tell the coach. [1]"
            await stage.click_row("Also know")
            assert [box for box in boxes(stage) if "[x]" in box] == ["› [x] Tell the coach. [1]"]

    async def test_ticks_stay(self, open_app: Open):
        """A tick outlives the program, and is in the saved text; another situation has its own."""
        async with open_app(size=(80, 50)) as stage:
            await begin(stage, **LESSON)
            await stage.press("space", "f9")
            saved = next((stage.app.save_folder).glob("may-we-use-the-pool-*.txt"))
            assert "1. [x] Send the form." in saved.read_text(encoding="utf-8")
        async with open_app(size=(80, 50)) as stage:
            await begin(stage)
            assert boxes(stage) == ["› [x] Send the form. [2]"]
            await begin(stage, **LESSON)
            assert boxes(stage) == ["› [ ] Send the form. [2]"]

    async def test_what_is_done_is_not_missed(self, open_app: Open):
        """A ticked action is told as done on the timeline."""
        async with open_app(size=(80, 50)) as stage:
            await begin(stage, **LATE)
            assert "missed" in stage.text
            await stage.press("space")
            assert "✓ by Mon 19 Oct 2026" in stage.text
            assert "missed" not in stage.text

    async def test_one_key_reads_the_whole_page(self, open_app: Open):
        """Pressing Down goes on to the end of the page; Space first shows an action that is out of sight."""
        async with open_app(size=(60, 14)) as stage:
            await begin(stage, **LESSON)
            outcome = stage.get("#outcome")
            assert not boxes(stage)
            await stage.press("space")
            assert [box[:5] for box in boxes(stage)] == ["› [ ]"]
            await stage.press("space")
            assert [box[:5] for box in boxes(stage)] == ["› [x]"]
            await stage.press(*["down"] * 60)
            assert outcome.scroll_y == outcome.max_scroll_y > 0
            await stage.press(*["up"] * 80)
            assert outcome.scroll_y == 0

    async def test_what_is_out_of_sight_is_never_ticked(self, open_app: Open):
        """Space first shows and marks the action, and says so; only the second one ticks it."""
        async with open_app(size=(80, 10)) as stage:
            await begin(stage, **LESSON)
            assert not boxes(stage)
            assert "Space To do" in stage.keys
            assert "Space Tick" not in stage.keys
            await stage.press("down", "down")
            assert not boxes(stage)
            await stage.press("space")
            assert boxes(stage)[0].startswith("› [ ]")
            assert stage.told[-1] == "Marked, not ticked yet. Space ticks it."
            assert "Space Tick" in stage.keys
            await stage.press("space")
            assert boxes(stage)[0].startswith("› [x]")

    async def test_the_marked_action_is_seen_whole(self, open_with: Open):
        """Going on to an action near the edge scrolls it into view; scrolling away unmarks it."""
        async with open_with(TWO_MORE, size=(80, 12)) as stage:
            await begin(stage, **LESSON)
            await stage.press("space")
            for _ in range(2):
                await stage.press("down")
                assert [box for box in boxes(stage) if box.startswith("› [ ]")], stage.text
            marked = next(place for place, row in enumerate(stage.rows) if "› [ ]" in row)
            assert "The coach, on" in stage.rows[marked + 1]
            await stage.press(*["pagedown"] * 9)
            assert "Space Tick" not in stage.keys

    async def test_nothing_to_tick(self, open_app: Open):
        """Where there is nothing to do, Space does nothing and is not offered."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            assert "Tick" not in stage.keys
            await stage.press("space", "enter")
            assert stage.masthead.endswith("outcome")


class TestWords:
    """Terms looked up in place."""

    async def test_f6_tells_what_terms_mean(self, open_with: Open):
        """Terms in a question are listed under it; F6 tells what they mean, and the place is kept."""
        async with open_with(WITH_TERM) as stage:
            await begin(stage)
            assert stage.lines[-1] == "What these mean (F6): Lifeguard"
            await stage.press("down", "r", "f6")
            assert stage.where == "SheetScreen"
            assert stage.page("sheet-page").startswith("What these mean Lifeguard (LG) Somebody who watches the water.")
            assert "Take care: A coach is none. Pool rules (3, May 2026): Events." in stage.page("sheet-page")
            await stage.press("f6")
            assert (stage.where, stage.box.value) == ("CheckScreen", "r")

    async def test_a_click_and_the_arrows_reach_them(self, open_with: Open):
        """The line of the terms can be clicked, and picked with Enter."""
        async with open_with(WITH_TERM) as stage:
            await begin(stage)
            await stage.click_row("What these mean")
            assert stage.where == "SheetScreen"
            await stage.press("escape", "up", "down", "enter")
            assert stage.where == "SheetScreen"
            await stage.press("escape")
            assert stage.kept == {}

    async def test_at_an_outcome(self, open_app: Open):
        """F6 explains the terms of an outcome."""
        async with open_app() as stage:
            await begin(stage, **LESSON)
            await stage.press("f6")
            assert "Permit Leave to use the pool" in stage.page("sheet-page")

    async def test_without_terms(self, open_app: Open):
        """Where no term occurs, none are offered."""
        async with open_app() as stage:
            await begin(stage)
            assert not any("What these mean" in line for line in stage.lines)
            await stage.press("f6")
            assert stage.where == "CheckScreen"


class TestTrying:
    """What would change an outcome."""

    async def test_the_nearest_stand_on_the_page(self, open_app: Open):
        """The page tells the nearest three; the key leads to all of them."""
        async with open_app(size=(80, 50)) as stage:
            await begin(stage, event="party", guests=20)
            page = stage.page("outcome-page")
            assert page.count(" → ") == 3
            assert "more: press F3." in page
            await stage.press("f3")
            assert stage.where == "TryScreen"
            assert len(stage.lines) > 3

    async def test_side_by_side(self, open_app: Open):
        """On a wide terminal the outcome as it is stands beside the one tried; Down tries the next."""
        async with open_app(size=(120, 40)) as stage:
            await begin(stage, event="party", guests=20)
            await stage.press("f3")
            row = next(row for row in stage.rows if "AS IT IS" in row)
            assert "IF YOU CHANGE IT" in row
            assert stage.page("now").startswith("AS IT IS People: 20 ✓ SETTLED No permit needed")
            assert "■ STOP Stop: the pool holds 60 people" in stage.page("then")
            await stage.press("down")
            assert "■ STOP" not in stage.page("then")
            await stage.press("up")
            assert "■ STOP" in stage.page("then")

    async def test_one_under_the_other(self, open_app: Open):
        """On a narrow terminal they stand one under the other; Page Down reads on, and a new width shows both anew."""
        async with open_app(size=(70, 18)) as stage:
            await begin(stage, **LESSON)
            await stage.press("f3")
            now = next(y for y, row in enumerate(stage.rows) if "AS IT IS" in row)
            then = next(y for y, row in enumerate(stage.rows) if "IF YOU CHANGE IT" in row)
            assert now < then
            assert "Send the form" not in stage.page("now")
            assert "No longer to do − Send the form. The club" in stage.page("then")
            await stage.press("pagedown")
            assert stage.get("#compared").scroll_y > 0
            await stage.press("pageup")
            assert stage.get("#compared").scroll_y == 0
            await stage.resize(120, 40)
            assert "− Send the form. The club, by Monday 26 July 2027" in stage.page("now")

    async def test_long_ways_are_read_to_their_end(self, open_app: Open):
        """A way is wrapped, not cut, and what Enter does with it is said."""
        async with open_app(size=(50, 24)) as stage:
            await begin(stage, **LESSON)
            await stage.press("f3")
            rows = stage.rows
            ways = " ".join(" ".join(rows[1 : next(n for n, row in enumerate(rows) if "AS IT IS" in row)]).split())
            assert "…" not in ways
            assert "Enter Change my answer to this" in stage.keys

    async def test_escape_changes_nothing(self, open_app: Open):
        """Esc and F3 lead back to the outcome as it was; a click on a way only tries it."""
        async with open_app() as stage:
            await begin(stage, **LESSON)
            before, page = stage.kept, stage.page("outcome-page")
            for key in ("escape", "f3"):
                await stage.press("f3", "down")
                await stage.click_row(" if ")
                assert stage.where == "TryScreen"
                await stage.press(key)
                assert (stage.where, stage.kept, stage.page("outcome-page")) == ("CheckScreen", before, page)

    async def test_enter_asks_before_it_keeps(self, open_app: Open):
        """Enter leads to the preview of the change; Esc there keeps the outcome, 1 makes the change, F8 undoes it."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            for ends in ("escape", "1"):
                await stage.press("f3")
                place = next(n for n, line in enumerate(stage.lines) if "if Plan: " in line)
                await stage.press(*["down"] * place, "enter")
                assert stage.where == "CheckScreen"
                assert any('"Plan" would be: ' in line for line in stage.lines)
                assert stage.said == "Nothing is changed yet."
                assert stage.kept["event"] == "party"
                await stage.press(ends)
                assert (stage.kept["event"] == "party") is (ends == "escape")
            await stage.press("f8")
            assert stage.kept == {"event": "party", "guests": 20}

    async def test_a_number_is_asked_for(self, open_app: Open):
        """A way through some number asks for the number."""
        async with open_app() as stage:
            await begin(stage, event="party", guests=20)
            await stage.press("f3", "enter")
            assert stage.said.startswith("To get there, People: a number such as ")
            await stage.type("200", "enter", "1")
            assert stage.kept["guests"] == 200

    async def test_not_at_a_question(self, open_app: Open):
        """While a question is open, F3 tells what is possible instead."""
        async with open_app() as stage:
            await begin(stage)
            await stage.press("f3")
            assert stage.where == "SheetScreen"
