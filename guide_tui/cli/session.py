"""What the commands share: the library, the index, the store and the day, each made when first asked for."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from guide_tui.cli.printing import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guide_tui.model.library import Library
    from guide_tui.search.index import Index
    from guide_tui.services.late_index import LateIndex
    from guide_tui.store.cases import CaseStore
    from guide_tui.store.settings import SettingsFile

WIDEST = 80


class Session:
    """One run of the command.

    Args:
        root: The library to read; None for the built-in one.
        data: Where answers are kept; None for the user's data folder.
        config: Where the settings are kept; None for the user's configuration folder.
        day: The day on which relative dates are judged; None for the day it is.
    """

    def __init__(
        self,
        root: Path | None = None,
        data: Path | None = None,
        day: date | None = None,
        config: Path | None = None,
    ) -> None:
        self._root = root
        self._data = data
        self._day = day
        self._config = config

    @property
    def builtin(self) -> bool:
        """Whether the library is the one that travels with the program."""
        return self._root is None

    @property
    def root(self) -> Path:
        """The library's folder."""
        if self._root is not None:
            return self._root
        from guide_tui.library.builtin import builtin_root

        return builtin_root()

    @property
    def data_folder(self) -> Path:
        """The folder where answers are kept."""
        if self._data is not None:
            return self._data
        from platformdirs import user_data_path

        return user_data_path("guide-tui", appauthor=False)

    @property
    def settings_path(self) -> Path:
        """The file with the person's settings."""
        from guide_tui.store.settings import FILE

        if self._config is not None:
            return self._config / FILE
        from platformdirs import user_config_path

        return user_config_path("guide-tui", appauthor=False) / FILE

    @cached_property
    def settings(self) -> SettingsFile:
        """The person's settings. What is wrong with their file is told once, on stderr."""
        from guide_tui.store.settings import SettingsFile

        settings = SettingsFile(self.settings_path)
        for problem in settings.problems:
            tell(problem)
        return settings

    @property
    def cache_folder(self) -> Path:
        """The folder where what is costly to make again is kept; the program works without it."""
        named = os.environ.get("GUIDE_CACHE")
        if named:
            return Path(named)
        from platformdirs import user_cache_path

        return user_cache_path("guide-tui", appauthor=False)

    @property
    def save_folder(self) -> Path:
        """Where outcomes are saved as text: the person's documents, or where there are none, the home folder."""
        from platformdirs import user_documents_path

        home = Path(os.path.expanduser("~"))  # noqa: PTH111 - this one does not fail where nobody knows the home folder
        return next((folder for folder in (user_documents_path(), home) if folder.is_dir()), Path.cwd())

    @property
    def places(self) -> Mapping[str, Path]:
        """The folders and files that a person may want to find, by what they hold."""
        from guide_tui.services.closed_days import FILE

        folder = self.data_folder
        return {
            "content": self.root,
            "answers": folder,
            "your closed days": folder / FILE,
            "your settings": self.settings_path,
            "a cache, which may be deleted": self.cache_folder,
        }

    @cached_property
    def library(self) -> Library:
        """The library. What is wrong with it is told once, on stderr; the rest is served.

        Raises:
            InputError: The folder is not a library.
        """
        from guide_tui.services.opening import open_library

        library = open_library(self.root, self.cache_folder)
        errors = [problem for problem in library.problems if problem.severity.value == "error"]
        if errors:
            tell(
                f"Part of the library cannot be used: {len(errors)} problem{'s' if len(errors) > 1 else ''}. "
                f"The rest is served. Run: guide lint\nThe first: {errors[0]}"
            )
        return library

    @cached_property
    def index(self) -> Index:
        """The index over everything in the library."""
        from guide_tui.services.indexing import open_index

        return open_index(self.library, self.cache_folder)

    @cached_property
    def late_index(self) -> LateIndex:
        """The same, opened when it is first needed."""
        from guide_tui.services.late_index import LateIndex

        return LateIndex(lambda: self.index)

    @cached_property
    def store(self) -> CaseStore:
        """Where answers are kept."""
        from guide_tui.store.cases import CaseStore

        store = CaseStore.open(self.data_folder, lambda: datetime.now(UTC))
        if store.notice:
            tell(store.notice)
        return store

    @cached_property
    def closed_days(self) -> Mapping[date, str]:
        """The centre's own closed days. What is wrong with their file is told once, on stderr."""
        from guide_tui.services.closed_days import read_closed_days

        found = read_closed_days(self.data_folder)
        if found.notice:
            tell(found.notice)
        return found.days

    @property
    def today(self) -> date:
        """The day on which relative dates are judged."""
        return self._day or date.today()

    @property
    def width(self) -> int:
        """Columns to wrap to: the terminal's, but never so wide that lines are hard to read."""
        return max(20, min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST))
