"""How wide text is in a picture, where no font can be asked.

Whoever opens a picture has fonts of their own. The widths are those of a wide one (DejaVu Sans), so that text fits its
box in every common font.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NARROW = {
    **dict.fromkeys("ijl'|I.,:;!", 0.32),
    **dict.fromkeys('frt()[]-/\\" ', 0.41),
    **dict.fromkeys("szcJ?vxyk_", 0.56),
    **dict.fromkeys("mM%@", 0.96),
    **dict.fromkeys("wW+=<>~#&", 0.84),
    **dict.fromkeys("ADGHKNOQRUVXC", 0.76),
    **dict.fromkeys("BEFLPSTYZ", 0.66),
}
_REGULAR = 0.63
_BOLD = 1.12


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in the unit of ``size``, the height of the font."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def wrapped(text: str, width: float, size: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """The text in lines no wider than ``width``, at most ``most`` of them; "…" tells that words are left out.

    A word too long for a line is broken.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width, size, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(f"{last}…", size, bold=bold) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip(' ,;:')}…"]


def _pieces(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    pieces = []
    for word in text.split():
        while len(word) > 1 and width_of(word, size, bold=bold) > width:
            cut = len(word) - 1
            while cut > 1 and width_of(word[:cut], size, bold=bold) > width:
                cut -= 1
            pieces.append(word[:cut])
            word = word[cut:]
        pieces.append(word)
    return pieces


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return _NARROW.get(character, _REGULAR)
