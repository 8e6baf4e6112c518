"""The symbol of each tone, which stands beside its word wherever a tone is shown."""

from __future__ import annotations

from guide_tui.model.tree import Tone

SYMBOLS = {Tone.FINE: "✓", Tone.APPROVAL_NEEDED: "▲", Tone.STOP: "■", Tone.UNCLEAR: "?", Tone.ELSEWHERE: "→"}
