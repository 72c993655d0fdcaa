"""Own run-to-failure tables: what is understood, what is done about gaps, and what is refused with row and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio_core.data.histories import Histories, make_histories
from studio_core.data.mapping import propose
from studio_core.data.tables import Table
from studio_core.usecases.predictive_maintenance import Configuration, Fleet
from studio_core.usecases.predictive_maintenance.own import make_fleet
from studio_core.usecases.predictive_maintenance.sources import read_source
from studio_messages import LANGUAGES, DataError


def _own(units: int = 30, rows: int = 20, seed: int = 0) -> pd.DataFrame:
    """Return a table as a company would have it: pumps of different lives, two sensors, a setting, an end reason."""
    generator = np.random.default_rng(seed)
    parts = []
    for unit in range(units):
        life = rows + int(generator.integers(0, 8))
        wear = np.linspace(0, 1, life)
        part = pd.DataFrame({"Pump": f"P{unit:02d}", "Hours": np.arange(1, life + 1)})
        part["Pressure [bar]"] = 6 - wear + generator.normal(0, 0.1, life)
        part["Vibration"] = wear**2 + generator.normal(0, 0.1, life)
        part["Speed"] = generator.choice([1000, 1500], life)
        part["End"] = ["", *[""] * (life - 2), "failure"]
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


def _histories(frame: pd.DataFrame, **given: str) -> Histories:
    texts = frame.apply(lambda column: column if column.dtype.kind in "fM" else column.mask(column.eq(""), None))
    numbers = texts.apply(lambda column: column.astype("float64") if column.dtype.kind in "iu" else column)
    numbers.index = pd.RangeIndex(2, len(frame) + 2)
    table = Table(numbers, "own.csv")
    return make_histories(table, propose(table, given))


def _complaint(frame: pd.DataFrame, **given: str) -> DataError:
    with pytest.raises(DataError) as caught:
        _histories(frame, **given)
    for language in LANGUAGES:
        assert caught.value.message(language)
        assert caught.value.remedy(language)
    return caught.value


def test_parts_are_guessed_and_said() -> None:
    found = _histories(_own(), settings="Speed")
    assert (found.sensors, found.settings) == (("Pressure [bar]", "Vibration"), ("Speed",))
    assert found.ends["failed"].all()
    assert [note.key for note in found.notes] == ["note-guessed-unit", "note-guessed-time", "note-guessed-end"]
    assert all(note.text(language) for note in found.notes for language in LANGUAGES)


def test_names_may_differ_in_capitals_and_unit() -> None:
    found = _histories(_own(), unit="pump", time="HOURS", sensors="pressure, vibration")
    assert found.sensors == ("Pressure [bar]", "Vibration")


@pytest.mark.parametrize(
    ("word", "failed", "mode", "in_service"),
    [
        ("failure", True, "", False),
        ("Ausfall", True, "", False),
        ("1", True, "", False),
        ("Lagerschaden", True, "Lagerschaden", False),
        ("censored", False, "", False),
        ("ausgebaut", False, "", False),
        ("0", False, "", False),
        ("", False, "", False),
        ("running", False, "", True),
        ("in Betrieb", False, "", True),
        ("läuft", False, "", True),
    ],
)
def test_words_for_the_end(word: str, failed: bool, mode: str, in_service: bool) -> None:
    table = _own()
    table.loc[table["Pump"] == "P01", "End"] = word
    end = _histories(table).ends.loc["P01"]
    assert (end["failed"], end["mode"], end["in_service"]) == (failed, mode, in_service)


def test_without_a_reason_all_count_as_failed_and_that_is_said() -> None:
    found = _histories(_own().drop(columns="End"))
    assert found.ends["failed"].all()
    assert "note-all-failed" in [note.key for note in found.notes]


def test_rows_may_come_in_any_order() -> None:
    mixed = _own().sample(frac=1, random_state=1)
    one, other = _histories(_own()), _histories(mixed)
    by_unit = other.rows.sort_values(["unit", "cycle"], ignore_index=True)
    pd.testing.assert_frame_equal(one.rows, by_unit)
    assert other.ends.loc[one.ends.index].equals(one.ends)


def test_gaps_in_readings_are_filled_from_the_unit_itself() -> None:
    table = _own()
    table.loc[[3, 4], "Vibration"] = np.nan
    table.loc[0, "Vibration"] = np.nan
    found = _histories(table)
    readings = found.rows["Vibration"].tolist()
    assert readings[3] == readings[4] == table["Vibration"][2]
    assert readings[0] == table["Vibration"][1]
    assert ("note-filled", 3) in [(note.key, note.values.get("cells")) for note in found.notes]


def test_an_empty_sensor_is_left_out_and_said() -> None:
    found = _histories(_own().assign(Heat=np.nan, Flow=np.where(np.arange(len(_own())) % 3, np.nan, 1.0)))
    assert found.sensors == ("Pressure [bar]", "Vibration", "Speed")
    assert {"note-left-out", "note-empty-sensors"} <= {note.key for note in found.notes}


@pytest.mark.parametrize("written", ["iso", "german", "american", "datetime"])
def test_dates_become_cycles(written: str) -> None:
    table = _own()
    start = pd.Timestamp("2024-01-15 06:00")
    stamps = start + pd.to_timedelta(table["Hours"] * 8, unit="h") + pd.to_timedelta(table.index % 3, unit="min")
    forms = {"iso": "%Y-%m-%dT%H:%M:%S", "german": "%d.%m.%Y %H:%M", "american": "%m/%d/%Y %H:%M"}
    table["Hours"] = stamps.dt.strftime(forms[written]) if written in forms else stamps
    found = _histories(table, time="Hours")
    first = found.rows[found.rows["unit"] == "P00"]["cycle"].tolist()
    assert first[:4] == [1, 9, 17, 25]
    assert [note.values["step"] for note in found.notes if note.key == "note-dates"] == ["hour"]


def test_fractions_of_time_are_counted_in_their_usual_step() -> None:
    found = _histories(_own().assign(Hours=lambda table: table["Hours"] * 0.25))
    assert found.rows["cycle"].tolist()[:4] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("spoil", "given", "key", "words"),
    [
        (lambda t: t.assign(Hours=t["Hours"].mask(t.index == 5)), {}, "cell-empty", ["row 7", "column Hours"]),
        (lambda t: t.assign(Pump=t["Pump"].mask(t.index == 5)), {}, "cell-empty", ["row 7", "column Pump"]),
        (lambda t: t.assign(Hours=t["Hours"] - 3), {}, "cell-not-whole", ["row 2", '"-2.0"']),
        (lambda t: t.assign(Hours=t["Hours"].replace(2, 1)), {}, "cycle-twice", ["row 3", "cycle 1", "unit P00"]),
        (lambda t: t.assign(Hours="soon"), {"time": "Hours"}, "time-unclear", ["row 2", '"soon"']),
        (lambda t: t.assign(Hours="03/04/2024"), {"time": "Hours"}, "date-unclear", ["row 2", "03/04/2024"]),
        (lambda t: t.assign(Vibration="hot"), {"sensors": "Vibration"}, "cell-not-number", ["row 2", '"hot"']),
        (lambda t: t, {"sensors": "Noise"}, "column-missing", ['"Noise"', "Pump"]),
        (lambda t: t, {"unit": "Pump", "sensors": "Pump"}, "column-two-parts", ['"Pump"']),
        (lambda t: t.assign(RUL=1.0 + t.index), {"sensors": "RUL,Vibration"}, "life-leak", ["column RUL"]),
        (lambda t: t[["Speed", "Vibration"]], {}, "table-unclear", ["Speed, Vibration"]),
        (lambda t: t.assign(Vibration=np.inf), {}, "cell-not-number", ["row 2", "column Vibration"]),
    ],
)
def test_what_would_change_the_meaning_is_refused(
    spoil: Callable[[pd.DataFrame], pd.DataFrame], given: dict[str, str], key: str, words: list[str]
) -> None:
    error = _complaint(spoil(_own()), **given)
    assert error.key == key
    for word in words:
        assert word in error.message("en")


def test_what_gives_the_remaining_life_away_is_left_out() -> None:
    table = _own()
    life = table.groupby("Pump")["Hours"].transform("max")
    table["cheat"] = 3.0 * (life - table["Hours"]) + 7
    table["flag"] = (table["Hours"] == life).astype("float64")
    found = _histories(table)
    assert found.sensors == ("Pressure [bar]", "Vibration", "Speed")
    assert [note.values["names"] for note in found.notes if note.key == "note-life-leak"] == ["cheat, flag"]


def _fleet(frame: pd.DataFrame) -> Fleet:
    return make_fleet(_histories(frame), "own.csv")


def test_units_in_service_are_asked_for_and_the_others_teach() -> None:
    table = _own()
    table.loc[table["Pump"].isin(["P01", "P02"]), "End"] = "running"
    fleet = _fleet(table)
    assert fleet.units("test") == ["P01", "P02"]
    assert (len(fleet.units("train")), fleet.test_rul) == (28, None)


def test_without_units_in_service_some_are_set_aside_to_judge() -> None:
    fleet = _fleet(_own())
    assert fleet.test_rul is not None
    assert (len(fleet.units("train")), len(fleet.test_rul)) == (24, 6)
    lives = _own().groupby("Pump")["Hours"].max()
    for unit in fleet.units("test"):
        assert fleet.history(unit)["cycle"].iloc[-1] + fleet.test_rul[unit] == lives[unit]


def test_short_units_are_named_and_left_out_and_constant_sensors_said() -> None:
    table = pd.concat([_own().assign(Flat=1.0), _own().iloc[:1].assign(Pump="one", End="failure", Flat=1.0)])
    quality = _fleet(table).quality()
    said = " ".join(finding.text("en") for finding in quality.findings)
    assert "1 unit has fewer than 5 rows and is left out: one." in said
    assert quality.constant_sensors == ("Flat",)


def test_units_that_never_fail_are_too_little_to_learn_from() -> None:
    with pytest.raises(DataError) as caught:
        _fleet(_own().assign(End="running"))
    assert caught.value.key == "too-few-failures"


@pytest.mark.parametrize("name", ["own.csv", "own.parquet", "own.xlsx"])
def test_a_file_becomes_a_fleet(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith("csv"):
        path.write_text(_own().to_csv(index=False, sep=";", decimal=","))
    elif name.endswith("parquet"):
        _own().to_parquet(path)
    else:
        _own().to_excel(path, index=False)
    source = read_source(path, Configuration(settings="Speed"))
    assert isinstance(source.data, Fleet)
    assert len(source.data.units("train")) == 24
    assert source.fingerprint["files"][0]["name"] == name
    assert name in source.data.origin("de")
    assert source.data.channel("Pressure [bar]").unit == "bar"


_CELL = st.sampled_from(
    ["", "1", "2", "3.5", "x", "-1", "failure", "2024-01-01", "31.12.2024", "1/2/2024", "1e300", "NA"]
)


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.tuples(_CELL, _CELL, _CELL, _CELL), min_size=1, max_size=12),
    times=st.sampled_from([1, 30]),
    header=st.sampled_from(["unit;time;heat;end", "heat;type;note;failure", "a;b;c;d"]),
)
@pytest.mark.parametrize("given_parts", [{}, {"unit": "unit", "time": "time"}, {"target": "failure"}])
def test_any_table_ends_in_data_or_a_sentence(
    given_parts: dict[str, str], rows: list[tuple[str, ...]], times: int, header: str
) -> None:
    import tempfile  # noqa: PLC0415 - a folder of its own for each example

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.csv"
        path.write_text("\n".join([header, *(";".join(row) for row in rows * times)]))
        try:
            source = read_source(path, Configuration(**given_parts))
        except DataError as error:
            said = str(error)
        else:
            said = repr(source)
    assert said
