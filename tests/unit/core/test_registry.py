"""PoCs are found by their folders, and listing them imports nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import studio_core.usecases as registry
from studio_core.notebooks import copy_notebooks, in_language, notebooks_folder
from studio_core.usecases import find_usecase, find_usecases
from studio_messages import LANGUAGES, StudioError, UsageError


def test_predictive_maintenance_is_found_with_texts_in_both_languages() -> None:
    usecase = find_usecase("predictive-maintenance")
    assert usecase in find_usecases()
    for language in LANGUAGES:
        assert all(usecase.described(language).values())
    assert usecase.title["en"] != usecase.title["de"]
    assert usecase.load_engine().Configuration().model_dump()["budget"] == "full"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        find_usecase("nope")
    assert "predictive-maintenance" in caught.value.remedy("en")


def test_a_new_folder_is_a_new_poc_and_a_broken_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "files", lambda _: tmp_path)
    texts = "".join(f"{key}: {{en: x, de: y}}\n" for key in ("title", "question", "summary", "needs", "data"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "usecase.yaml").write_text(f"name: other\nminutes: 5\nnotebooks: other\n{texts}")
    (usecase,) = find_usecases()
    assert (usecase.name, usecase.package) == ("other", "studio_core.usecases.other")
    with pytest.raises(UsageError) as caught:
        usecase.load_engine()
    assert caught.value.key == "usecase-no-run"
    for broken in ("name: [", "name: other\n", "- 1\n"):
        (tmp_path / "other" / "usecase.yaml").write_text(broken)
        with pytest.raises(StudioError) as failed:
            find_usecases()
        assert "other/usecase.yaml" in failed.value.message("en")


@pytest.mark.parametrize("arguments", [["--help"], ["usecases"], ["new", "predictive-maintenance", "copy"]])
def test_light_commands_import_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from studio_core.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as status:\n    assert not status.code, status.code\n"
        "heavy = {'torch', 'pandas', 'numpy', 'sklearn', 'ipywidgets', 'jupyterhub'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    if arguments == ["--help"]:
        # The list of commands loads every room's; only the engines' own are held to this here.
        program = program.replace(", 'jupyterhub'", "")
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_looking_at_data_does_not_load_torch() -> None:
    program = (
        "import sys\n"
        "from studio_core.usecases.predictive_maintenance import simulate_fleet\n"
        "simulate_fleet(20, 5)\n"
        "assert 'torch' not in sys.modules and 'sklearn' not in sys.modules\n"
        "assert 'ipywidgets' not in sys.modules and 'jupyterhub' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def _notebook() -> dict[str, object]:
    def cell(kind: str, source: str, *tags: str) -> dict[str, object]:
        extra = {"outputs": [{"x": 1}], "execution_count": 3} if kind == "code" else {}
        return {"cell_type": kind, "id": source, "source": source, "metadata": {"tags": list(tags)}, **extra}

    cells = [cell("markdown", "hello", "en"), cell("markdown", "hallo", "de"), cell("code", "1 + 1")]
    return {"cells": cells, "metadata": {"kernelspec": {"name": "my-venv"}}, "nbformat": 4, "nbformat_minor": 5}


@pytest.mark.parametrize(("language", "kept"), [("en", "hello"), ("de", "hallo")])
def test_a_copy_speaks_one_language_and_is_clean(language: str, kept: str) -> None:
    spoken = in_language(_notebook(), language)  # type: ignore[arg-type]
    assert [cell["source"] for cell in spoken["cells"]] == [kept, "1 + 1"]
    assert spoken["cells"][1]["outputs"] == []
    assert spoken["cells"][1]["execution_count"] is None
    assert spoken["metadata"]["kernelspec"]["name"] == "python3"


def test_a_copy_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "installed" / "predictive-maintenance"
    (source / ".ipynb_checkpoints").mkdir(parents=True)
    (source / ".ipynb_checkpoints" / "guide.ipynb").write_text("{}")
    (source / "guide.ipynb").write_text(json.dumps(_notebook()))
    (source / "table.csv").write_text("a;b\n")
    monkeypatch.setattr("studio_core.notebooks.notebooks_folder", lambda: tmp_path / "installed")
    usecase, target = find_usecase("predictive-maintenance"), tmp_path / "mine"
    first = copy_notebooks(usecase, target, "de")
    assert sorted(path.name for path in first.written) == ["guide.ipynb", "table.csv"]
    guide = target / "guide.ipynb"
    assert json.loads(guide.read_text())["metadata"]["ai_studio"] == {
        "usecase": "predictive-maintenance",
        "language": "de",
    }
    guide.write_text("my work")
    (target / "table.csv").unlink()
    second = copy_notebooks(usecase, target, "en")
    assert [path.name for path in second.written] == ["table.csv"]
    assert [path.name for path in second.kept] == ["guide.ipynb"]
    assert guide.read_text() == "my work"


def test_targets_that_cannot_be_written_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usecase = find_usecase("predictive-maintenance")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError) as caught:
        copy_notebooks(usecase, tmp_path / "file", "en")
    assert caught.value.key == "new-target-not-folder"
    with pytest.raises(UsageError) as caught:
        copy_notebooks(usecase, tmp_path / "file" / "below", "en")
    assert caught.value.key in {"new-not-writable", "new-target-not-folder"}
    monkeypatch.setattr("studio_core.notebooks.notebooks_folder", lambda: tmp_path / "nowhere")
    with pytest.raises(UsageError) as caught:
        copy_notebooks(usecase, tmp_path / "new", "en")
    assert caught.value.key == "notebooks-missing"


def test_in_a_checkout_the_notebooks_are_the_checkouts() -> None:
    assert notebooks_folder() == Path(registry.__file__).resolve().parents[2] / "notebooks"


def test_a_disk_that_becomes_full_leaves_no_half_notebook(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from studio_core.notebooks import copy_notebooks; "
        "from studio_core.usecases import find_usecase; from studio_messages import UsageError; "
        "usecase = find_usecase('predictive-maintenance'); signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "try: copy_notebooks(usecase, Path(sys.argv[1]), 'de')\n"
        "except UsageError as error: print(error.key)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "work")], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "new-not-writable\n", done.stderr
    assert not (tmp_path / "work" / "guide.ipynb").exists()
    assert all(json.loads(path.read_text()) for path in (tmp_path / "work").rglob("*.ipynb"))
