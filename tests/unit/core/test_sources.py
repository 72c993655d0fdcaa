"""What a path may be: a folder, an archive or a file, of any of the kinds; and what is none of them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from studio_core.data.archives import unpacked
from studio_core.usecases.predictive_maintenance import Configuration, Fleet
from studio_core.usecases.predictive_maintenance.events import EventTable
from studio_core.usecases.predictive_maintenance.sources import read_source
from studio_messages import LANGUAGES, DataError, SettingsError

ROW = " ".join(["{unit}", "{cycle}", *(["1.0"] * 24)])
ROWS = "\n".join(ROW.format(unit=unit, cycle=cycle) for unit in (1, 2) for cycle in range(1, 9))


def _cmapss(subset: str) -> dict[str, bytes]:
    return {f"train_{subset}.txt": ROWS.encode(), f"test_{subset}.txt": ROWS.encode(), f"RUL_{subset}.txt": b"5\n6\n"}


def _folder(path: Path, files: dict[str, bytes]) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (path / name).write_bytes(content)
    return path


def _zip(path: Path, files: dict[str, bytes], inside: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(inside + name, content)
    return path


def _tar(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as packed:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"data/{name}")
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))
    return path


def _fleet(path: Path, **settings: str) -> Fleet:
    found = read_source(path, Configuration(**settings)).data
    assert isinstance(found, Fleet)
    return found


@pytest.mark.parametrize("subset", ["FD001", "FD002", "FD003", "FD004"])
@pytest.mark.parametrize("form", ["folder", "inside", "zip", "nested", "tar", "zip in folder", "file"])
def test_cmapss_in_every_wrapping(tmp_path: Path, subset: str, form: str) -> None:
    files = _cmapss(subset)
    path = {
        "folder": lambda: _folder(tmp_path / "c", files),
        "inside": lambda: _folder(tmp_path / "c" / "CMAPSSData", files).parent,
        "zip": lambda: _zip(tmp_path / "c.zip", files),
        "nested": lambda: _zip(tmp_path / "c.zip", {"readme.txt": b"x", **files}, "6. Turbofan/CMAPSSData/"),
        "tar": lambda: _tar(tmp_path / "c.tar.gz", files),
        "zip in folder": lambda: _zip(_folder(tmp_path / "c", {}) / "CMAPSSData.zip", files).parent,
        "file": lambda: _folder(tmp_path / "c", files) / f"train_{subset}.txt",
    }[form]()
    # Only one subset is there, so nobody needs to name it.
    fleet = _fleet(path)
    assert fleet.name == f"C-MAPSS {subset}"
    assert len(fleet.train) == 16


def test_of_several_subsets_the_named_one_is_read(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "c", _cmapss("FD002") | _cmapss("FD003"))
    assert _fleet(folder).name == "C-MAPSS FD002"
    assert _fleet(folder, subset="FD003").name == "C-MAPSS FD003"
    with pytest.raises(DataError) as caught:
        _fleet(folder, subset="FD001")
    assert caught.value.key == "cmapss-file-missing"


def test_ai4i_as_the_archive_that_uci_offers(test_data: Path, tmp_path: Path) -> None:
    content = (test_data / "ai4i2020" / "ai4i2020.csv").read_bytes()
    found = read_source(_zip(tmp_path / "ai4i+2020.zip", {"ai4i2020.csv": content}), Configuration())
    assert isinstance(found.data, EventTable)
    assert found.fingerprint["files"][0]["name"] == "ai4i+2020.zip"


@pytest.mark.parametrize(
    ("files", "key"),
    [({}, "folder-unknown"), ({"a.csv": b"x", "b.csv": b"x"}, "folder-several"), ({"a.png": b"x"}, "folder-unknown")],
)
def test_a_folder_that_is_none_of_them(tmp_path: Path, files: dict[str, bytes], key: str) -> None:
    for call in (lambda: _folder(tmp_path / "c", files), lambda: _zip(tmp_path / "c.zip", files)):
        with pytest.raises(DataError) as caught:
            _fleet(call())
        assert caught.value.key == key
        assert all(caught.value.message(language) + caught.value.remedy(language) for language in LANGUAGES)


def test_settings_that_mean_nothing_here_are_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "c", _cmapss("FD001"))
    table = _folder(tmp_path / "t", {"own.csv": b"a,failure\n1,0\n"})
    for path, settings in ((folder, {"unit": "a"}), (table, {"subset": "FD001"})):
        with pytest.raises(SettingsError):
            _fleet(path, **settings)


def test_archives_give_no_more_than_what_was_asked_for(tmp_path: Path) -> None:
    files = {"../../evil.csv": b"x", "own.csv": b"a\n1\n", "other.png": b"x"}
    with unpacked(_zip(tmp_path / "c.zip", files), lambda name: name.endswith(".csv")) as folder:
        assert sorted(path.name for path in folder.iterdir()) == ["evil.csv", "own.csv"]
        inside = folder
    assert not inside.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.zip"]


@pytest.mark.parametrize("name", ["c.zip", "c.tar.gz", "c.tgz"])
def test_a_damaged_or_huge_archive_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no archive")
    with pytest.raises(DataError) as caught:
        read_source(tmp_path / name, Configuration())
    assert caught.value.key == "file-damaged"
    bomb = _zip(tmp_path / "bomb.zip", {"own.csv": b"0" * 1_000_000})
    with pytest.raises(DataError) as caught, unpacked(bomb, lambda _: True, largest=100_000):
        pass
    assert caught.value.key == "file-too-large"


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_source(tmp_path / "none", Configuration())
    assert caught.value.key == "data-missing"
