"""How a tone looks: a symbol, words and a colour, which always appear together."""

from __future__ import annotations

from guide_tui.model.tree import Tone
from guide_tui.services.symbols import SYMBOLS as SYMBOLS
from guide_tui.services.wording import TONES

COLOURS = {
    Tone.FINE: "$text-success",
    Tone.APPROVAL_NEEDED: "$text-warning",
    Tone.STOP: "$text-error",
    Tone.UNCLEAR: "$text-secondary",
    Tone.ELSEWHERE: "$text-primary",
}


def tone_words(tone: Tone) -> str:
    """Symbol and words as one unbroken label: "▲ APPROVAL NEEDED"."""
    return f" {SYMBOLS[tone]} {TONES[tone]} ".replace(" ", "\u00a0")
