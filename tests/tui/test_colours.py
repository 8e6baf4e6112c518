"""Both themes can be read: text has a contrast of 4.5 to 1 at least, frames and marks 3 to 1 (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from rich.color import ColorType
from textual.app import App
from textual.color import Color
from textual.theme import Theme

import guide_tui.tui
from guide_tui.tui.theme import DARK, LIGHT, THEMES
from tests.tui.conftest import Open
from tests.tui.stage import Stage

GROUNDS = ("background", "surface", "panel")
FRAMES = frozenset("▊▎▔▁▏▕│─█▀▄▌▐━┃▃▇▆▅▂")


def resolved(theme: Theme) -> dict[str, Color]:
    """The colours of a theme by role; roles that are told relative to another are left out."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    plain = re.compile(r"#[0-9A-Fa-f]{6}")
    return {role: Color.parse(colour) for role, colour in app.get_css_variables().items() if plain.fullmatch(colour)}


def roles_used() -> list[str]:
    """Every role that the app writes text in."""
    root = Path(guide_tui.tui.__file__).parent
    roles = {role for file in root.rglob("*.py") for role in re.findall(r"\$([a-z][a-z-]+)", file.read_text("utf-8"))}
    return sorted(roles | {"foreground", "footer-key-foreground"})


def ratio(one: Color, other: Color) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of a colour, 0 to 1."""
    parts = colour.normalized
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_stands_out_from_every_ground(theme: Theme):
    """Every role that text is written in has 4.5 to 1 on every ground, also on the marked line of a list."""
    colours = resolved(theme)
    assert len(roles_used()) > 8
    grounds = {name: colours[name] for name in GROUNDS}
    for name in ("background", "surface"):
        grounds[f"marked line on {name}"] = colours[name].blend(colours["primary"], 0.3)
    poor = {
        f"{role} on {ground}": round(ratio(colours[role], colour), 2)
        for role in roles_used()
        for ground, colour in grounds.items()
        if ratio(colours[role], colour) < 4.5
    }
    assert not poor


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_frames_stand_out(theme: Theme):
    """Frames and the focus have 3 to 1 on every ground."""
    colours = resolved(theme)
    for role in ("primary", "border"):
        for ground in GROUNDS:
            assert ratio(colours[role], colours[ground]) >= 3, (role, ground)


def poor_runs(stage: Stage) -> dict[str, float]:
    """Runs of text on the screen whose colour is too close to what is behind them."""
    poor = {}
    screen = stage.app.screen
    # What is under a sheet is dimmed on purpose.
    region = screen.children[0].region if screen.is_modal else screen.region
    for strip in screen._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _ in strip.crop(region.x, region.right):
            shown = text.strip()
            if style is None or not shown or set(shown) <= FRAMES | {" "}:
                continue
            front, back = style.color, style.bgcolor
            if front is None or back is None or ColorType.DEFAULT in (front.type, back.type):
                continue
            pair = [Color.from_rich_color(front), Color.from_rich_color(back)]
            if ratio(*pair) < 4.5:
                poor[shown] = round(ratio(*pair), 2)
    return poor


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_every_screen_as_it_is_drawn(open_app: Open, theme: Theme):
    """On every screen every word that is drawn has 4.5 to 1, hints in empty boxes and the keys at the foot included."""
    async with open_app(size=(120, 40)) as stage:
        stage.app.theme = theme.name
        await stage.pilot.pause()
        poor = {"home": poor_runs(stage)}
        await stage.search("early lifegaurd")
        poor["found"] = poor_runs(stage)
        await stage.press("enter")
        poor["reader"] = poor_runs(stage)
        await stage.press("escape")
        for question, value in {"event": "lesson", "approved": "no", "coach": "Jo"}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        poor["question"] = poor_runs(stage)
        await stage.press("f3")
        poor["possible"] = poor_runs(stage)
        await stage.press("escape", "f5")
        poor["chooser"] = poor_runs(stage)
        await stage.press("1")
        poor["changing"] = poor_runs(stage)
        await stage.press("3")
        poor["change"] = poor_runs(stage)
        await stage.press("escape")
        stage.box.value = "6 september 2026"
        await stage.press("enter", "f9")
        poor["outcome"] = poor_runs(stage)
        await stage.press("f1")
        poor["help"] = poor_runs(stage)
        assert {name: runs for name, runs in poor.items() if runs} == {}
        assert date(2026, 9, 6) in stage.kept.values()
