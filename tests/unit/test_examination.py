"""What ``ai-studio check`` says of logs and seats; Slurm itself is asked in tests/slurm."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hub_config.examination import Point, examine
from hub_config.settings import Profile, StudioSettings, WarmSeats


def _points(tmp_path: Path, **changes: object) -> dict[str, Point]:
    profile = Profile(id="a", title={"en": "A", "de": "A"})
    settings = StudioSettings(state_dir=tmp_path / "state", profiles=[profile]).model_copy(update=changes)
    return {point.name: point for point in examine(settings)}


@pytest.fixture
def log_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    os.chown(folder, -1, os.getegid())
    folder.chmod(0o3753)
    return folder


def _with_logs(folder: Path) -> object:
    return StudioSettings().slurm.model_copy(update={"log_folder": folder})


def test_a_log_folder_as_documented_is_fine(tmp_path: Path, log_folder: Path) -> None:
    assert _points(tmp_path, slurm=_with_logs(log_folder))["logs"].fine


@pytest.mark.parametrize("mode", [0o1777, 0o3757, 0o0753])
def test_a_log_folder_that_keeps_nobody_apart_is_refused(tmp_path: Path, log_folder: Path, mode: int) -> None:
    log_folder.chmod(mode)
    point = _points(tmp_path, slurm=_with_logs(log_folder))["logs"]
    assert not point.fine
    assert f"{mode:04o}" in point.finding
    assert "chmod 3753" in point.fix


def test_a_missing_log_folder_is_named(tmp_path: Path) -> None:
    point = _points(tmp_path, slurm=_with_logs(tmp_path / "nowhere"))["logs"]
    assert not point.fine
    assert "nowhere" in point.finding


def test_a_seat_for_nobody_is_named(tmp_path: Path) -> None:
    now = datetime.now().astimezone()
    kept = {"starts": now, "given_back": now + timedelta(hours=1)}
    assert _points(tmp_path, warm_seats=[WarmSeats(people=["root"], **kept)])["seats"].fine
    point = _points(tmp_path, warm_seats=[WarmSeats(people=["root", "no-such-person"], **kept)])["seats"]
    assert not point.fine
    assert "no-such-person" in point.finding
