"""Event tables: AI4I in every form it is found in, columns that give the answer away, and honest figures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from studio_core.runs.engine import Outcome
from studio_core.usecases import find_usecase
from studio_core.usecases.predictive_maintenance import Configuration
from studio_core.usecases.predictive_maintenance.classify import Classified, classify
from studio_core.usecases.predictive_maintenance.events import EventTable
from studio_core.usecases.predictive_maintenance.failure_model import FailureModel
from studio_core.usecases.predictive_maintenance.sources import read_source
from studio_messages import LANGUAGES, DataError, ModelError

MODES = ["TWF", "HDF", "PWF", "OSF", "RNF"]


@pytest.fixture(scope="module")
def ai4i(test_data: Path) -> pd.DataFrame:
    return pd.read_csv(test_data / "ai4i2020" / "ai4i2020.csv")


@pytest.fixture(scope="module")
def own() -> pd.DataFrame:
    """A small table of events: failures where it is hot and fast, on three machines."""
    generator = np.random.default_rng(0)
    table = pd.DataFrame(generator.normal(0, 1, (400, 3)), columns=["heat", "speed", "noise"])
    risk = table["heat"] + table["speed"] + 0.5 * generator.normal(0, 1, 400)
    table["line"] = generator.choice(["north", "south"], 400)
    table["machine"] = generator.integers(0, 12, 400).astype("float64")
    return table.assign(failed=np.where(risk > 1.6, "yes", "no"))


def _read(table: pd.DataFrame, folder: Path, **settings: str) -> EventTable:
    path = folder / "own.csv"
    path.write_text(table.to_csv(index=False))
    found = read_source(path, Configuration(**settings)).data
    assert isinstance(found, EventTable)
    return found


@pytest.fixture(scope="module")
def classified(own: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> tuple[EventTable, Classified]:
    table = _read(own, tmp_path_factory.mktemp("own"))
    return table, classify(table, "quick", seed=1)


@pytest.mark.parametrize("form", ["original", "tab", "uci", "underscores", "german", "parquet", "shuffled"])
def test_ai4i_is_known_in_every_form(ai4i: pd.DataFrame, tmp_path: Path, form: str) -> None:
    short = {name: name.partition(" [")[0] for name in ai4i.columns}
    tables = {
        "uci": ai4i.drop(columns=["UDI", "Product ID"]).rename(columns=short),
        "underscores": ai4i.rename(columns=lambda name: name.replace(" [", "_").replace("]", "").replace(" ", "_")),
        "shuffled": ai4i.sample(frac=1, random_state=0).sample(frac=1, axis=1, random_state=0),
    }
    table = tables.get(form, ai4i)
    path = tmp_path / ("own.parquet" if form == "parquet" else "own.csv")
    if form == "parquet":
        table.to_parquet(path)
    else:
        written = {"tab": {"sep": "\t"}, "german": {"sep": ";", "decimal": ","}}.get(form, {})
        path.write_text(table.to_csv(index=False, **written))
    found = read_source(path, Configuration()).data
    assert isinstance(found, EventTable)
    assert (found.name, found.origin_key, found.failures, len(found.target)) == ("AI4I 2020", "origin-ai4i", 339, 10000)
    assert sorted(found.rejected) == sorted(MODES)
    assert found.derived == ("temperature difference", "power", "strain")
    assert found.inputs.shape[1] == 9
    row = found.inputs.loc[2 if form != "parquet" else 1] if form != "shuffled" else None
    if row is not None:
        assert row["temperature difference"] == pytest.approx(308.6 - 298.1)
        assert row["power"] == pytest.approx(42.8 * 1551 * 2 * np.pi / 60 / 1000)


@pytest.mark.parametrize("column", MODES)
def test_a_mode_as_an_input_is_refused_with_the_reason(ai4i: pd.DataFrame, tmp_path: Path, column: str) -> None:
    with pytest.raises(DataError) as caught:
        _read(ai4i, tmp_path, sensors=f"Torque, {column}")
    assert caught.value.key == "target-leak"
    assert column in caught.value.message("en")
    assert "Sensoren" in caught.value.remedy("de")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("score", lambda failed, draw: failed + draw.normal(0, 0.05, len(failed))),
        ("repair code", lambda failed, draw: np.where(failed, draw.choice(["E7", "E9"], len(failed)), "")),
        ("stop", lambda failed, draw: (failed & (draw.random(len(failed)) < 0.5)).astype(int)),
        ("repair hours", lambda failed, draw: np.where(failed, draw.uniform(1, 9, len(failed)), np.nan)),
    ],
)
def test_any_column_that_gives_the_answer_away_is_no_input(
    own: pd.DataFrame, tmp_path: Path, name: str, values: object
) -> None:
    failed = (own["failed"] == "yes").to_numpy()
    found = _read(own.assign(**{name: values(failed, np.random.default_rng(0))}), tmp_path)
    assert found.rejected == (name,)
    assert not any(name in column for column in found.inputs)
    leak = next(finding for finding in found.findings if finding.key == "quality-leak")
    assert all(name in leak.text(language) for language in LANGUAGES)


def test_own_tables_get_flags_for_words_and_keep_honest_columns(own: pd.DataFrame, tmp_path: Path) -> None:
    found = _read(own, tmp_path)
    assert list(found.inputs) == ["heat", "speed", "noise", "line: north", "line: south", "machine"]
    assert (found.rejected, found.derived, found.origin_key) == ((), (), "origin-own")


def test_rows_of_one_machine_stay_together(own: pd.DataFrame, tmp_path: Path) -> None:
    found = _read(own, tmp_path, unit="machine")
    assert "machine" not in found.inputs
    assert found.groups is not None
    assert classify(found, "quick").metrics["average_precision"] > 0.5


@pytest.mark.parametrize(
    ("spoil", "key", "words"),
    [
        (lambda t: t.assign(failed=t["failed"].mask(t.index == 3, "perhaps")), "target-unclear", ["row 4", "perhaps"]),
        (lambda t: t.assign(failed=t["failed"].mask(t.index == 3)), "cell-empty", ["row 4", "column failed"]),
        (lambda t: t[t["failed"] == "no"], "too-few-events", ["0 failures"]),
        (lambda t: t[["failed"]], "no-sensors", ["failed"]),
        (lambda t: t.assign(heat=t["heat"].mask(t.index == 3, np.inf)), "cell-not-number", ["row 4", "heat", "inf"]),
        (lambda t: t.assign(heat=t["heat"].mask(t.index == 3, 1e300)), "cell-not-number", ["row 4", "1e+300"]),
    ],
)
def test_a_target_that_says_nothing_is_refused(own: pd.DataFrame, tmp_path: Path, spoil, key, words) -> None:
    (tmp_path / "own").mkdir()
    spoil(own).to_parquet(tmp_path / "own" / "own.parquet")
    with pytest.raises(DataError) as caught:
        read_source(tmp_path / "own", Configuration(target="failed"))
    assert caught.value.key == key
    assert all(word in caught.value.message("en") for word in words)
    assert caught.value.remedy("de")


def test_figures_are_better_than_baselines_and_add_up(classified: tuple[EventTable, Classified]) -> None:
    table, found = classified
    metrics = found.metrics
    assert metrics["average_precision"] > 0.75 > metrics["baselines"]["dummy"]["average_precision"]
    assert metrics["average_precision_low"] < metrics["average_precision"] < metrics["average_precision_high"]
    assert sum(metrics["confusion"].values()) == len(table.target) == sum(b["rows"] for b in metrics["calibration"])
    assert metrics["importance"]["heat"] > 0.1 > metrics["importance"]["noise"]
    assert metrics["brier"] < metrics["baselines"]["dummy"]["brier"]
    assert abs(found.probability.mean() - table.target.mean()) < 0.03


def test_the_same_seed_gives_the_same_figures(classified: tuple[EventTable, Classified]) -> None:
    table, found = classified
    again = classify(table, "quick", seed=1).metrics
    assert {**again, "train_seconds": 0} == {**found.metrics, "train_seconds": 0}


def test_noise_is_not_sold_as_knowledge(own: pd.DataFrame, tmp_path: Path) -> None:
    table = _read(own[["noise", "line", "failed"]], tmp_path)
    metrics = classify(table, "quick").metrics
    assert metrics["average_precision"] < table.target.mean() + 0.1


def test_a_saved_model_says_the_same(classified: tuple[EventTable, Classified], tmp_path: Path) -> None:
    table, found = classified
    found.model.save(tmp_path)
    predicted = FailureModel.load(tmp_path).predict(table.inputs)
    pd.testing.assert_frame_equal(predicted, found.model.predict(table.inputs))
    with pytest.raises(ModelError) as caught:
        FailureModel.load(tmp_path).predict(table.inputs.drop(columns="heat"))
    assert caught.value.key == "model-lacks-channel"
    (tmp_path / "forest.skops").write_bytes(b"no forest")
    with pytest.raises(ModelError):
        FailureModel.load(tmp_path)


def test_the_whole_run_by_name(own: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(own.to_csv(index=False))
    engine = find_usecase("predictive-maintenance").load_engine()
    outcome = engine.execute(Configuration(budget="quick"), [path], None, None)
    assert isinstance(outcome, Outcome)
    assert {"row", "probability", "alarm", "failed"} == set(outcome.predictions)
    assert outcome.predictions["probability"].is_monotonic_decreasing
    assert len(outcome.summary) > 8
