"""Every look can be read: text has a contrast of 4.5 to 1 at least, frames and marks 3 to 1 (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.color import ColorType
from textual.app import App
from textual.color import Color
from textual.theme import Theme

import guide_tui.tui
from guide_tui.model.settings import LOOKS as NAMES
from guide_tui.model.settings import Settings
from guide_tui.model.tree import Tone
from guide_tui.store.settings import SettingsFile
from guide_tui.tui.theme import LOOKS, THEMES, Look, look_after, look_named
from guide_tui.tui.tones import COLOURS
from tests.tui.conftest import Open
from tests.tui.stage import Stage

SOURCES = Path(guide_tui.tui.__file__).parent
STYLES = "\n".join(
    [file.read_text("utf-8") for file in SOURCES.rglob("*.tcss")]
    + [
        css
        for file in SOURCES.rglob("*.py")
        for css in re.findall(r'DEFAULT_CSS = """(.*?)"""', file.read_text("utf-8"), re.S)
    ]
)
GROUNDS = ("background", "surface", "panel", "marked")
LINES = ("border", "border-blurred", "rule")
"""Roles of frames, and of lines between the parts of a screen."""

FRAMES = frozenset("▊▎▔▁▏▕│─█▀▄▌▐━┃▃▇▆▅▂╭╮╰╯")

each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
each_look = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.id)


def resolved(theme: Theme) -> dict[str, Color]:
    """The colours of a theme by role; roles that are told relative to another are left out."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    plain = re.compile(r"#[0-9A-Fa-f]{6}")
    return {role: Color.parse(colour) for role, colour in app.get_css_variables().items() if plain.fullmatch(colour)}


def text_roles() -> list[str]:
    """Every role that the app writes text in; one that lies under text is named after "on"."""
    written = re.compile(r"(?<!\bon )\$([a-z][a-z-]+)\"")
    roles = {role for file in SOURCES.rglob("*.py") for role in written.findall(file.read_text("utf-8"))}
    roles |= set(re.findall(r"[^-]color: \$([a-z-]+)", STYLES)) | set(re.findall(r"title-color: \$([a-z-]+)", STYLES))
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


def poor_pairs(theme: Theme, pairs: list[tuple[str, str]], least: float) -> dict[str, float]:
    """The pairs of roles whose contrast is too low."""
    colours = resolved(theme)
    found = {f"{front} on {back}": round(ratio(colours[front], colours[back]), 2) for front, back in pairs}
    return {pair: contrast for pair, contrast in found.items() if contrast < least}


def test_black_on_white_has_the_greatest_contrast():
    """The measure is that of WCAG: 21 to 1 for black on white, 1 to 1 for a colour on itself."""
    assert ratio(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert ratio(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@each_theme
def test_text_stands_out_from_every_ground(theme: Theme):
    """Every role that text is written in has 4.5 to 1 on every ground, also on the marked line of a list.

    A label in reversed colours has the same contrast, as its ground and its letters change places. In the look of
    high contrast it is 7 to 1.
    """
    roles = text_roles()
    assert len(roles) > 8
    assert {colour.removeprefix("$") for colour in COLOURS.values()} <= set(roles)
    assert len(COLOURS) == len(Tone)
    least = 7 if theme.name == "guide-contrast" else 4.5
    assert poor_pairs(theme, [(role, ground) for role in roles for ground in GROUNDS], least) == {}


@each_theme
def test_what_lies_under_letters_for_a_while_leaves_them_readable(theme: Theme):
    """Selected text, notices and the character under the cursor have 4.5 to 1."""
    pairs = [
        ("input-selection-foreground", "input-selection-background"),
        ("screen-selection-foreground", "screen-selection-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("foreground", "toast"),
    ]
    assert poor_pairs(theme, pairs, 4.5) == {}


@each_theme
def test_frames_lines_and_bars_stand_out(theme: Theme):
    """Frames, rules, the cursor, the edge of a notice, and what moves in a scroll bar have 3 to 1 where they are."""
    pairs = [(line, ground) for line in LINES for ground in ("background", "surface", "panel")]
    pairs += [("input-cursor-background", "surface")]
    pairs += [(role, "toast") for role in ("success", "warning", "error")]
    pairs += [(f"scrollbar{state}", f"scrollbar-background{state}") for state in ("", "-hover", "-active")]
    assert poor_pairs(theme, pairs, 3) == {}


def test_style_sheets_name_roles_only():
    """No colour is written outright, and lines are drawn in the roles that are measured above."""
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", STYLES)
    assert set(re.findall(r"border(?:-\w+)?: \w+ \$([a-z-]+)", STYLES)) <= set(LINES)


@each_theme
def test_no_role_is_unknown(theme: Theme):
    """Every role that code and style sheets name has a colour in every look."""
    named = set(re.findall(r"\$([a-z][a-z-]+)", STYLES)) | set(text_roles())
    assert named <= set(resolved(theme))


def test_every_look_of_the_settings_exists():
    """The names in the settings file and the looks are the same, and one key goes round."""
    assert tuple(look.id for look in LOOKS) == NAMES
    assert [look_after(look).id for look in LOOKS] == [*NAMES[1:], NAMES[0]]
    assert look_named("of a later version") is LOOKS[0]


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


@each_look
async def test_every_screen_as_it_is_drawn(open_app: Open, look: Look):
    """On every screen every word that is drawn has 4.5 to 1, hints in empty boxes and the keys at the foot included."""
    settings = SettingsFile(None, Settings(look=look.id))
    poor = {}
    async with open_app(size=(120, 40), settings=settings) as stage:
        assert stage.app.theme == look.theme.name

        async def look_at(name: str, *keys: str) -> None:
            await stage.press(*keys)
            poor[name] = poor_runs(stage)

        await look_at("welcome")
        await look_at("home", "enter")
        await stage.search("early lifegaurd")
        await look_at("found")
        await look_at("reader", "enter")
        await stage.press("escape")
        for question, value in {"event": "lesson", "approved": "no", "coach": "Jo"}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await look_at("question")
        await look_at("possible", "f3")
        await look_at("chooser", "escape", "f5")
        await look_at("changing", "1")
        await look_at("change", "3")
        await stage.press("escape")
        stage.box.value = "6 september 2026"
        await look_at("outcome and a notice", "enter", "f9")
        await look_at("help", "f1")
        await look_at("settings", "escape", "f12")
        await look_at("words", "3")
        await look_at("closed days", "escape", "4")
        await stage.resize(30, 10)
        await look_at("small")
    assert len(poor) == 15
    assert {name: runs for name, runs in poor.items() if runs} == {}
