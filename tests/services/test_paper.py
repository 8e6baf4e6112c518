"""Pictures on paper can be read: text has 4.5 to 1 on its ground, lines and frames 3 to 1 (WCAG 2.2, AA)."""

from __future__ import annotations

import pytest

from guide_tui.model.tree import Tone
from guide_tui.services.paper import FAINT, FRAMES, GROUNDS, INK, LINE, PAPER, QUIET, TEXTS


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as #14181f, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [INK, QUIET, FAINT])
def test_text_on_paper(colour: str) -> None:
    """Whatever is written on white stands out, what is ruled out as well."""
    assert ratio(colour, PAPER) >= 4.5


@pytest.mark.parametrize("tone", Tone)
def test_tones(tone: Tone) -> None:
    """The words of an outcome stand out from its ground, and its frame from the paper."""
    assert ratio(TEXTS[tone], GROUNDS[tone]) >= 4.5
    assert ratio(INK, GROUNDS[tone]) >= 4.5
    assert ratio(FRAMES[tone], PAPER) >= 3


def test_lines_on_paper() -> None:
    """Lines can be followed."""
    assert ratio(LINE, PAPER) >= 3
