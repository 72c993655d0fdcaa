"""Every sentence exists in both languages, with the same blanks to fill."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from studio_core.usecases import find_usecases
from studio_messages import LANGUAGES, Catalogue, SettingsError, StudioError, chosen_language, use_language

USECASES = [usecase.package for usecase in find_usecases()]
ROOMS = ["hub_config", "spawners", "studio_core", "studio_widgets", "studio_server", *USECASES]


def _source(room: str, language: str) -> str:
    return files(room).joinpath("texts", f"{language}.ftl").read_text(encoding="utf-8")


def _entries(source: str) -> dict[str, set[str]]:
    """Map each message to the variables in it and its attributes."""
    entries: dict[str, set[str]] = {}
    name = ""
    for line in source.splitlines():
        if started := re.match(r"(-?[a-z][\w-]*) =", line):
            name = started[1]
            entries[name] = set()
        elif attribute := re.match(r"\s+\.([a-z][\w-]*) =", line):
            entries[f"{name}.{attribute[1]}"] = set()
        if name:
            entries[name] |= set(re.findall(r"\$([\w-]+)", line))
    return entries


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_have_the_same_texts_and_blanks(room: str) -> None:
    english, german = (_entries(_source(room, language)) for language in LANGUAGES)
    assert english, f"{room} has no texts"
    assert english == german


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_can_be_read_and_no_name_stands_twice(room: str) -> None:
    for language in LANGUAGES:
        names = re.findall(r"^([a-z][\w-]*) =", _source(room, language), re.MULTILINE)
        assert len(names) == len(set(names))
        assert {key.partition(".")[0] for key in Catalogue(room).keys(language)} == set(names)


@pytest.mark.parametrize("room", ROOMS)
def test_no_german_text_was_left_in_english(room: str) -> None:
    english, german = (Catalogue(room), Catalogue(room))
    for key in english.keys("en"):
        pair = [_text_or_blank(catalogue, key, language) for catalogue, language in ((english, "en"), (german, "de"))]
        # Names, numbers and one-word labels may be alike; a sentence may not.
        if None not in pair and len(str(pair[0]).split()) > 3:
            assert pair[0] != pair[1], f"{room}: {key}"


def _text_or_blank(catalogue: Catalogue, key: str, language: str) -> str | None:
    try:
        return catalogue.find(key, language)  # type: ignore[arg-type]
    except KeyError:
        return None  # has blanks; compared by the other tests


def test_numbers_follow_the_language() -> None:
    texts = Catalogue("spawners")
    assert "2.5 seconds" in texts("command-timeout", "en", command="squeue", seconds=2.5)
    assert "2,5 Sekunden" in texts("command-timeout", "de", command="squeue", seconds=2.5)


def test_an_unknown_text_is_a_programming_error() -> None:
    with pytest.raises(KeyError, match="no-such-text"):
        Catalogue("spawners")("no-such-text")


def test_a_blank_left_empty_is_a_programming_error() -> None:
    with pytest.raises(KeyError, match="command"):
        Catalogue("spawners")("command-missing")


def test_the_language_is_chosen_by_block_then_variable_then_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("AI_STUDIO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert chosen_language() == "en"
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert chosen_language() == "de"
    monkeypatch.setenv("AI_STUDIO_LANG", "en")
    assert chosen_language() == "en"
    with use_language("de"):
        assert chosen_language() == "de"
    assert chosen_language() == "en"


def test_an_error_says_what_was_wrong_and_what_to_do_in_both_languages() -> None:
    error = SettingsError(Catalogue("hub_config"), "service-account-missing", name="aistudio")
    assert isinstance(error, StudioError)
    assert error.exit_status == 2
    assert "aistudio" in error.message("en")
    assert "Legen Sie es an" in error.remedy("de")
    with use_language("de"):
        assert str(error).startswith("Das Dienstkonto aistudio")
