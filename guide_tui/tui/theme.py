"""The colours of the app."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="guide-dark",
    dark=True,
    primary="#5aa9e6",
    secondary="#c39bf0",
    accent="#f2c14e",
    foreground="#e6e9ee",
    background="#12161d",
    surface="#171c25",
    panel="#202734",
    success="#6fcf97",
    warning="#f2c14e",
    error="#ff8a80",
    variables={
        "footer-key-foreground": "#f2c14e",
        "input-selection-background": "#5aa9e6 35%",
        "border": "#5aa9e6",
        "muted": "#b4bdca",
    },
)

LIGHT = Theme(
    name="guide-light",
    dark=False,
    primary="#0b5394",
    secondary="#6a2fa0",
    accent="#7a4b00",
    foreground="#1b1f24",
    background="#fbfaf7",
    surface="#ffffff",
    panel="#ebe8e0",
    success="#1d6b3a",
    warning="#7a4b00",
    error="#a4161a",
    variables={
        "footer-key-foreground": "#0b5394",
        "input-selection-background": "#0b5394 25%",
        "border": "#0b5394",
        "muted": "#48525f",
    },
)

THEMES = (DARK, LIGHT)
