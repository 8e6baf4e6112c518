"""Where the program finds and puts things."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide_tui.cli.session import Session


@pytest.mark.parametrize(
    ("there", "folder"), [(("home/Papers", "home"), "home/Papers"), (("home",), "home"), ((), "here")]
)
def test_outcomes_are_saved_where_the_person_finds_them(
    there: tuple[str, ...], folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among the documents, or in the home folder; in the current folder only where there is neither."""
    for name in (*there, "here"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "home" / "Papers")
    monkeypatch.chdir(tmp_path / "here")
    assert Session.save_folder.fget(None) == tmp_path / folder  # type: ignore[attr-defined]
