"""Where the library is that travels with the program."""

from __future__ import annotations

from pathlib import Path


def builtin_root() -> Path:
    """The root of the built-in library: inside the installed package, or the repository it is run from."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "shipped"
    return shipped if shipped.is_dir() else package.parent
