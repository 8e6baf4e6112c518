"""Whatever can be done is done by its key, from the bottom line and from the help, and something comes of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode

from guide_tui.model.library import Library
from guide_tui.search.index import Index
from guide_tui.tui.actions import every_action
from guide_tui.tui.app import GuideApp
from guide_tui.tui.screens.help import HelpList, HelpScreen
from guide_tui.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import Open
from tests.tui.places import PLACES, notices_gone, place, read
from tests.tui.stage import POOL, Stage

WALKS: dict[str, str] = {
    "home": """
        pagedown home.read-on  pageup home.read-back  down ask.down  up ask.up
        f7 home.new-situation  f8 home.undo  f10 app.look  f12 app.settings  escape settings.leave
        ctrl+o app.welcome  escape welcome.go-on  ctrl+p app.palette  escape palette.close
        f1 app.help  escape help.close  ctrl+q app.quit
        """,
    "home-again": "@120x40  left ask.left  right ask.right  f6 home.earlier  escape chooser.cancel",
    "found": "ctrl+y home.copy  f9 home.save  escape home.clear  =lane  enter ask.open  escape reader.home",
    "check": """
        f2 check.why  escape sheet.close  f3 check.standing  enter sheet.close  down answer.choose  up answer.choose-up
        f9 check.save  ctrl+y check.copy  ctrl+g check.map  ctrl+g map.leave  f4 check.back  f8 check.undo
        f5 check.change  escape chooser.cancel  f5  1  escape check.keep  ctrl+r check.restart  escape check.leave
        """,
    "many-answers": "f6 check.words  f6 sheet.close",
    "possible": """
        @40x12  down sheet-text.down  up sheet-text.up  pagedown sheet-text.page-down  pageup sheet-text.page-up
        """,
    "outcome": """
        space outcome.tick  pagedown outcome.page-down  space outcome.find-task  pagedown outcome.page-down
        pageup outcome.page-up  down outcome.down  up outcome.up
        f3 check.try  f3 try.leave  f7 check.next  escape chooser.cancel  f2 check.sources  1 chooser.number
        escape reader.check
        """,
    "chooser": "down chooser.down  up chooser.up  enter chooser.pick",
    "try": "down try.down  up try.up  @80x16  pagedown try.page-down  pageup try.page-up  enter try.keep",
    "map": """
        down outline.down  up outline.up  left outline.fold  right outline.unfold  ctrl+e map.fold-all
        ctrl+e map.fold-all  =n  ctrl+n map.next-match  escape map.leave  ctrl+l map.here  f9 map.save
        enter outline.open
        """,
    "reader-section": """
        right reader.next  left reader.previous  1 reader.follow  b reader.back  f reader.forward
        f9 reader.save  ctrl+y reader.copy  escape reader.home
        """,
    "reader-contents": """
        down contents.down  up contents.up  end contents.bottom  home contents.top  pagedown contents.page
        pageup contents.page-back  enter contents.pick  c reader.contents  tab reader.other-side
        """,
    "reader-outcome": """
        down reader.down  up reader.up  pagedown reader.page  pageup reader.page-back  end reader.bottom
        home reader.top  slash reader.find  =e  down find.next  up find.previous  escape find.close
        ctrl+f reader.find  tab reader.other-side  n reader.next-found  N reader.previous-found  escape reader.stop
        enter reader.work-out
        """,
    "numbers": "1  enter reader.take-number",
    "palette": """
        down palette.down  up palette.up  pagedown palette.page-down  pageup palette.page-up  down palette.down
        enter palette.do
        """,
    "help": "down help.down  up help.up  enter help.do",
    "settings": """
        up  up  right settings.next  left settings.previous  f8 settings.undo  enter settings.change
        escape chooser.cancel  1 settings.number  escape chooser.cancel
        ctrl+p app.palette  =lifeguard  enter palette.do  escape reader.close
        """,
    "closures": """
        a closures.add  escape words.cancel  a closures.add  =24.12.2026  enter words.take  t closures.remove
        f8 closures.undo  escape closures.leave
        """,
    "welcome": "enter welcome.go-on",
}
"""What is pressed in each place and what that does: a key with the id of its action, ``=words`` that are typed, a
``@size`` of the window, or a key that only leads on."""


def steps(walk: str) -> Iterator[tuple[str, str]]:
    """What is pressed, and the id of what it does; empty where it only leads on."""
    words = walk.split()
    for number, word in enumerate(words):
        if not is_id(word):
            after = words[number + 1] if number + 1 < len(words) else ""
            yield word, after if is_id(after) else ""


def is_id(word: str) -> bool:
    """Whether a word of a walk is the id of an action."""
    return word in every_action()


FIRST = {action: name for name, walk in reversed(WALKS.items()) for _, action in steps(walk) if action}
"""The walk in which each action is done first; there it is also clicked."""


def test_every_action_stands_in_a_walk():
    """None is left out."""
    assert not set(every_action()) - set(FIRST)


@dataclass
class Doing:
    """What the app does, as it does it."""

    done: list[tuple[DOMNode, str]] = field(default_factory=list)
    """The box or screen that does it, and what as Textual calls it."""

    held: bool = False
    """Whether it is only noted and not done."""


@pytest.fixture
def doing(monkeypatch: pytest.MonkeyPatch) -> Doing:
    """Follows what the app does."""
    doing = Doing()
    take, do = GuideApp.run_action, GuideApp._dispatch_action

    async def run_action(self: GuideApp, action: Any, namespace: Any = None, namespaces: Any = None) -> bool:
        taken = await take(self, action, namespace, namespaces)
        if taken:
            doing.done.append((namespace, action))
        return taken

    async def dispatch(self: GuideApp, namespace: DOMNode, name: str, parameters: Any) -> bool:
        return doing.held or await do(self, namespace, name, parameters)

    monkeypatch.setattr(GuideApp, "run_action", run_action)
    monkeypatch.setattr(GuideApp, "_dispatch_action", dispatch)
    return doing


def ids(doing: Doing, key: str) -> set[str]:
    """The ids of the actions that were done by a key."""
    return {
        binding.id or ""
        for node, runs in doing.done
        for binding in node._bindings.key_to_bindings.get(key, ())
        if binding.action == runs
    }


def seen(stage: Stage) -> object:
    """All that a person could notice of a change."""
    app = stage.app
    return (app._exit, stage.where, stage.strips, stage.told, app.focused, app.theme)


@pytest.mark.parametrize("name", [name for name in WALKS if name in PLACES])
async def test_every_key_and_click(pool: tuple[Library, Index], tmp_path: Path, doing: Doing, name: str):
    """A key does what the list of actions says, and that is seen; so do its button at the bottom and its help."""
    async with place(name, pool, tmp_path) as stage:
        await walk(stage, doing, name)


async def test_the_key_and_click_that_takes_a_number(open_with: Open, doing: Doing):
    """Of a number to which a digit could be added, where a text has more than nine links."""
    links = " ".join(["[a](faq:price)", *(f"[{n}](term:t{n})" for n in range(2, 13))])
    terms = "\n".join(f"t{n}: {{term: Word {n}, meaning: A word., cite: rules/events}}" for n in range(2, 13))
    changes = {
        "content/faq/links.md": f"---\nquestion: Which links?\ncite: rules/events\n---\n{links}\n",
        "content/glossary.yaml": textwrap.dedent(POOL["content/glossary.yaml"]) + terms,
    }
    async with open_with(changes) as stage:
        await read(stage, "faq:links")
        await walk(stage, doing, "numbers")


async def walk(stage: Stage, doing: Doing, name: str) -> None:
    """Press what a walk says; whatever it does first is clicked before that."""
    for key, action in steps(WALKS[name]):
        if key.startswith("@"):
            await stage.resize(*map(int, key[1:].split("x")))
            continue
        if key.startswith("="):
            await stage.press(*["full_stop" if letter == "." else letter for letter in key[1:]])
            await stage.pilot.pause(0.05)
            continue
        if stage.told:
            await notices_gone(stage)
        if FIRST.get(action) == name:
            await click_button(stage, doing, action)
            await click_help(stage, doing, action)
        before = seen(stage)
        doing.done.clear()
        await stage.press(key)
        if action:
            assert action in ids(doing, key), key
            await changed(stage, before, f"{key} {action}")


async def changed(stage: Stage, before: object, what: str) -> None:
    """Wait a little for what is not done at once."""
    for _ in range(40):
        if seen(stage) != before:
            return
        await stage.pilot.pause(0.02)
    raise AssertionError(f"nothing came of {what}:\n{stage.text}")


async def click_button(stage: Stage, doing: Doing, action: str) -> None:
    """Click on an action of the bottom line, where it stands there; it is held back from being done."""
    bar = stage.app.screen.query_one(KeyBar)
    for entry in bar.entries:
        if entry.offer.action.id == action:
            doing.done.clear()
            doing.held = True
            await stage.pilot.click(KeyBar, offset=(entry.start + 1, 0))
            await stage.pilot.pause()
            doing.held = False
            assert entry.offer.runs in [runs for _, runs in doing.done], f"a click on {action}"


async def click_help(stage: Stage, doing: Doing, action: str) -> None:
    """Click on an action in the help of the screen; it is held back from being done."""
    if isinstance(stage.app.screen, HelpScreen):
        return
    await stage.press("f1")
    help_ = stage.app.screen
    assert isinstance(help_, HelpScreen)
    row = next((number for number, offer in enumerate(help_._offers, start=1) if offer.action.id == action), None)
    if row is None:
        # Help does not tell of itself, nor of both ways of a move.
        assert action == "app.help" or every_action()[action].moves, action
        await stage.press("escape")
        return
    runs = help_._offers[row - 1].runs
    listed = help_.query_one(HelpList)
    listed.highlighted = row
    await stage.pilot.pause()
    (line,) = (y for y in range(listed.region.y, listed.region.bottom) if "› " in stage.rows[y])
    doing.done.clear()
    doing.held = True
    await stage.pilot.click(offset=(listed.region.x + 4, line))
    await stage.pilot.pause()
    doing.held = False
    assert runs in [done for _, done in doing.done], f"a click on {action} in the help"
