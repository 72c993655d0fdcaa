"""The Jupyter Server extension's steps, each by itself; tests/browser has them in a running server."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest
from studio_server import folder, kernels
from studio_server.pages import OfflineHook, complete_lab_pages

from studio_core.notebooks import copy_notebooks
from studio_core.usecases import find_usecases


def _server(root, caplog):
    caplog.set_level(logging.INFO)
    return SimpleNamespace(root_dir=str(root), log=logging.getLogger("server"))


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch):
    monkeypatch.setenv("AI_STUDIO_ROOT", "")


def test_the_poc_folder_is_put_once_and_never_over_a_persons_work(tmp_path, caplog):
    server = _server(tmp_path, caplog)
    folder.put_poc_folder(server, "de")
    guide = tmp_path / "ai-studio" / "predictive-maintenance" / "guide.ipynb"
    assert "Welche Spindel" in guide.read_text(encoding="utf-8")
    guide.write_text("mine", encoding="utf-8")
    folder.put_poc_folder(server, "en")
    assert guide.read_text(encoding="utf-8") == "mine"


def test_a_home_that_takes_no_files_leaves_a_line_in_the_log(tmp_path, caplog):
    (tmp_path / "ai-studio").write_text("a file where the folder should be")
    folder.put_poc_folder(_server(tmp_path, caplog), "en")
    assert "ai-studio" in next(each.message for each in caplog.records if each.levelname == "WARNING")


def test_putting_the_folder_is_quick(tmp_path, caplog):
    folder.put_poc_folder(_server(tmp_path, caplog), "en")
    milliseconds = float(caplog.records[-1].message.split(" in ")[-1].removesuffix(" ms"))
    assert milliseconds < 500


def test_the_offline_hook_keeps_what_was_there_before():
    settings = {"page_config_hook": lambda _, config: {**config, "hubUser": "ada"}}
    server = SimpleNamespace(web_app=SimpleNamespace(settings=settings))
    complete_lab_pages(server)
    complete_lab_pages(server)
    config = settings["page_config_hook"](None, {"fullMathjaxUrl": "https://cdn.example/mathjax.js"})
    assert config == {"hubUser": "ada", "fullMathjaxUrl": None, "mathjaxConfig": None}
    assert not isinstance(settings["page_config_hook"].before, OfflineHook)


def test_sockets_lie_in_a_folder_only_their_owner_may_enter(tmp_path, monkeypatch):
    monkeypatch.setattr(kernels.tempfile, "gettempdir", lambda: str(tmp_path))
    made = kernels.private_socket_folder()
    assert made is not None
    assert made.stat().st_mode & 0o777 == 0o700
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(made / "kernel-00000000-0000-0000-0000-000000000000-ipc-1"))
    for each in made.iterdir():
        each.unlink()
    made.rmdir()


def test_a_temporary_folder_too_deep_for_sockets_is_passed_over(tmp_path, monkeypatch):
    deep = tmp_path / ("x" * 100)
    deep.mkdir()
    monkeypatch.setattr(kernels.tempfile, "gettempdir", lambda: str(deep))
    made = kernels.private_socket_folder()
    assert made is not None
    assert not made.is_relative_to(deep)
    made.rmdir()


def test_notebooks_of_every_poc_are_there(tmp_path):
    for usecase in find_usecases():
        copied = {path.name for path in copy_notebooks(usecase, tmp_path / usecase.name, "en").written}
        assert {"guide.ipynb", "template.ipynb", "app.ipynb"} <= copied
    assert Path(tmp_path).exists()
