"""Tables in every writing that people use, and every file that is none."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio_core.data.tables import read_table
from studio_messages import LANGUAGES, DataError

PLAIN = "unit,time,heat\nA,1,641.5\nA,2,642.25\nB,1,1641\n"


def _write(folder: Path, content: str | bytes, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _complaint(path: Path, **limits: int) -> DataError:
    with pytest.raises(DataError) as caught:
        read_table(path, **limits)
    for language in LANGUAGES:
        assert caught.value.message(language)
        assert caught.value.remedy(language)
    return caught.value


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (PLAIN, []),
        (PLAIN.replace(",", "\t"), ["note-separator"]),
        ("\ufeff" + PLAIN.replace(",", ";"), ["note-separator"]),
        (PLAIN.replace(",", ";").replace(".", ","), ["note-separator", "note-decimal-comma"]),
        ("unit;time;heat\nA;1;641,5\nA;2;642,25\nB;1;1.641\n", ["note-separator", "note-decimal-comma"]),
        ('unit,time,heat\nA,1,641.5\nA,2,642.25\n\nB,1,"1,641"\n', []),
        ("unit|time|heat\r\nA|1|641.5\r\nA|2|642.25\r\nB|1|1 641\r\n", ["note-separator"]),
        (PLAIN.encode("utf-16"), []),
        (gzip.compress(PLAIN.encode()), []),
        (PLAIN.replace("B", "\u00c4").encode("cp1252"), ["note-encoding"]),
    ],
)
def test_one_table_in_many_writings(tmp_path: Path, content: str | bytes, notes: list[str]) -> None:
    table = read_table(_write(tmp_path, content))
    assert table.frame["heat"].tolist() == [641.5, 642.25, 1641.0]
    assert table.frame["unit"].tolist()[:2] == ["A", "A"]
    assert [note.key for note in table.notes] == notes
    assert all(note.text(language) for note in table.notes for language in LANGUAGES)


def test_three_decimals_are_decimals_where_one_of_them_begins_with_zero(tmp_path: Path) -> None:
    table = read_table(_write(tmp_path, "a;b\n1,164;0,5\n0,893;12,5\n-0,250;3\n"))
    assert table.frame["a"].tolist() == [1.164, 0.893, -0.25]


def test_parquet_and_excel_give_the_same_columns(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"unit": ["A", "B"], "time": [1, 2], "heat": [1.5, np.nan], "when": pd.to_datetime("2024-05-01")}
    )
    frame.to_parquet(tmp_path / "own.parquet")
    frame.to_excel(tmp_path / "own.xlsx", index=False)
    one, other = (read_table(tmp_path / name).frame for name in ("own.parquet", "own.xlsx"))
    for table in (one, other):
        assert table["unit"].tolist() == ["A", "B"]
        assert table["time"].tolist() == [1.0, 2.0]
        assert np.isnan(table["heat"].iloc[1])
        assert table["when"].dtype.kind == "M"


def test_empty_cells_have_many_names_and_text_stays_text(tmp_path: Path) -> None:
    table = read_table(_write(tmp_path, "heat,note\n1.5,ok\nNA,\n-,n/a\n,x\n")).frame
    assert table["heat"].isna().tolist() == [False, True, True, True]
    assert table["note"].isna().tolist() == [False, True, True, False]


@pytest.mark.parametrize(
    ("content", "key", "words"),
    [
        ("a,b\n1,2\n1,2,3\n", "row-width", ["row 3", "3 columns", "2 are expected"]),
        ("a;b\n1,5;2\n1.5;2\n", "decimal-mixed", ["row 3", "column a", '"1.5"']),
        ("a;b\n1,5;2.5\n", "decimal-mixed", ["row 2", "column b", '"2.5"']),
        ("a;b\n1,234;2\n", "decimal-unclear", ["row 2", "column a", '"1,234"']),
        ("a,a\n1,2\n", "column-twice", ['"a"']),
        ("1,2\n3,4\n", "header-missing", ["1, 2"]),
        ("a,b\n", "file-empty", ["own.csv"]),
        ("  \n", "file-empty", ["own.csv"]),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "file-not-table", ["own.csv"]),
        (",".join(f"c{number}" for number in range(3000)), "too-many-columns", ["3,000"]),
    ],
)
def test_what_cannot_be_understood_is_named(tmp_path: Path, content: str | bytes, key: str, words: list[str]) -> None:
    error = _complaint(_write(tmp_path, content))
    assert error.key == key
    for word in words:
        assert word in error.message("en")


def test_a_row_keeps_its_number_in_the_file(tmp_path: Path) -> None:
    table = read_table(_write(tmp_path, '\nunit,note\n\nA,"two\nlines"\nB,x\n')).frame
    assert table.index.tolist() == [4, 6]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(5 * 1024**3)
    assert _complaint(path).key == "file-too-large"
    assert "Parquet" in _complaint(path).remedy("en")


@pytest.mark.parametrize("name", ["own.parquet", "own.xlsx", "own.xls", "own.csv.gz"])
def test_an_ending_that_lies(tmp_path: Path, name: str) -> None:
    assert _complaint(_write(tmp_path, PLAIN, name)).key in {"file-damaged", "file-not-gzip"}
    assert _complaint(tmp_path / f"none-{name}").key == "file-missing"
    assert _complaint(_write(tmp_path, b"\xd0\xcf\x11\xe0", "old.xls")).key == "excel-old"


_CELLS = st.text(st.sampled_from("0123456789.,;-+eE \t\n\"'|aÄ\x00\x1f\u0661"), max_size=160)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=300) | _CELLS.map(str.encode) | _CELLS.map(lambda text: b"a,b\n" + text.encode()))
@pytest.mark.parametrize("name", ["any.csv", "any.parquet", "any.xlsx"])
def test_any_bytes_end_in_a_table_or_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = _write(tmp_path, content, name)
    try:
        table = read_table(path)
    except DataError as error:
        said = str(error)
    else:
        said = "read"
        assert len(table.frame) > 0
        assert {column.dtype.kind for _, column in table.frame.items()} <= set("fOM")
    assert said


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    values=st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 2)), min_size=2, max_size=12),
    separator=st.sampled_from([";", "\t", "|"]),
    german=st.booleans(),
)
def test_what_was_written_is_what_is_read(tmp_path: Path, values: list[float], separator: str, german: bool) -> None:
    cells = [f"{value:,.2f}" for value in values]
    if german:
        cells = [cell.translate(str.maketrans(",.", ".,")) for cell in cells]
    table = read_table(_write(tmp_path, "\n".join([f"name{separator}x", *(f"n{separator}{cell}" for cell in cells)])))
    assert table.frame["x"].tolist() == values
