"""Nothing from content is ever taken for markup, and no control character gets in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guide_tui.model.article import FaqEntry
from guide_tui.model.library import About, Library
from guide_tui.search.documents import documents
from guide_tui.search.index import Index
from tests.tui.conftest import Open
from tests.tui.stage import opened

EVIL = "[bold]x[/bold] [/foo] [@click=app.quit]y[/]"
TEXTS = frozenset(
    {
        *("title", "summary", "disclaimer", "name", "about", "short", "publisher", "edition", "note", "words"),
        *("term", "caution", "forms", "ask", "label", "hint", "because", "verdict", "text"),
    }
)
"""The fields of the model that a person reads."""


def with_markup(thing: Any) -> Any:
    """A copy of part of a library in which every text that a person reads begins with markup."""
    if isinstance(thing, Mapping):
        return {key: with_markup(value) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return tuple(with_markup(each) for each in thing)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    changed = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        readable = field.name in TEXTS or (isinstance(thing, FaqEntry) and field.name == "question")
        if readable and isinstance(value, str):
            changed[field.name] = f"{EVIL} {value}" if value else value
        elif readable and field.name == "forms":
            changed[field.name] = tuple(f"{EVIL} {form}" for form in value)
        elif isinstance(thing, About) and field.name == "roles":
            changed[field.name] = {name: f"{EVIL} {role}" for name, role in value.items()}
        elif field.init:
            changed[field.name] = with_markup(value)
    return replace(thing, **changed)


@pytest.fixture(scope="module")
def hostile(pool: tuple[Library, Index]) -> tuple[Library, Index]:
    """The small library with markup in every text."""
    library = with_markup(pool[0])
    return library, Index(documents(library), library.synonyms)


def literal(text: str) -> bool:
    """Whether the markup stands in the text as it was written, once the lines are joined."""
    return EVIL.replace(" ", "") in "".join(text.split())


async def test_markup_in_content_is_shown_as_it_is(hostile: tuple[Library, Index], tmp_path: Path):
    """On every screen the brackets of content are characters: nothing is styled, nothing clicked, nothing crashes."""
    async with opened(*hostile, tmp_path, size=(120, 40)) as stage:
        app = stage.app
        await stage.search("lifeguard")
        shown = {"home": stage.text, "preview": stage.page("preview-page")}
        await stage.search(" parking bikes zebra")
        shown["not covered"] = "".join(stage.lines)
        await stage.press("f1")
        shown["help"] = stage.help
        await stage.press("escape")
        for document in ("faq:when", "term:lifeguard", "guide:rules/events"):
            app.open_document(document)
            await stage.pilot.pause()
            shown[document] = stage.page("text-page")
            shown[f"{document} contents"] = str(stage.get("#contents-lines").content)
            await stage.press("escape")
        app.open_check("swim")
        await stage.pilot.pause()
        shown["question"], shown["beside"], shown["check"] = stage.lines[0], stage.page("beside-page"), stage.masthead
        await stage.type("zebra race", "enter")
        shown["said"] = stage.said
        await stage.press("f2")
        shown["why"] = stage.page("sheet-page")
        await stage.press("escape", "f3")
        shown["possible"] = stage.page("sheet-page")
        await stage.press("escape")
        for question, value in {"approved": "no", "coach": EVIL}.items():
            app.keeper.save(question, value)
        stage.box.value = "2"
        await stage.press("enter")
        await stage.press("f5")
        shown["chooser"] = stage.lines[0]
        await stage.press("1", "3")
        shown["change"] = next(line for line in stage.lines if "would be" in line)
        await stage.press("escape")
        await stage.type("6 september 2027", "enter")
        shown["outcome"] = stage.page("outcome-page")
        await stage.press("f9", "f2")
        shown["sources"] = stage.lines[0]
        await stage.press("escape", "f7")
        shown["next"] = stage.lines[0]
        await stage.press("escape", "escape", "escape")
        missing = [place for place, text in shown.items() if not literal(text)]
        assert not missing, {place: shown[place] for place in missing}
        assert app.is_running


async def test_clicking_on_markup_runs_nothing(hostile: tuple[Library, Index], tmp_path: Path):
    """A click on what would be a link in markup only does what a click on that line does."""
    async with opened(*hostile, tmp_path, size=(120, 40)) as stage:
        stage.app.open_check("lockers")
        await stage.pilot.pause()
        await stage.click_row("[@click=app.quit]")
        assert stage.app.is_running
        assert stage.where == "CheckScreen"


async def test_markup_typed_by_the_person_is_shown_as_it_is(open_app: Open):
    """What a person types stands there literally: in the trail, in messages and in the outcome."""
    async with open_app() as stage:
        for question, value in {"event": "lesson", "approved": "yes"}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.type(EVIL)
        assert literal(stage.said)
        await stage.press("enter")
        assert literal(stage.lines[2])
        stage.app.keeper.save("first-day", date(2027, 9, 6))
        await stage.press("escape")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        assert literal(stage.page("outcome-page"))


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
