"""The one list of actions: every key of every screen comes from it, and every action in it can be done."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import guide_tui.tui
from guide_tui.tui.actions import ACTIONS, BOXES, Action, about, action_of, bindings, both_cases, every_action
from guide_tui.tui.app import GuideApp
from guide_tui.tui.keys import key_name
from guide_tui.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import Open
from tests.tui.stage import Stage


def own_classes() -> Iterator[type[DOMNode]]:
    """Every class of the app that is drawn."""
    for module in pkgutil.walk_packages(guide_tui.tui.__path__, "guide_tui.tui."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                yield value


CLASSES = list(dict.fromkeys(own_classes()))
BOUND = [kind for kind in CLASSES if "BINDINGS" in vars(kind)]
PLACES = {
    kind: {binding.id.split(".")[0] for binding in Binding.make_bindings(kind.BINDINGS) if binding.id} for kind in BOUND
}


@pytest.mark.parametrize("kind", BOUND, ids=lambda kind: kind.__name__)
def test_every_binding_comes_from_the_list(kind: type[DOMNode]):
    """No screen and no box binds a key of its own: help, palette and settings would not know of it."""
    for binding in Binding.make_bindings(kind.BINDINGS):
        action = action_of(binding.id or "")
        assert action is not None, binding
        assert {binding.key, binding.key.lower()} & set(action.keys.split(","))


def test_every_place_is_somewhere():
    """Nothing stands in the list that no screen offers."""
    assert set(ACTIONS) == set().union(*PLACES.values())


@pytest.mark.parametrize("action", every_action().values(), ids=lambda action: action.id)
def test_every_action_is_whole(action: Action):
    """An id in its place, a short name, a sentence without a full stop, and keys."""
    assert action in ACTIONS[action.id.split(".")[0]]
    assert 0 < len(action.name) <= 24
    assert about(action)[:1].isupper()
    assert not action.about.endswith((".", "!"))
    assert "{" not in about(action)
    assert all(action.keys.split(","))


@pytest.mark.parametrize("kind", BOUND, ids=lambda kind: kind.__name__)
def test_every_action_has_its_method(kind: type[DOMNode]):
    """What the list promises, the class that binds it does, or its screen or the app where the list says so."""
    screens = [other for other in CLASSES if issubclass(other, Screen) and near(kind, other)]
    for binding in Binding.make_bindings(kind.BINDINGS):
        target, name, _ = parse(binding.action)
        # What a box of the same place leaves to its screen comes there.
        same = [screen for screen in screens if PLACES.get(screen) == PLACES[kind]]
        holders = {"app": [GuideApp], "screen": screens, "": [kind, *same]}[target]
        assert any(hasattr(holder, f"action_{name}") for holder in holders), binding.id


def test_letters_work_in_both_cases():
    """The bottom line shows capitals, so what it shows is also what can be pressed; capitals of their own stay so."""
    bound = {place: list(Binding.make_bindings(bindings(place))) for place in ACTIONS}
    for place, each in bound.items():
        keys = {binding.key: binding.id for binding in each}
        letters = [key for key in keys if len(key) == 1 and key.isalpha() and key not in "nN"]
        assert [key for key in letters if keys.get(key.swapcase()) != keys[key]] == [], place
    reader = {binding.key: binding.id for binding in bound["reader"]}
    assert (reader["B"], reader["F"], reader["C"]) == ("reader.back", "reader.forward", "reader.contents")
    assert (reader["n"], reader["N"]) == ("reader.next-found", "reader.previous-found")


def test_a_letter_given_by_the_settings_works_in_both_cases():
    """As the shipped ones do; N is free where nothing but its small letter has it."""
    assert both_cases({"a": "x", "b": "n,f2", "c": "1"}) == {"a": "x,X", "b": "n,N,f2", "c": "1"}
    assert both_cases({"a": "n", "b": "N"}) == {"a": "n", "b": "N"}


def near(box: type[DOMNode], screen: type[DOMNode]) -> bool:
    """Whether a box belongs to a screen: they stand in one module, or the list says so."""
    places = {BOXES.get(place) for place in PLACES[box]}
    return box.__module__ == screen.__module__ or bool(places & PLACES.get(screen, set()))


def test_the_help_speaks_of_keys_as_they_are():
    """Where one action tells of another, it names the key that this one has now."""
    restart = every_action()["check.restart"]
    assert "F8 brings" in about(restart)
    assert "F11 brings" in about(restart, {"check.undo": "f11"})


async def walk(stage: Stage) -> Iterator[str]:
    """Every screen of the app, one after another, by name."""
    app, pilot = stage.app, stage.pilot

    async def after(*keys: str) -> None:
        await stage.press(*keys)
        await pilot.pause()

    yield "home"
    await after("f1")
    yield "help"
    await after("escape", "ctrl+p")
    yield "palette"
    await after("escape", "f12")
    yield "settings"
    await after("escape", "ctrl+o")
    yield "welcome"
    await after("enter")
    await stage.search("lifeguard")
    yield "found"
    await after("enter")
    yield "reader"
    await after("escape", "escape")
    app.open_check("swim")
    await after()
    yield "first question"
    await after("2")
    yield "second question"
    await after("f2")
    yield "sheet"
    await after("escape", "f5")
    yield "chooser"
    await after("escape", "escape")
    for question, value in {"event": "party", "guests": 20}.items():
        app.keeper.save(question, value)
    app.open_check("swim")
    await after()
    yield "outcome"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_bottom_line_is_never_cut(open_app: Open, size: tuple[int, int]):
    """On every screen it holds whole entries only, apart from each other, and help at its end."""
    async with open_app(size=size) as stage:
        async for place in walk(stage):
            bar = stage.app.screen.query_one(KeyBar)
            assert bar.entries, place
            assert bar.entries[-1].end <= size[0] - 2, place
            for entry, following in zip(bar.entries, bar.entries[1:], strict=False):
                assert entry.end + 2 <= following.start, place
            line = stage.rows[-1]
            for entry in bar.entries:
                assert f"{entry.offer.shown} {entry.name}" in line, place
            if place != "help":
                assert line.rstrip().endswith(("F1 All keys", "F1 Help")), place


async def test_help_lists_whatever_can_be_done(open_app: Open):
    """On every screen, help has a line for each action that is offered there, with the key that does it."""
    async with open_app() as stage:
        async for place in walk(stage):
            if place in ("help", "palette"):
                continue
            offers = stage.app.offers(stage.app.screen)
            names = {offer.action.name for offer in offers if offer.action.id != "app.help"}
            shown = [offer for offer in offers if offer.action.id != "app.help" and offer.action.shown_as is None]
            keys = {key_name(offer.keys[0]) for offer in shown}
            await stage.press("f1")
            assert stage.where == "HelpScreen", place
            listed = stage.help
            assert not [name for name in names if name not in listed], place
            assert not [key for key in keys if key not in listed], place
            await stage.press("f1")
            assert stage.where != "HelpScreen", place
