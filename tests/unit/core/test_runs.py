"""Settings, run folders, the audit log and the report's geometry."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from studio_core.data.fingerprint import fingerprint_files, fingerprint_tables
from studio_core.governance.audit import append_event, first_broken_line
from studio_core.governance.model_card import DataSheet
from studio_core.runs.charts import Axis, round_step
from studio_core.runs.folder import check_target, open_run, write_json, written_whole
from studio_core.runs.settings import parse_settings
from studio_messages import LANGUAGES, SettingsError, StudioError, UsageError


class Wish(BaseModel):
    size: Annotated[int, Field(ge=1, le=9)] = 5
    share: Annotated[float, Field(ge=0, le=1)] = 0.5
    mode: Literal["a", "b"] = "a"
    loud: bool = False
    seed: int = 0


def test_settings_are_parsed_and_the_seed_goes_in_beside_them() -> None:
    wish = parse_settings(Wish, ["size=7", "share = 0.25", "mode=b", "loud=true"], seed=4)
    assert wish == Wish(size=7, share=0.25, mode="b", loud=True, seed=4)


@pytest.mark.parametrize(
    ("given", "key", "permitted"),
    [
        (["size=10"], "setting-wrong", "a whole number from 1 to 9"),
        (["size=x"], "setting-wrong", "a whole number from 1 to 9"),
        (["share=2"], "setting-wrong", "a number from 0 to 1"),
        (["mode=c"], "setting-wrong", "a, b"),
        (["loud=perhaps"], "setting-wrong", "true or false"),
        (["colour=red"], "setting-unknown", "size, share, mode, loud, seed"),
        (["size"], "setting-form", "size, share, mode, loud, seed"),
        (["size=1", "size=2"], "setting-twice", "once"),
    ],
)
def test_a_wrong_setting_names_what_is_permitted(given: list[str], key: str, permitted: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(Wish, given)
    assert caught.value.key == key
    assert permitted in caught.value.remedy("en")
    assert caught.value.exit_status == 2


def _run_folder(folder: Path) -> Path:
    with written_whole(folder) as fresh:
        write_json(fresh / "run.json", {"kind": "ai-studio-run", "format": 1})
        write_json(fresh / "metrics.json", {"rmse": 1.5})
    return folder


def test_a_run_folder_appears_whole_and_replaces_an_older_one(tmp_path: Path) -> None:
    folder = _run_folder(tmp_path / "deep" / "run")
    (folder / "extra").touch()
    assert open_run(_run_folder(folder)).metrics == {"rmse": 1.5}
    assert not (folder / "extra").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["run"]


def test_a_failure_leaves_the_older_run_and_no_litter(tmp_path: Path) -> None:
    folder = _run_folder(tmp_path / "run")
    with contextlib.suppress(KeyboardInterrupt), written_whole(folder) as fresh:
        (fresh / "half").touch()
        raise KeyboardInterrupt
    assert sorted(path.name for path in folder.iterdir()) == ["metrics.json", "run.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError) as caught, written_whole(tmp_path / "run"):
        raise OSError(28, os.strerror(28))
    assert "No space left" in str(caught.value)


def test_foreign_folders_and_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    (tmp_path / "empty").mkdir()
    check_target(tmp_path / "empty")
    check_target(tmp_path / "new" / "deeper")
    for target, key in ((tmp_path, "out-not-run"), (tmp_path / "photo.jpg", "out-not-folder")):
        with pytest.raises(UsageError) as caught:
            check_target(target)
        assert caught.value.key == key
    with pytest.raises(UsageError) as caught:
        check_target(tmp_path / "photo.jpg" / "below")
    assert caught.value.key == "out-not-writable"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (None, "run-folder-none"),
        ("{", "run-folder-damaged"),
        ("[]", "run-folder-none"),
        ('{"kind": "other"}', "run-folder-none"),
        ('{"kind": "ai-studio-run", "format": 99}', "run-folder-version"),
    ],
)
def test_what_is_no_run_folder_is_not_opened(tmp_path: Path, content: str | None, key: str) -> None:
    if content is not None:
        (tmp_path / "run.json").write_text(content)
        (tmp_path / "metrics.json").write_text("{}")
    with pytest.raises(UsageError) as caught:
        open_run(tmp_path)
    assert caught.value.key == key


def test_the_audit_log_shows_a_later_change(tmp_path: Path) -> None:
    log = tmp_path / "audit.jsonl"
    for event in ("one", "two", "three"):
        append_event(log, event, note="ä")
    assert first_broken_line(log) is None
    assert [json.loads(line)["event"] for line in log.read_text().splitlines()] == ["one", "two", "three"]
    log.write_text(log.read_text().replace('"two"', '"2"'))
    assert first_broken_line(log) == 3
    log.write_text("not json\n")
    assert first_broken_line(log) == 1


def test_fingerprints_follow_the_content_and_nothing_else(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("1 2 3")
    first, second = (fingerprint_files([tmp_path / folder / "x.txt"]) for folder in ("a", "b"))
    assert first == second
    assert first["files"][0]["name"] == "x.txt"
    assert str(tmp_path) not in json.dumps(first)
    table = pd.DataFrame({"unit": ["a"], "value": [1.0]})
    assert fingerprint_tables(table) == fingerprint_tables(table.copy())
    assert fingerprint_tables(table) != fingerprint_tables(table.assign(value=2.0))


def test_a_table_cell_cannot_break_out_of_its_row() -> None:
    sheet = DataSheet("t", "o", [("a|b", "c\nd")], ["q"])
    assert "| a\\|b | c d |" in sheet.markdown([])


@given(low=st.floats(-1e6, 1e6), extent=st.floats(1e-3, 1e6))
def test_ticks_are_few_round_and_on_the_axis(low: float, extent: float) -> None:
    axis = Axis(low, low + extent, 0, 100)
    assert 1 <= len(axis.ticks) <= 7
    assert all(0 <= axis.at(tick) <= 100 for tick in axis.ticks)
    assert axis.at(low) == 0
    assert axis.at(low - 1) == 0


def test_steps_are_one_two_or_five() -> None:
    assert [round_step(rough) for rough in (0.7, 1.0, 1.3, 4, 23)] == [1, 1, 2, 5, 50]
    with pytest.raises(ValueError, match="extent"):
        round_step(0)


def test_both_languages_name_every_kind_of_value() -> None:
    for language in LANGUAGES:
        with pytest.raises(SettingsError) as caught:
            parse_settings(Wish, ["size=0"])
        assert caught.value.remedy(language)
