"""Nothing from content is ever taken for markup, and no control character gets in."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList, Static
from textual.widgets._toast import Toast

import guide_tui.tui
from guide_tui.model.library import Library
from guide_tui.model.problem import Place
from guide_tui.model.settings import Settings
from guide_tui.model.source import Citation
from guide_tui.model.tree import Condition, Route
from guide_tui.search.documents import documents
from guide_tui.search.index import Index
from guide_tui.services.closed_days import Closure, add_closure
from guide_tui.store.settings import SettingsFile
from guide_tui.tui.page import PageView
from guide_tui.tui.widgets.board import Board
from tests.tui.conftest import Open
from tests.tui.places import PLACES, at_rest
from tests.tui.stage import Stage, opened

EVIL = "[bold]¤[/bold] [@click=app.quit]¤[/] [/nope] ["
"""Markup that styles, that runs, that would crash the app, and that is left open."""

NO_TEXT = (Place, Citation, Condition, Route, Enum)
NAMES = {"id", "source", "check", "checks", "who", "contacts", "then", "start", "anchor", "target", "synonyms"}
"""Parts and fields of the model that nobody reads: they name other things. Everything else is read by somebody."""


def hostile_copy(thing: Any) -> Any:
    """A copy of part of a library in which every text that a person reads begins with markup."""
    if isinstance(thing, NO_TEXT):
        return thing
    if isinstance(thing, str):
        return f"{EVIL} {thing}" if thing else thing
    if isinstance(thing, Mapping):
        return {key: hostile_copy(value) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return tuple(map(hostile_copy, thing))
    if not is_dataclass(thing):
        return thing
    changed = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        # The contacts of a library are read, those of an outcome are names of them.
        named = field.name in NAMES and not isinstance(value, Mapping)
        if field.init and not named:
            changed[field.name] = hostile_copy(value)
    return replace(thing, **changed)


@pytest.fixture(scope="module")
def hostile(pool: tuple[Library, Index]) -> tuple[Library, Index]:
    """The small library with markup in every text."""
    library = hostile_copy(pool[0])
    return library, Index(documents(library), library.synonyms)


def texts(stage: Stage) -> Iterator[str]:
    """All that the screen holds as characters: its rows, and in whole what is longer than its place on them."""
    yield from stage.rows
    for screen in stage.app.screen_stack:
        yield from (page.plain for page in screen.query(PageView))
        yield from (str(option.prompt) for listed in screen.query(OptionList) for option in listed.options)
        yield from (line for board in screen.query(Board) for line in board.plain)


def misread(text: str) -> list[str]:
    """The places of a text at which markup stands no longer as it was written: its brackets are missing."""
    # What is too long is cut, and a sheet may lie over the rest.
    cut = "…", " ", "", "│", "╭", "╰"
    at = [number for number, character in enumerate(text) if character == "¤"]
    return [text[n - 10 : n + 10] for n in at if text[n - 1] != "]" or text[n + 1 : n + 2] not in ("[", *cut)]


def styled_apart(stage: Stage) -> list[str]:
    """The rows on which what stands between brackets looks or acts otherwise than the bracket before it."""
    rows = []
    for strip in stage.strips:
        cells = [(character, style) for text, style, _ in strip for character in text]
        for before, cell in pairwise(cells):
            if cell[0] == "¤" and (before[1] != cell[1] or "app.quit" in str(cell[1].meta)):
                rows.append("".join(character for character, _ in cells))
    return rows


@pytest.mark.parametrize("name", PLACES)
async def test_markup_in_content_is_shown_as_it_is(hostile: tuple[Library, Index], tmp_path: Path, name: str):
    """On every screen the brackets of content are characters: nothing is styled, nothing clicked, nothing crashes."""
    settings = SettingsFile(None, Settings(welcome_seen=True, centre=EVIL))
    async with opened(*hostile, tmp_path, settings=settings) as stage:
        if name == "closures":
            assert stage.app.closures_folder is not None
            add_closure(stage.app.closures_folder, Closure(date(2026, 12, 1), date(2026, 12, 1), EVIL))
        await PLACES[name](stage)
        for size in ((80, 24), (120, 40)):
            await stage.resize(*size)
            await at_rest(stage)
            found = list(texts(stage))
            assert any("¤" in text for text in found)
            assert not [wrong for text in found for wrong in misread(text)]
            assert not styled_apart(stage)
        for screen in stage.app.screen_stack:
            interpreted = [widget for widget in screen.query(Static) if widget._render_markup]
            assert not interpreted + [widget for widget in screen.query(OptionList) if widget._markup]
        await click_on_markup(stage)
        assert stage.app.is_running
        assert not stage.app._exit


async def click_on_markup(stage: Stage) -> None:
    """Click on the first thing that would be a link in markup; it does what a click on that line does."""
    for y, row in enumerate(stage.rows):
        x = row.find("quit]¤")
        if x >= 0:
            await stage.pilot.click(offset=(x + 5, y))
            await stage.pilot.pause()
            return


async def test_markup_in_notices_is_shown_as_it_is(open_app: Open, tmp_path: Path):
    """What is told of a file, and of what cannot be found, stands there literally."""
    async with open_app(size=(120, 40)) as stage:
        stage.app.save_folder = tmp_path / "[bold]¤[@click=app.quit]"
        stage.app.open_document(f"faq:{EVIL}")
        await stage.search("how early")
        await stage.press("f9")
        told = [toast.render().plain for toast in stage.app.screen.query(Toast)]
        assert len(told) == 2
        assert all("[bold]¤[" in text for text in told)


def test_no_notice_is_markup():
    """Every notice is told with its markup off: the words in it may be somebody's own."""
    folder = Path(guide_tui.tui.__path__[0])
    for file in folder.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "notify":
                given = {key.arg: ast.unparse(key.value) for key in call.keywords}
                assert given.get("markup") == "False", f"{file.name}:{call.lineno}"


async def test_markup_typed_by_the_person_is_shown_as_it_is(open_app: Open):
    """What a person types stands there literally: in the trail, in messages and in the outcome."""
    async with open_app() as stage:
        for question, value in {"event": "lesson", "approved": "yes"}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.type(EVIL)
        assert EVIL in stage.said
        await stage.press("enter")
        assert EVIL in stage.lines[2]
        stage.app.keeper.save("first-day", date(2027, 9, 6))
        await stage.press("escape")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        assert EVIL in stage.page("outcome-page")


async def test_control_characters_of_content_never_reach_the_screen(open_with: Open):
    """A text with a character that a terminal could act on is refused, told of, and not shown."""
    characters = ["\x1b", "\x9b", "\u202e", "\x07"]
    text = "---\nquestion: What does {0}[31m it cost?\ncite: board/prices\n---\nTen {0}[2J pounds.\n"
    changes = {f"content/faq/price{n}.md": text.format(character) for n, character in enumerate(characters)}
    async with open_with({**changes, "content/faq/price.md": None}) as stage:
        assert stage.told[0].startswith("Part of the library cannot be used")
        await stage.search("cost pounds")
        shown = stage.text + "".join(stage.lines)
        assert not any(character in shown for character in characters)
        assert "Ten" not in shown


async def test_control_characters_kept_elsewhere_never_reach_the_screen(open_app: Open):
    """Words of the person's own that hold control characters, as from a file, are made visible."""
    async with open_app() as stage:
        for question, value in {"event": "lesson", "approved": "yes", "coach": "Jo\x1b[2J\u202e"}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        assert "Jo<U+001B>[2J<U+202E>" in stage.text
