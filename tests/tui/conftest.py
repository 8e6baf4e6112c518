"""The app on a small library that is read once, and on the one that we ship."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.model.library import Library
from guide_tui.search.index import Index
from tests.tui.stage import Stage, opened, read_library, write_library

Open = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Index]:
    """The small library, without a fault in it."""
    library, index = read_library(write_library(tmp_path_factory.mktemp("pool")))
    assert not library.problems, "\n".join(map(str, library.problems))
    return library, index


@pytest.fixture(scope="session")
def shipped() -> tuple[Library, Index]:
    """The library that we ship."""
    return read_library(builtin_root())


@pytest.fixture
def open_app(pool: tuple[Library, Index], tmp_path: Path) -> Open:
    """Opens the app on the small library; the answers of one test stay in one folder."""
    return partial(opened, *pool, tmp_path)


@pytest.fixture
def open_shipped(shipped: tuple[Library, Index], tmp_path: Path) -> Open:
    """Opens the app on the library that we ship."""
    return partial(opened, *shipped, tmp_path)


@pytest.fixture
def open_with(tmp_path: Path) -> Open:
    """Opens the app on the small library with files replaced, added or left out."""

    def make(changes: dict[str, str | None], **more: object) -> AbstractAsyncContextManager[Stage]:
        return opened(*read_library(write_library(tmp_path / "library", changes)), tmp_path, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compares a screen with the snapshot of that name, or writes it where GUIDE_WRITE_SNAPSHOTS is set."""

    def compare(name: str, text: str) -> None:
        file = Path(__file__).parent / "snapshots" / f"{name}.txt"
        if os.environ.get("GUIDE_WRITE_SNAPSHOTS"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8", newline="\n")
        assert text + "\n" == file.read_text(encoding="utf-8"), f"{name} differs; GUIDE_WRITE_SNAPSHOTS=1 writes it"

    return compare
