"""NASA's files, read for real, and every way in which a folder of them can be wrong."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from studio_core.usecases.predictive_maintenance import Fleet, read_cmapss
from studio_messages import LANGUAGES, DataError


@pytest.fixture(scope="module")
def fd001(cmapss: Path) -> Fleet:
    return read_cmapss(cmapss, "FD001")


def test_fd001_is_what_nasa_published(fd001: Fleet) -> None:
    assert (len(fd001.train), len(fd001.test)) == (20631, 13096)
    assert (len(fd001.units("train")), len(fd001.units("test"))) == (100, 100)
    assert fd001.test_rul is not None
    assert fd001.test_rul.loc[1] == 112
    first = fd001.history(1, "train").iloc[0]
    assert (first["T24"], first["W32"]) == (641.82, 23.4190)
    assert not fd001.simulated


def test_fd002_has_all_its_engines(cmapss: Path) -> None:
    fleet = read_cmapss(cmapss, "FD002")
    assert (len(fleet.train), len(fleet.test), len(fleet.units("test"))) == (53759, 33991, 259)


def test_every_channel_is_described_in_both_languages(fd001: Fleet) -> None:
    for channel in fd001.channels:
        assert channel.describe("en") != channel.describe("de") or channel.name in {"mach", "BPR"}
        assert channel.describe("de") != channel.name


def test_the_check_report_counts_and_names_constant_sensors(fd001: Fleet) -> None:
    quality = fd001.quality()
    assert (quality.units, quality.failures, quality.censored, quality.gaps) == (100, 100, 0, 0)
    assert {"T2", "P2", "Nf_dmd"} <= set(quality.constant_sensors)
    assert "T24" not in quality.constant_sensors
    for language in LANGUAGES:
        assert all(finding.text(language) for finding in quality.findings)


def _folder(tmp_path: Path, **replaced: str | None) -> Path:
    row = " ".join(["{unit}", "{cycle}", *(["1.0"] * 24)])
    rows = "\n".join(row.format(unit=unit, cycle=cycle) for unit in (1, 2) for cycle in range(1, 9))
    files: dict[str, str | None] = {"train": rows, "test": rows, "RUL": "5\n6\n", **replaced}
    for part, content in files.items():
        if content is not None:
            (tmp_path / f"{part}_FD001.txt").write_text(content)
    return tmp_path


def test_a_small_folder_of_the_same_form_is_read(tmp_path: Path) -> None:
    assert len(read_cmapss(_folder(tmp_path), "FD001").train) == 16


@pytest.mark.parametrize(
    ("replaced", "key", "words"),
    [
        ({"RUL": None}, "cmapss-file-missing", ["RUL_FD001.txt", "train_FD001.txt"]),
        ({"RUL": "5\n"}, "rul-count", ["1 rows", "2 units"]),
        ({"RUL": "5\nsix\n"}, "cell-not-number", ["row 2", "column RUL", '"six"']),
        ({"RUL": ""}, "file-empty", ["RUL_FD001.txt"]),
        ({"train": "1 1 2 3\n"}, "row-width", ["row 1", "4 columns", "26"]),
        ({"train": " ".join(["1", "1.5", *["1"] * 24])}, "cell-not-whole", ["row 1", "column cycle"]),
        ({"train": " ".join(["1.5", "1", *["1"] * 24])}, "cell-not-whole", ["row 1", "column unit"]),
        ({"train": " ".join(["1", "1", *["1"] * 24])}, "unit-too-short", ["unit 1", "1 row"]),
    ],
)
def test_a_wrong_folder_gets_a_sentence(
    tmp_path: Path, replaced: dict[str, str | None], key: str, words: list[str]
) -> None:
    with pytest.raises(DataError) as caught:
        read_cmapss(_folder(tmp_path, **replaced), "FD001")
    assert caught.value.key == key
    for word in words:
        assert word in caught.value.message("en")
    assert caught.value.remedy("de")


def test_unknown_subset_missing_folder_unknown_unit(tmp_path: Path) -> None:
    for call, key in (
        (lambda: read_cmapss(tmp_path, "FD005"), "subset-unknown"),
        (lambda: read_cmapss(tmp_path / "none"), "folder-missing"),
        (lambda: read_cmapss(_folder(tmp_path)).history(77), "unit-unknown"),
    ):
        with pytest.raises(DataError) as caught:
            call()
        assert caught.value.key == key
        assert str(caught.value)


def test_gzip_files_are_found_beside_plain_ones(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    plain = folder / "train_FD001.txt"
    (folder / "train_FD001.txt.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert len(read_cmapss(folder).train) == 16
