"""What a person has chosen for the app, whatever they ask it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide_tui.model.characters import FORBIDDEN

LOOKS = ("dark", "light", "contrast", "projector")
"""How the app can look."""

NATIONS = ("england", "wales", "scotland", "northern-ireland", "outside-uk")
"""What can be told once and for all of where the learners are."""

LONGEST = 120
"""Characters in a text that is a setting, at most."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; as it is here before they choose anything."""

    look: str = LOOKS[0]
    """One of LOOKS."""

    nation: str = ""
    """One of NATIONS; empty while it is not known."""

    centre: str = ""
    """The centre's name; empty while it is not told."""

    roomy: bool = False
    """Whether there is more empty space than usual."""

    motion: bool = False
    """Whether things may move on the screen."""

    welcome_seen: bool = False
    """Whether the page of the first start has been read."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of their action, where they are not as shipped: ``{"check.why": "F11"}``."""


def unfit(text: str) -> str:
    """Why a text cannot be a setting, as the end of a sentence; empty where it can."""
    if FORBIDDEN.search(text) or "\t" in text or "\n" in text:
        return "holds characters that cannot be shown"
    return f"is longer than {LONGEST} characters" if len(text) > LONGEST else ""
