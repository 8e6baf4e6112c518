"""Which characters content may hold, and how foreign text is shown in a message.

Escape sequences reach a terminal raw from most widgets, and invisible characters make two ids look the same. So
they are refused where text is read, and nothing further inside has to think of them.
"""

from __future__ import annotations

import re

# C0 but newline (tabs are answered on their own), DEL and C1; soft hyphen, joiners and fillers; marks that turn the
# direction of writing; line separators; variation selectors, tags, surrogates and noncharacters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that no text may hold, a tab aside."""

_ESCAPED = re.compile(FORBIDDEN.pattern[:-1] + "\t\n]")
_LONGEST = 60


def name_of(character: str) -> str:
    """How a message names a character that cannot be shown: ``U+202E``."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """The text in double quotes, shortened, with whatever a terminal could act on made visible."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    return f'"{visible(text)}"'


def visible(text: str) -> str:
    """The text with control and invisible characters replaced by their code points: ``<U+001B>``."""
    return _ESCAPED.sub(lambda match: f"<{name_of(match[0])}>", text)
