"""The run folder, as the command line leaves it: the contract that scripts and other rooms are written against."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from studio_core.governance.audit import first_broken_line
from studio_core.usecases.predictive_maintenance import load_result, simulate_fleet

AI_STUDIO = str(Path(sys.executable).with_name("ai-studio"))
SETTINGS = ["--set", "budget=quick", "--set", "units=40", "--set", "test_units=12", "--seed", "5"]


def ai_studio(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [AI_STUDIO, *map(str, arguments)]
    environment = {**os.environ, "AI_STUDIO_LANG": "en"}
    return subprocess.run(command, check=False, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("runs") / "run"
    return folder, ai_studio("run", "predictive-maintenance", *SETTINGS, "--out", folder, "--json", cwd=folder.parent)


def test_json_is_one_object_and_progress_goes_elsewhere(done: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, finished = done
    assert finished.returncode == 0, finished.stderr
    printed = json.loads(finished.stdout)
    metrics = json.loads((folder / "metrics.json").read_text())
    assert printed == {"usecase": "predictive-maintenance", "run_folder": str(folder), **metrics}
    wanted = {"rmse", "nasa_score", "rmse_uncapped", "coverage_90", "width_90", "train_seconds", "baselines"}
    wanted |= {"decision", "saving_vs_age_replacement"}
    assert wanted <= set(metrics)
    assert {"ridge", "gradient_boosting"} == set(metrics["baselines"])
    assert "Training the networks" in finished.stderr


def test_the_folder_holds_what_the_design_says(done: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, _ = done
    assert sorted(path.name for path in folder.iterdir()) == [
        "audit.jsonl",
        "data_sheet.md",
        "metrics.json",
        "model",
        "model_card.md",
        "predictions.parquet",
        "report.html",
        "run.json",
    ]
    record = json.loads((folder / "run.json").read_text())
    assert record["seed"] == 5
    assert record["configuration"]["units"] == 40
    assert record["duration_s"] > 0
    assert record["device"]
    assert record["data"]["simulated"] is True
    assert re.fullmatch("[0-9a-f]{64}", record["data"]["sha256"])
    assert {"python", "torch", "scikit-learn", "ai-studio"} <= set(record["packages"])
    predictions = pd.read_parquet(folder / "predictions.parquet")
    assert {"unit", "cycle", "rul", "low", "high", "spread", "true_rul"} == set(predictions.columns)
    assert len(predictions) == 12
    assert {path.suffix for path in (folder / "model").iterdir()} == {".json", ".safetensors", ".skops", ".parquet"}
    assert first_broken_line(folder / "audit.jsonl") is None
    assert "simulated" in (folder / "model_card.md").read_text().lower()
    assert "simulated" in (folder / "data_sheet.md").read_text().lower()


def test_the_report_is_one_file_in_both_languages_that_asks_nobody(
    done: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    page = (done[0] / "report.html").read_text()
    assert not re.search(r"""(src|href)\s*=|https?://|url\(|@import|<script|<link""", page)
    assert "Simulated data" in page
    assert "Simulierte Daten" in page
    assert page.count("<svg") == 6
    assert len(page) < 300_000


def test_the_folder_can_be_moved_and_opened_and_reported_again(
    done: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    moved = tmp_path / "elsewhere" / "renamed"
    shutil.copytree(done[0], moved)
    for file in moved.rglob("*"):
        if file.is_file() and file.suffix in {".json", ".md", ".html", ".jsonl"}:
            assert str(done[0].parent) not in file.read_text(), file.name
    fleet = simulate_fleet(40, 12, seed=5)
    predicted = load_result(moved, fleet).predict()
    written = pd.read_parquet(moved / "predictions.parquet")
    pd.testing.assert_frame_equal(predicted, written[predicted.columns.tolist()])
    (moved / "report.html").unlink()
    again = ai_studio("report", moved, cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert (moved / "report.html").read_text() == (done[0] / "report.html").read_text()
    assert first_broken_line(moved / "audit.jsonl") is None


def test_the_same_command_gives_the_same_figures(
    done: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    again = ai_studio("run", "predictive-maintenance", *SETTINGS, "--out", tmp_path / "run", "--json", cwd=tmp_path)
    first, second = json.loads(done[1].stdout), json.loads(again.stdout)
    for changing in ("run_folder", "train_seconds"):
        del first[changing], second[changing]
    assert first == second


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["run", "nope"], 2, "predictive-maintenance"),
        (["run", "predictive-maintenance", "--set", "budget=huge"], 2, "quick, full"),
        (["run", "predictive-maintenance", "--set", "colour=red"], 2, "budget"),
        (["run", "predictive-maintenance", "--set", "units=50", "--data", "."], 2, "simulated fleet"),
        (["run", "predictive-maintenance", "--set", "subset=FD001"], 2, "--data"),
        (["run", "predictive-maintenance", "--data", ".", "--data", "."], 2, "once"),
        (["run", "predictive-maintenance", "--data", "nowhere"], 1, "nothing at nowhere"),
        (["run", "predictive-maintenance", "--data", "."], 1, "train_FD001.txt"),
        (["run", "predictive-maintenance", "--set", "censored=0.8", "--set", "units=40"], 1, "8 failures found"),
        (["run", "predictive-maintenance", "--out", "/"], 2, "--out"),
        (["report", "."], 2, "run.json"),
        (["report"], 2, "RUN_DIR"),
    ],
)
def test_a_wrong_call_gets_a_sentence_and_its_status(
    arguments: list[str], status: int, words: str, tmp_path: Path
) -> None:
    refused = ai_studio(*arguments, cwd=tmp_path)
    assert refused.returncode == status, refused.stderr
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert list(tmp_path.rglob("*.partial")) == []


def test_interrupting_leaves_nothing_behind_and_status_1(tmp_path: Path) -> None:
    command = [AI_STUDIO, "run", "predictive-maintenance", "--out", "run"]
    working = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    assert working.stderr is not None
    seen = ""
    started = time.monotonic()
    while "networks" not in seen and time.monotonic() - started < 60:
        seen += working.stderr.readline()
    working.send_signal(signal.SIGINT)
    rest = working.communicate(timeout=30)[1]
    assert working.returncode == 1
    assert "Traceback" not in rest
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_run_goes_on_to_the_same_figures(
    done: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path, signal_sent: signal.Signals
) -> None:
    command = [AI_STUDIO, "run", "predictive-maintenance", *SETTINGS, "--out", "run", "--json"]
    working = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    unfinished = tmp_path / ".run.unfinished"
    started = time.monotonic()
    while not (kept := list(unfinished.glob("stage-trees-*.safetensors"))) and time.monotonic() - started < 60:
        time.sleep(0.005)
    working.send_signal(signal_sent)
    assert working.wait(30) == -signal_sent
    assert kept
    before = {file: file.stat().st_mtime_ns for file in unfinished.glob("*.safetensors")}
    assert {"stage-network-0.safetensors"} <= {file.name for file in before}

    busy = ai_studio(*command[1:], cwd=tmp_path)
    first, second = json.loads(done[1].stdout), json.loads(busy.stdout)
    for changing in ("run_folder", "train_seconds"):
        del first[changing], second[changing]
    assert first == second
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
