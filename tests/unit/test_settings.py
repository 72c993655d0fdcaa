"""studio.yaml: what is accepted, and the sentence for everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub_config.settings import StudioSettings, read_settings
from studio_messages import SettingsError

EXAMPLES = Path(__file__).parents[2] / "examples"


def _refusal(tmp_path: Path, text: str) -> str:
    path = tmp_path / "studio.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert caught.value.exit_status == 2
    assert caught.value.message("de") != caught.value.message("en")
    return f"{caught.value.message('en')} {caught.value.remedy('en')}"


@pytest.mark.parametrize("name", ["laptop.yaml", "cluster.yaml"])
def test_the_examples_are_accepted(name: str) -> None:
    assert read_settings(EXAMPLES / name).title == "AI Studio"


def test_the_laptop_example_says_what_the_defaults_are() -> None:
    example = read_settings(EXAMPLES / "laptop.yaml").model_copy(update={"spawner": "auto"})
    assert example == read_settings(None)


def test_the_examples_show_every_key() -> None:
    def keys(model: type, prefix: str = "") -> set[str]:
        found = set()
        for name, field in model.model_fields.items():  # type: ignore[attr-defined]
            found.add(name)
            if hasattr(field.annotation, "model_fields"):
                found |= keys(field.annotation)
        return found

    text = "".join((EXAMPLES / name).read_text() for name in ("laptop.yaml", "cluster.yaml"))
    assert {key for key in keys(StudioSettings) if f"{key}:" not in text} == set()


def test_relative_paths_count_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "studio.yaml").write_text("state_dir: state\n")
    assert read_settings(tmp_path / "studio.yaml").state_dir == tmp_path / "state"


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "studio.yaml").write_text("# nothing yet\n")
    assert read_settings(tmp_path / "studio.yaml") == read_settings(None)


PROFILE = "profiles:\n  - {id: a, title: {en: A, de: A}}\n"
SEATS = (
    "warm_seats:\n  - people: [ws1]\n    starts: 2027-03-09 08:30\n    given_back: 2027-03-09 09:45\n    profile: a\n"
)
CLUSTER = "spawner: slurm\nhub: {port: 8081}\nsign_in: {method: account, groups: [g]}\n" + PROFILE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lisen: {}\n", ["line 1", "lisen", "Did you mean listen?"]),
        ("title: X\nlisten:\n  prot: 1\n", ["line 3", "listen.prot", "Did you mean port?", "address, port"]),
        ("zzz: 1\n", ["line 1", "zzz", "Permitted here: hub, language"]),
        ("listen:\n  port: many\n", ["line 2", "listen.port", "'many'", "1, 2, 3"]),
        ("listen:\n  port: 70000\n", ["line 2", "70000", "≤ 65535"]),
        ("title: X\nspawner: kubernetes\n", ["line 2", "kubernetes", "'auto', 'local' or 'slurm'"]),
        ("title: [1\n", ["line 2", "not YAML"]),
        ("- a\n- b\n", ["key: value"]),
        ("title: A\ntitle: B\n", ["line 2", "title", "second time"]),
        ("listen: {address: 0.0.0.0}\n", ["0.0.0.0", "account"]),
        ("listen: {address: 192.168.1.5}\n", ["192.168.1.5", "127.0.0.1"]),
        ("hub: {address: 10.0.0.1}\n", ["10.0.0.1", "account"]),
        ("sign_in: {method: account}\n", ["groups"]),
        ("spawner: slurm\n", ["account"]),
        (CLUSTER.replace("hub: {port: 8081}\n", ""), ["hub.port"]),
        (CLUSTER.replace(PROFILE, ""), ["profiles"]),
        (PROFILE + "  - {id: a, title: {en: B, de: B}}\n", ["id a"]),
        (PROFILE.replace("de: A", "fr: A"), ["line 2", "profiles.0.title"]),
        (PROFILE.replace(", de: A", ""), ["line 2", "profiles.0", "title", "both languages"]),
        (PROFILE.replace("id: a", "id: A B"), ["line 2", "'A B'", "small-gpu"]),
        (PROFILE.replace("id: a,", ""), ["line 2", "profiles.0.id", "missing"]),
        (PROFILE.replace("}}", "}, time: 2 hours}"), ["'2 hours'", "2:00:00"]),
        (PROFILE.replace("}}", '}, partition: "gpu\\n#SBATCH --uid=0"}'), ["partition"]),
        (PROFILE.replace("}}", "}, gpu_type: a100}"), ["gpus"]),
        (PROFILE + SEATS.replace("profile: a", "profile: b"), ["profile b", "these: a"]),
        (PROFILE + SEATS.replace("09:45", "08:15"), ["2027-03-09 08:30", "given_back"]),
        (
            PROFILE + SEATS.replace("2027-03-09 08:30", "tomorrow"),
            ["line 5", "warm_seats.0.starts", "2027-03-09 08:30"],
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_line_and_remedy(tmp_path: Path, text: str, said: list[str]) -> None:
    refusal = _refusal(tmp_path, text)
    assert [words for words in said if words not in refusal] == [], refusal


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.yaml cannot be read"):
        read_settings(tmp_path / "nowhere.yaml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "studio.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "studio.yaml")
