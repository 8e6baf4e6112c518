"""The colours of pictures on white paper. Text has 4.5 to 1 on its ground, lines and frames 3 to 1 (WCAG 2.2, AA)."""

from __future__ import annotations

from guide_tui.model.tree import Tone

INK = "#14181f"
"""Text, and what is lit."""

QUIET = "#48525f"
"""Secondary text and the frames of questions."""

FAINT = "#59626e"
"""Text of what can no longer come."""

LINE = "#848d99"
"""Lines."""

PAPER = "#ffffff"

GROUNDS = {
    Tone.FINE: "#e6f4ea",
    Tone.APPROVAL_NEEDED: "#fff3d1",
    Tone.STOP: "#fde9e8",
    Tone.UNCLEAR: "#f2ebfb",
    Tone.ELSEWHERE: "#e5f0fa",
}
FRAMES = {
    Tone.FINE: "#1d6b3a",
    Tone.APPROVAL_NEEDED: "#8a5a00",
    Tone.STOP: "#a4161a",
    Tone.UNCLEAR: "#6a2fa0",
    Tone.ELSEWHERE: "#0b5394",
}
TEXTS = {
    Tone.FINE: "#14532d",
    Tone.APPROVAL_NEEDED: "#684300",
    Tone.STOP: "#86110f",
    Tone.UNCLEAR: "#552580",
    Tone.ELSEWHERE: "#083f71",
}
