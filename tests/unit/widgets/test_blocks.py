"""The building blocks: numbers, charts, pieces, sliders, steps and exercises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import traitlets

import studio_widgets
from studio_messages import Catalogue, use_language
from studio_widgets import machine as place
from studio_widgets.chart import Chart, Mark, Series
from studio_widgets.guide import STEPS, Exercise, Verdict, Walkthrough
from studio_widgets.markup import TEXTS, Piece, fill
from studio_widgets.numbers import money, number, percent
from studio_widgets.panel import Panel
from studio_widgets.remembered import FILE
from studio_widgets.slider import NumberSlider

PACKAGE = Path(studio_widgets.__file__).parent


@pytest.mark.parametrize(
    ("language", "expected"), [("en", ("1,234.6", "€1,234.50", "44%")), ("de", ("1.234,6", "1.234,50 €", "44 %"))]
)
def test_numbers_are_written_the_readers_way(language, expected):
    with use_language(language):
        written = number(1234.56, 1), money(1234.5, 2), percent(0.441)
    assert tuple(each.replace("\u00a0", " ") for each in written) == expected


def test_every_text_a_template_names_exists():
    named = set()
    for path in PACKAGE.glob("templates/*.j2"):
        source = path.read_text(encoding="utf-8")
        named |= set(re.findall(r"""\bt\(["']([a-z-]+)["'](?! ~)""", source))
    for path in PACKAGE.glob("**/*.py"):
        named |= set(re.findall(r"""TEXTS\("([a-z-]+)"[,)]""", path.read_text(encoding="utf-8")))
    assert len(named) > 60
    for language in ("en", "de"):
        assert named - TEXTS.keys(language) == set()


@pytest.mark.parametrize("room", ["studio_widgets", "studio_server"])
def test_both_languages_have_the_same_texts(room):
    texts = Catalogue(room)
    assert texts.keys("en") == texts.keys("de")
    assert len(texts.keys("en")) > 10


def test_names_from_data_never_become_markup():
    html = fill("error", message="<script>alert(1)</script>", remedy="x")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_piece_is_complete_and_readable_as_text():
    bundle = Piece(fill("error", message="m", remedy="r"), "m r")._repr_mimebundle_()
    assert bundle["text/plain"] == "m r"
    assert ".studio {" in bundle["text/html"]


def _chart(**changes):
    lines = (Series("Line", [0, 1, 2], [1.0, 5.0, 3.0]), Series("Band", [0, 1, 2], [2, 6, 4], "band", low=[0, 4, 2]))
    settings = {"key": "k", "title": "A chart", "summary": "It rises.", "x_label": "x", "y_label": "y", "series": lines}
    return Chart(**{**settings, **changes})


def test_a_chart_says_what_it_shows_and_has_its_data_as_a_table():
    with use_language("en"):
        html = _chart(marks=(Mark("Limit", 4),)).html()
    assert 'aria-label="A chart. It rises."' in html
    assert '<td class="st-right">4 – 6</td>' in html
    assert "Limit" in html


def test_a_chart_draws_within_its_area_and_stays_small():
    xs = list(range(5000))
    html = _chart(series=(Series("Long", xs, [x % 97 for x in xs]),)).html()
    path = re.search(r'<path class="st-line st-c-accent" d="([^"]+)"', html).group(1)
    numbers = [float(each) for each in re.findall(r"[\d.]+", path)]
    assert 0 <= min(numbers) <= max(numbers) <= 1000
    assert len(html) < 20_000


@pytest.mark.parametrize("values", [[0.0, 0.0], [5.0], [-3.0, -1.0], [1e-6, 2e-6], [1e7, 3e7]])
def test_a_chart_survives_any_range(values):
    assert "st-plot" in _chart(series=(Series("s", list(range(len(values))), values),)).html()


def test_a_slider_keeps_what_a_browser_sends_within_its_ends():
    slider = NumberSlider(value=5, low=0, high=10, label="Costs")
    slider.value = 1e9
    assert slider.value == 10
    slider.value = -1
    assert slider.value == 0


def test_a_slider_writes_numbers_by_the_language():
    with use_language("de"):
        assert NumberSlider(label="x").locale == "de-DE"


def test_a_panel_shows_what_it_is_given():
    panel = Panel(fill("waiting"))
    panel.show(fill("error", message="m", remedy="r"))
    assert "r</p>" in panel.html


def test_a_walkthrough_knows_what_was_reached_and_resets_to_a_fresh_one():
    walk = Walkthrough()
    with use_language("de"):
        assert repr(walk.at("question")) == "Schritt 1 von 9: Frage (0 von 9 Aufgaben gelöst)"
    walk.at("quality")
    walk.at("quality")
    assert walk.reached == ("question", "quality")
    walk.reset()
    assert walk.trait_values() == Walkthrough().trait_values()


def test_a_walkthrough_refuses_a_step_it_does_not_have():
    with pytest.raises(traitlets.TraitError, match="next"):
        Walkthrough().at("nowhere")
    assert len(STEPS) == 9


def test_progress_survives_a_restart_and_a_damaged_file(tmp_path):
    walk = Walkthrough.beside(tmp_path)
    walk.at("question")
    exercise = walk.ask(Exercise(lambda answer: Verdict(answer == 4, ""), "h", "s", "count"))
    exercise.check(3)
    assert Walkthrough.beside(tmp_path).solved == ()
    exercise.check(4)
    again = Walkthrough.beside(tmp_path)
    assert (again.reached, again.solved, again.current) == (("question",), ("count",), "")
    again.reset()
    assert Walkthrough.beside(tmp_path).reached == ()
    (tmp_path / FILE).write_text('{"reached": 7')
    assert Walkthrough.beside(tmp_path).reached == ()


@pytest.mark.parametrize(
    ("verdict", "start"),
    [(Verdict(True, "because"), "That is right."), (Verdict(False, ""), "Not yet."), (Verdict(None, ""), "You have")],
)
def test_an_exercise_knows_three_outcomes(verdict, start):
    with use_language("en"):
        assert repr(Exercise(lambda _: verdict, "h", "s").check(1)).startswith(start)


def test_an_exercise_survives_an_answer_that_raises():
    with use_language("en"):
        shown = repr(Exercise(lambda answer: answer(), "h", "s").check(lambda: 1 / 0))
    assert "ZeroDivisionError" in shown


def test_the_machine_card_names_node_and_job(monkeypatch):
    monkeypatch.setenv("SLURMD_NODENAME", "gpu01")
    monkeypatch.setenv("SLURM_JOB_ID", "4711")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    monkeypatch.setattr(place, "_gpus", tuple)
    with use_language("de"):
        shown = repr(place.where_am_i())
    assert "Rechner: gpu01" in shown
    assert "Slurm-Job: 4711" in shown
    assert "Slurm hat GPU 1 zugeteilt, doch kein GPU-Treiber antwortet hier" in shown


def test_the_app_address_respects_the_servers_prefix(monkeypatch, tmp_path):
    monkeypatch.setenv("AI_STUDIO_BASE_URL", "/user/ada/")
    monkeypatch.setenv("AI_STUDIO_ROOT", str(tmp_path))
    assert place.app_address(tmp_path / "ai-studio" / "app.ipynb") == "/user/ada/voila/render/ai-studio/app.ipynb"
    assert place.app_address(Path("/elsewhere/app.ipynb")) == ""
