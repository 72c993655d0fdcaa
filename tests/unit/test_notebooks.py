"""The notebooks as they are committed, and as each person runs them: both languages, top to bottom."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from studio_core.notebooks import copy_notebooks, notebooks_folder
from studio_core.usecases import find_usecases
from studio_widgets.remembered import FILE, recall

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
    assert len(recall(tmp_path / "work" / FILE).reached) == 9


def _run(folder, name):
    notebook = nbformat.read(folder / name, as_version=4)
    client = NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(folder)}})
    # An error in words ends the run as any error does; what was shown until then is looked at.
    with contextlib.suppress(CellExecutionError):
        client.execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return outputs, "\n".join(output.get("data", {}).get("text/plain", "") for output in outputs)


@pytest.fixture
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OMP_NUM_THREADS", "2")

    def copied(language):
        monkeypatch.setenv("AI_STUDIO_LANG", language)
        usecase = next(each for each in find_usecases() if each.name == "predictive-maintenance")
        copy_notebooks(usecase, tmp_path / "work", language)
        return tmp_path / "work"

    return copied


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_template_runs_top_to_bottom_on_its_sample(work, language):
    folder = work(language)
    outputs, shown = _run(folder, "template.ipynb")
    assert {output.output_type for output in outputs} <= {"display_data", "execute_result"}
    assert {"en": "spindle: unit", "de": "spindle: Einheit"}[language] in shown
    assert {"en": "per cycle and unit", "de": "je Zyklus und Einheit"}[language] in shown
    assert (folder / "my-own-run" / "report.html").is_file()


def _with_own_file(folder, name):
    notebook = nbformat.read(folder / "template.ipynb", as_version=4)
    cell = next(cell for cell in notebook.cells if cell.source.startswith("my_file ="))
    cell.source = f'my_file = "{name}"'
    nbformat.write(notebook, folder / "template.ipynb")


def test_the_template_runs_on_a_table_of_events(work):
    folder = work("en")
    _with_own_file(folder, "jobs.csv")
    drawn = np.random.default_rng(0)
    torque, wear = drawn.normal(40, 10, 900), drawn.uniform(0, 240, 900)
    failed = (torque * wear + drawn.normal(0, 800, 900) > 11500).astype(int)
    table = pd.DataFrame({"torque": torque, "wear": wear, "failed": failed})
    table.to_csv(folder / "jobs.csv", index=False)
    outputs, shown = _run(folder, "template.ipynb")
    assert {output.output_type for output in outputs} <= {"display_data", "execute_result"}
    assert "failed: failed or not" in shown
    assert "missed failures would cost" in shown


_GOOD = "".join(f"A,{cycle},{cycle % 3}.5,\n" for cycle in range(1, 60))
# What the file holds, and what the sentence must name.
BAD = {
    "two decimal signs": (f'unit,cycle,x,end\n{_GOOD}A,60,"0,5",\n', "row 61"),
    "one unit": (f"unit,cycle,x,end\n{_GOOD}A,60,0.5,failed\n", "at least 20 needed"),
    "a time twice": ("unit,cycle,x,end\nA,1,1.5,\nA,1,1.6,\nA,2,1.7,failed\n", "row 3"),
}


@pytest.mark.parametrize("what", [*BAD, "a file that is not there"])
def test_bad_input_gets_a_sentence_and_no_traceback(work, what):
    folder = work("en")
    _with_own_file(folder, "own.csv")
    if what in BAD:
        (folder / "own.csv").write_text(BAD[what][0], encoding="utf-8")
    outputs, shown = _run(folder, "template.ipynb")
    assert "Traceback" not in json.dumps(outputs)
    assert {output.output_type for output in outputs} <= {"display_data", "execute_result"}
    assert BAD.get(what, ("", "own.csv"))[1] in shown


def test_the_copy_speaks_one_language(tmp_path):
    usecase = next(each for each in find_usecases() if each.name == "predictive-maintenance")
    copy_notebooks(usecase, tmp_path, "de")
    notebook = json.loads(Path(tmp_path / "guide.ipynb").read_text(encoding="utf-8"))
    texts = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    assert texts[0].startswith("# Welche Spindel braucht als Nächste Pflege?")
    assert not any("Shift + Enter" in text for text in texts)
