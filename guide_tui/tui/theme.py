"""The four looks of the app: a dark and a light one, one of high contrast, and one for a projector.

Every colour is told outright, none is derived by Textual, so that the contrast of each can be computed. The roles:
``marked`` lies under the line that Enter would take, ``muted`` is secondary text, ``border`` frames what takes typing,
``rule`` parts a screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """One way that the app can look."""

    id: str
    """How the settings name it."""

    name: str
    """What the person reads: "High contrast"."""

    about: str
    """Whom it is for, a few words."""

    theme: Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class _Palette:
    background: str
    surface: str
    panel: str
    foreground: str
    muted: str
    border: str
    """Around what takes typing, and around sheets."""

    rule: str
    """A line between two parts of a screen."""

    marked: str
    """Under the line that Enter would take."""

    selection: str
    """Under text that is selected."""

    thumb: str
    """What moves in a scroll bar."""

    toast: str
    """Under a notice."""

    primary: str
    accent: str
    secondary: str
    fine: str
    warning: str
    error: str


def _theme(name: str, colours: _Palette, *, dark: bool) -> Theme:
    tones = {
        "text-primary": colours.primary,
        "text-accent": colours.accent,
        "text-secondary": colours.secondary,
        "text-success": colours.fine,
        "text-warning": colours.warning,
        "text-error": colours.error,
    }
    bars = {
        "scrollbar": colours.thumb,
        "scrollbar-hover": colours.primary,
        "scrollbar-active": colours.primary,
        **dict.fromkeys(
            (
                "scrollbar-background",
                "scrollbar-background-hover",
                "scrollbar-background-active",
                "scrollbar-corner-color",
            ),
            colours.panel,
        ),
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours.primary,
        secondary=colours.secondary,
        accent=colours.accent,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        success=colours.fine,
        warning=colours.warning,
        error=colours.error,
        variables={
            **tones,
            **bars,
            "border": colours.border,
            "border-blurred": colours.muted,
            "rule": colours.rule,
            "muted": colours.muted,
            "text-muted": colours.muted,
            "foreground-muted": colours.muted,
            "marked": colours.marked,
            "toast": colours.toast,
            "footer-background": colours.panel,
            "footer-foreground": colours.foreground,
            "footer-description-foreground": colours.foreground,
            "footer-key-foreground": colours.primary,
            "input-cursor-background": colours.foreground,
            "input-cursor-foreground": colours.background,
            "input-selection-background": colours.selection,
            "input-selection-foreground": colours.foreground,
            "screen-selection-background": colours.selection,
            "screen-selection-foreground": colours.foreground,
            "block-hover-background": colours.marked,
        },
    )


DARK = _theme(
    "guide-dark",
    _Palette(
        background="#11151c",
        surface="#171c26",
        panel="#1f2632",
        foreground="#e7eaf0",
        muted="#a9b4c4",
        border="#5f8fbf",
        rule="#64758c",
        marked="#24405e",
        selection="#2f5683",
        thumb="#7489a3",
        toast="#263142",
        primary="#7cc0f5",
        accent="#f3c969",
        secondary="#cbb2f7",
        fine="#7fd6a4",
        warning="#f5b35c",
        error="#ff9c93",
    ),
    dark=True,
)

LIGHT = _theme(
    "guide-light",
    _Palette(
        background="#faf8f3",
        surface="#ffffff",
        panel="#efebe1",
        foreground="#1d2128",
        muted="#4c5563",
        border="#3f74a8",
        rule="#7b8592",
        marked="#d3e4f5",
        selection="#b9d6f2",
        thumb="#76808d",
        toast="#e4eef8",
        primary="#0c4f8f",
        accent="#7d3c00",
        secondary="#5e2f96",
        fine="#15603a",
        warning="#7a4a00",
        error="#a11a20",
    ),
    dark=False,
)

CONTRAST = _theme(
    "guide-contrast",
    _Palette(
        background="#000000",
        surface="#000000",
        panel="#101010",
        foreground="#ffffff",
        muted="#dedede",
        border="#ffffff",
        rule="#b8b8b8",
        marked="#00366d",
        selection="#00509e",
        thumb="#ffffff",
        toast="#1c1c1c",
        primary="#8fd3ff",
        accent="#ffe75c",
        secondary="#e4ccff",
        fine="#7dffb0",
        warning="#ffc266",
        error="#ffb3ad",
    ),
    dark=True,
)

PROJECTOR = _theme(
    "guide-projector",
    _Palette(
        background="#ffffff",
        surface="#ffffff",
        panel="#e9edf2",
        foreground="#000000",
        muted="#2b313a",
        border="#000000",
        rule="#4b535e",
        marked="#ffe08a",
        selection="#ffd45c",
        thumb="#000000",
        toast="#fff3cc",
        primary="#002f6c",
        accent="#7a1500",
        secondary="#41107a",
        fine="#00451f",
        warning="#5c3000",
        error="#8a0010",
    ),
    dark=False,
)

LOOKS = (
    Look("dark", "Dark", "light letters on a dark ground", DARK),
    Look("light", "Light", "dark letters on a light ground", LIGHT),
    Look("contrast", "High contrast", "black, white and strong colours", CONTRAST),
    Look("projector", "Projector", "heavy letters and more room, for the back of a room", PROJECTOR),
)
"""In the order in which one key goes through them."""

THEMES = tuple(look.theme for look in LOOKS)


def look_named(name: str) -> Look:
    """The look that the settings name; the first one where there is none of that name."""
    return next((look for look in LOOKS if look.id == name), LOOKS[0])


def look_after(look: Look) -> Look:
    """The next look, and after the last the first."""
    return LOOKS[(LOOKS.index(look) + 1) % len(LOOKS)]
