"""Saving a picture."""

from __future__ import annotations

import pytest

from guide_tui.errors import StoreError
from guide_tui.services.graph_svg import svg_text
from guide_tui.services.picture import save_picture
from guide_tui.trees.graph import graph_of


def test_a_picture_never_replaces_another(hall, tmp_path) -> None:
    """Each picture gets a name that no file has yet."""
    graph = graph_of(hall.trees["hire"])
    paths = [save_picture(graph, None, "Foot.", tmp_path) for _ in range(2)]
    assert [path.name for path in paths] == ["hire-map.svg", "hire-map-2.svg"]
    assert paths[1].read_text(encoding="utf-8") == svg_text(graph, None, "Foot.")


def test_a_folder_that_is_not_there_is_told(hall, tmp_path) -> None:
    """The message names the folder and the reason."""
    with pytest.raises(StoreError, match=r"The picture cannot be saved in .*nowhere: No such file"):
        save_picture(graph_of(hall.trees["hire"]), None, "", tmp_path / "nowhere")
