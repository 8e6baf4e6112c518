"""Every place of the app, and how a person comes there, so that a test can look at them all.

The ways go by keys and ids and never by words, so that they also lead through a library with other texts.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from textual.widgets import Input

from guide_tui.model.case import Value
from guide_tui.model.library import Library
from guide_tui.search.index import Index
from guide_tui.services.closed_days import Closure, add_closure
from tests.tui.stage import Stage, opened

Way = Callable[[Stage], Awaitable[None]]

LESSON: dict[str, Value] = {"event": "lesson", "approved": "no", "coach": "Jo", "first-day": date(2027, 9, 6)}
PARTY: dict[str, Value] = {"event": "party", "guests": 20}


async def begin(stage: Stage, tree: str = "swim", **told: Value) -> None:
    """Open a check with some of its questions answered, ``_`` in their ids standing for ``-``."""
    for question, value in told.items():
        stage.app.keeper.save(question.replace("_", "-"), value)
    stage.app.open_check(tree)
    await stage.pilot.pause()


async def home(stage: Stage) -> None:
    """Somebody who has answered nothing yet."""


async def home_again(stage: Stage) -> None:
    """An earlier situation, one check worked out, one begun."""
    await begin(stage, **PARTY)
    await stage.press("escape", "f7")
    await begin(stage, "lockers", size="small")
    await stage.press("escape")
    await begin(stage, "keys", event="lesson")
    await stage.press("escape")
    await begin(stage)
    await stage.press("escape")
    await notices_gone(stage)


async def found(stage: Stage) -> None:
    """A question with an answer."""
    await stage.search("how early")


async def not_covered(stage: Stage) -> None:
    """A question without one."""
    await stage.search("parking bikes zebra")


async def first_question(stage: Stage) -> None:
    """A check that was just opened."""
    await begin(stage)


async def check(stage: Stage) -> None:
    """A question that has been answered before, after another one."""
    await begin(stage, event="lesson", coach="Jo")
    await stage.press("2", "f4", "f4")


async def words_question(stage: Stage) -> None:
    """A question for words, with words in the box."""
    await begin(stage, event="lesson", approved="no")
    await stage.type("Jo")


async def day_question(stage: Stage) -> None:
    """A question for a day, after three answers."""
    await begin(stage, event="lesson", approved="no", coach="Jo")


async def many_answers(stage: Stage) -> None:
    """A question of which several answers may be ticked."""
    await begin(stage, event="race")
    await stage.press("1", "down")


async def change(stage: Stage) -> None:
    """An answer to be changed, with what follows from that."""
    await words_question(stage)
    await stage.press("f5", "1", "3")


async def chooser(stage: Stage) -> None:
    """Which answer is to be changed."""
    await words_question(stage)
    await stage.press("f5")


async def why(stage: Stage) -> None:
    """Why the question is asked."""
    await check(stage)
    await stage.press("f2")


async def possible(stage: Stage) -> None:
    """Which outcomes are still possible."""
    await begin(stage, event="lesson")
    await stage.press("f3")


async def words(stage: Stage) -> None:
    """What the terms of the question mean."""
    await many_answers(stage)
    await stage.press("f6")


async def outcome(stage: Stage) -> None:
    """The end of a check, with an action, a note and a date."""
    await begin(stage, **{name.replace("-", "_"): value for name, value in LESSON.items()})


async def trying(stage: Stage) -> None:
    """What would change an outcome."""
    await outcome(stage)
    await stage.press("f3", "down")


async def map_of_check(stage: Stage) -> None:
    """The tree with the way so far."""
    await begin(stage, event="lesson", approved="no")
    await stage.press("ctrl+g")


async def map_way(stage: Stage) -> None:
    """How one would come to a place of the tree."""
    await map_of_check(stage)
    await stage.press("end", "enter")


async def reader_section(stage: Stage) -> None:
    """A section of a guide."""
    await read(stage, "guide:rules/events")


async def reader_answer(stage: Stage) -> None:
    """A frequent question with its answer."""
    await read(stage, "faq:when")


async def reader_term(stage: Stage) -> None:
    """An entry of the glossary."""
    await read(stage, "term:lifeguard")


async def reader_outcome(stage: Stage) -> None:
    """An outcome that nobody has reached."""
    await read(stage, "outcome:swim/permit")


async def reader_question(stage: Stage) -> None:
    """A question of a check."""
    await read(stage, "question:swim/judges")


async def reader_contents(stage: Stage) -> None:
    """The contents beside a section, in use."""
    await reader_section(stage)
    await stage.press("c", "down")


async def reader_find(stage: Stage) -> None:
    """Words sought in a text."""
    await reader_section(stage)
    await stage.press("slash")
    await stage.type("lifeguard")


async def read(stage: Stage, document: str) -> None:
    """Open a text."""
    stage.app.open_document(document)
    await stage.pilot.pause()


async def help_of_check(stage: Stage) -> None:
    """What can be done at a question."""
    await check(stage)
    await stage.press("f1")


async def palette(stage: Stage) -> None:
    """Everything that can be done."""
    await outcome(stage)
    await stage.press("ctrl+p")


async def palette_found(stage: Stage) -> None:
    """What a few letters find."""
    await palette(stage)
    await stage.type("life")
    await stage.pilot.pause(0.05)


async def glossary(stage: Stage) -> None:
    """Every term, from the last card of the home screen."""
    await stage.press(*["down"] * 12, "enter")


async def contacts(stage: Stage) -> None:
    """Whom to ask, where nothing is found."""
    await not_covered(stage)
    await stage.press(*["up"] * 12, "enter")


async def settings(stage: Stage) -> None:
    """The settings, one of them told."""
    now = stage.app.settings.settings
    stage.app.change_settings(replace(now, centre=now.centre or "Harbour College"))
    await stage.press("f12", "down", "down")


async def closures(stage: Stage) -> None:
    """The closed days of the centre."""
    assert stage.app.closures_folder is not None
    add_closure(stage.app.closures_folder, Closure(date(2026, 12, 18), date(2026, 12, 31), "Winter closing"))
    add_closure(stage.app.closures_folder, Closure(date(2027, 6, 7), date(2027, 6, 7), "Staff training"))
    await stage.press("f12", "4")


async def words_box(stage: Stage) -> None:
    """A few words are asked for."""
    await settings(stage)
    await stage.press("3")


async def welcome(stage: Stage) -> None:
    """The page of the first start."""
    await stage.press("ctrl+o")


async def notices_gone(stage: Stage) -> None:
    """As it looks when the notices are gone."""
    stage.app.clear_notifications()
    await stage.pilot.pause()


PLACES: dict[str, Way] = {
    "welcome": welcome,
    "home": home,
    "home-again": home_again,
    "found": found,
    "not-covered": not_covered,
    "glossary": glossary,
    "contacts": contacts,
    "first-question": first_question,
    "check": check,
    "many-answers": many_answers,
    "words-question": words_question,
    "day-question": day_question,
    "change": change,
    "chooser": chooser,
    "why": why,
    "possible": possible,
    "words": words,
    "outcome": outcome,
    "try": trying,
    "map": map_of_check,
    "map-way": map_way,
    "reader-section": reader_section,
    "reader-answer": reader_answer,
    "reader-term": reader_term,
    "reader-outcome": reader_outcome,
    "reader-question": reader_question,
    "reader-contents": reader_contents,
    "reader-find": reader_find,
    "help": help_of_check,
    "palette": palette,
    "palette-found": palette_found,
    "settings": settings,
    "closures": closures,
    "words-box": words_box,
}
"""Every place but the window that is too small, by its name."""


@asynccontextmanager
async def place(
    name: str, library: tuple[Library, Index], folder: Path, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """The app at one of the places, at rest: no cursor blinks there."""
    async with opened(*library, folder, size=size) as stage:
        await PLACES[name](stage)
        await at_rest(stage)
        yield stage


async def at_rest(stage: Stage) -> None:
    """Wait until nothing is to come any more; the cursor stands."""
    for box in stage.app.screen.query(Input):
        box.cursor_blink = False
    for _ in range(3):
        await stage.pilot.pause()
