"""The notebooks as they are committed, and as each person runs them: both languages, top to bottom."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from studio_core.notebooks import copy_notebooks, notebooks_folder
from studio_core.usecases import find_usecases

NOTEBOOKS = sorted(notebooks_folder().glob("*/*.ipynb"))
MOST_LINES = 15


def _tags(cell) -> set[str]:
    return set(cell["metadata"].get("tags", []))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_committed_notebooks_are_clean_and_bilingual(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    texts = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    for english, german in zip(texts[::2], texts[1::2], strict=True):
        assert (_tags(english), _tags(german)) == ({"en"}, {"de"}), english.source[:60]
        assert english.source.strip() != german.source.strip()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
            assert len(cell.source.splitlines()) <= MOST_LINES
            assert _tags(cell) & {"en", "de"} == set()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_notebook_is_listed(path):
    listed = (notebooks_folder() / "README.md").read_text(encoding="utf-8")
    assert f"({path.parent.name}/{path.name})" in listed


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("usecase", find_usecases(), ids=lambda usecase: usecase.name)
def test_the_guide_runs_top_to_bottom(usecase, language, tmp_path, monkeypatch):
    monkeypatch.setenv("AI_STUDIO_LANG", language)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    copy_notebooks(usecase, tmp_path / "work", language)
    notebook = nbformat.read(tmp_path / "work" / "guide.ipynb", as_version=4)
    NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(tmp_path / "work")}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert {output.output_type for output in outputs} <= {"display_data", "execute_result"}
    shown = "\n".join(output.data.get("text/plain", "") for output in outputs)
    assert {"en": "This model:", "de": "Dieses Modell:"}[language] in shown
    assert {"en": "simulated", "de": "imuliert"}[language] in json.dumps(notebook.cells, ensure_ascii=False)
    assert (tmp_path / "work" / "my-first-run" / "report.html").is_file()


def test_the_copy_speaks_one_language(tmp_path):
    usecase = next(each for each in find_usecases() if each.name == "predictive-maintenance")
    copy_notebooks(usecase, tmp_path, "de")
    notebook = json.loads(Path(tmp_path / "guide.ipynb").read_text(encoding="utf-8"))
    texts = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    assert texts[0].startswith("# Welche Spindel braucht als Nächste Pflege?")
    assert not any("Shift + Enter" in text for text in texts)
