"""Files from others: whatever is in them, a sentence with file, row, column and remedy comes out, or a table."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio_core.data.reading import read_numbers, read_text, shorten
from studio_messages import LANGUAGES, DataError

COLUMNS = ["unit", "cycle", "T24"]


def _complaint(path: Path, **limits: int) -> DataError:
    with pytest.raises(DataError) as caught:
        read_numbers(path, COLUMNS, **limits)
    for language in LANGUAGES:
        assert caught.value.message(language)
        assert caught.value.remedy(language)
    return caught.value


def test_plain_and_gzip_give_the_same_table(tmp_path: Path) -> None:
    text = "1 1 641.8 \n1 2 642.1\n\n2 1 -3e1\n"
    (tmp_path / "plain.txt").write_text(text)
    (tmp_path / "packed.txt.gz").write_bytes(gzip.compress(text.encode()))
    plain = read_numbers(tmp_path / "plain.txt", COLUMNS)
    assert plain.equals(read_numbers(tmp_path / "packed.txt.gz", COLUMNS))
    assert plain["T24"].tolist() == [641.8, 642.1, -30.0]


def test_a_text_in_a_number_column_is_named_with_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("1 1 641.8\n1 2 warm\n")
    error = _complaint(path)
    assert error.message("en") == 'train.txt, row 2, column T24: "warm" is not a number.'
    assert error.message("de") == "train.txt, Zeile 2, Spalte T24: „warm“ ist keine Zahl."


@pytest.mark.parametrize("value", ["nan", "inf", "1_000", "641,8", "--"])
def test_what_only_resembles_a_number_is_refused(tmp_path: Path, value: str) -> None:
    path = tmp_path / "train.txt"
    path.write_text(f"1 1 641.8\n1 2 {value}\n")
    error = _complaint(path)
    assert error.key == "cell-not-number"
    assert error.values["row"] == 2
    assert error.values["value"] == value


@pytest.mark.parametrize(("line", "found"), [("1 2", 2), ("1 2 3 4", 4)])
def test_a_row_of_another_width_is_named(tmp_path: Path, line: str, found: int) -> None:
    path = tmp_path / "train.txt"
    path.write_text(f"1 1 641.8\n{line}\n1 3 5.0\n")
    error = _complaint(path)
    assert error.key == "row-width"
    assert (error.values["row"], error.values["found"], error.values["expected"]) == (2, found, 3)


def test_every_row_too_wide_is_a_wrong_file(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("1 1 641.8 7\n1 2 641.8 7\n")
    assert _complaint(path).key == "row-width"


@pytest.mark.parametrize("content", [b"", b" \n\n", gzip.compress(b""), gzip.compress(b"\n")])
def test_an_empty_file_is_named_as_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "train.txt"
    path.write_bytes(content)
    assert _complaint(path).key == "file-empty"


def test_gz_without_gzip_and_gzip_cut_short(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_text("1 1 641.8\n")
    assert _complaint(tmp_path / "a.txt.gz").key == "file-not-gzip"
    packed = gzip.compress(b"1 1 641.8\n" * 1000)
    (tmp_path / "b.txt.gz").write_bytes(packed[: len(packed) // 2])
    assert _complaint(tmp_path / "b.txt.gz").key == "file-damaged"
    damaged = bytearray(packed)
    damaged[20] ^= 0xFF
    (tmp_path / "c.txt.gz").write_bytes(bytes(damaged))
    assert _complaint(tmp_path / "c.txt.gz").key in {"file-damaged", "cell-not-number", "row-width", "file-not-text"}


def test_size_is_checked_before_and_while_unpacking(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"1 1 1\n" * 1000)
    assert _complaint(tmp_path / "big.txt", largest=100).key == "file-too-large"
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(b"0" * 5_000_000))
    assert bomb.stat().st_size < 100_000
    assert _complaint(bomb, largest=100_000).key == "file-too-large"


def test_missing_file_folder_and_binary(tmp_path: Path) -> None:
    assert _complaint(tmp_path / "none.txt").key == "file-missing"
    assert _complaint(tmp_path).key == "file-unreadable"
    (tmp_path / "photo.txt").write_bytes(b"1 1 1\n\xff\xd8\xff\n")
    error = _complaint(tmp_path / "photo.txt")
    assert (error.key, error.values["row"]) == ("file-not-text", 2)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=200) | st.text(st.sampled_from("0123456789.-eE \n\t\"'x,;_"), max_size=120))
def test_whatever_a_file_holds_the_answer_is_a_table_or_a_sentence(tmp_path: Path, content: bytes | str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        table = read_numbers(path, COLUMNS)
    except DataError as error:
        sentence = str(error)
    else:
        sentence = "read"
        assert list(table.columns) == COLUMNS
        assert table.notna().all().all()
        assert len(table) == sum(bool(line.split()) for line in read_text(path).splitlines())
    assert sentence


def test_a_long_or_unprintable_value_is_shown_short() -> None:
    assert shorten("a\x1b[31mb") == "a·[31mb"
    assert len(shorten("x" * 100)) == 30
