"""The nearest name that exists."""

from __future__ import annotations

from collections.abc import Collection

_FEW = 8


def nearest(name: str, names: Collection[str]) -> str:
    """The one of ``names`` that ``name`` was probably meant to be, or the empty string where none is close.

    Up to a third of the letters may differ; a swap of two neighbours counts as one difference.
    """
    # Content is nearly always right, so the import is paid only where something has to be explained.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    # A set has no order of its own, and equally near names must come out the same every time.
    candidates = sorted(names) if isinstance(names, (set, frozenset)) else list(names)
    found = process.extractOne(
        name[:200], candidates, scorer=OSA.distance, processor=_normal, score_cutoff=min(3, max(1, len(name) // 3))
    )
    return found[0] if found else ""


def suggestion(name: str, names: Collection[str]) -> str:
    """What to try instead of ``name``: the nearest name, or all of them where they are few, or nothing."""
    found = nearest(name, names)
    if found:
        return f'Did you mean "{found}"?'
    if names and len(names) <= _FEW:
        return f"There is {listed(names)}."
    return ""


def listed(names: Collection[str], word: str = "and") -> str:
    """The names in quotes, as a sentence lists them: ``"a", "b" and "c"``."""
    quoted = [f'"{name}"' for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {word} {quoted[-1]}"


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")
