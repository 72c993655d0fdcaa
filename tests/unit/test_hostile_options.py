"""Whatever a form or a REST call sends: a known profile is started, or nothing, and the job script is its own."""

from __future__ import annotations

import getpass
import shlex
from types import SimpleNamespace
from typing import Any

import pytest
from batchspawner.batchspawner import format_template
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tornado import web

from spawners.slurm import StudioSlurmSpawner
from spawners.studio_spawner import profile_from_form

PROFILES = {
    "small": {"req_partition": "gpu", "req_gres": "gpu:1", "req_runtime": "2:00:00"},
    "large": {"req_partition": "gpu", "req_gres": "gpu:2", "req_memory": "8G"},
}


def _spawner() -> StudioSlurmSpawner:
    spawner = StudioSlurmSpawner(
        user=SimpleNamespace(name=getpass.getuser(), url="/user/x/"),
        hub=SimpleNamespace(port=8081),
        orm_spawner=SimpleNamespace(name="", user_options={}, state=None, server=None),
    )
    spawner.profiles = PROFILES
    spawner.req_keepvars = "LANG"
    spawner.spawn_id = "0" * 16
    return spawner


def _script(spawner: StudioSlurmSpawner) -> str:
    return str(format_template(spawner.batch_script, **spawner._script_values()))


def _traits(spawner: StudioSlurmSpawner) -> dict[str, Any]:
    changing = {"profile", "language", "req_comment", "user_options"}
    return {name: getattr(spawner, name) for name in spawner.trait_names(config=True) if name not in changing}


EXPECTED = {}
for _profile in PROFILES:
    _example = _spawner()
    _example.profile = _profile
    EXPECTED[_profile] = _script(_example)

NAMES = st.sampled_from(
    [
        "profile",
        "cmd",
        "args",
        "prologue",
        "req_prologue",
        "partition",
        "options",
        "environment",
        "batch_script",
        "job_id",
    ]
)
TEXTS = (
    st.sampled_from(["small", "large", "", "small\n#SBATCH --uid=0", "small\r", "$(id)", "{cmd}", "../small"])
    | st.text()
)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
REST = st.dictionaries(NAMES | st.text(max_size=6), VALUES, max_size=4) | VALUES
FORMS = st.dictionaries(NAMES | st.text(max_size=6), st.lists(TEXTS, max_size=3), max_size=4)
CAREFULLY = settings(max_examples=2500, deadline=None, suppress_health_check=[HealthCheck.too_slow])

spawner = _spawner()
before = _traits(spawner)


def _try(options: object) -> None:
    try:
        spawner.choose_profile(options)
    except web.HTTPError as error:
        assert error.status_code == 400  # noqa: PT017 - either outcome is one; which, depends on the options
        assert spawner.orm_spawner.user_options == {}
    else:
        assert spawner.profile in PROFILES
        assert not options or options == {"profile": spawner.profile}
        assert _script(spawner) == EXPECTED[spawner.profile]
    assert _traits(spawner) == before


@CAREFULLY
@given(REST)
def test_nothing_sent_by_rest_changes_more_than_the_profile(options: object) -> None:
    _try(options)


@CAREFULLY
@given(FORMS)
def test_nothing_sent_by_a_form_changes_more_than_the_profile(form: dict[str, list[str]]) -> None:
    _try(profile_from_form(form))


@pytest.mark.parametrize("setting", ["req_partition", "req_account", "req_options", "req_comment"])
@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\x85", "\u2028"])
def test_a_line_break_in_a_setting_never_reaches_the_script(setting: str, end: str) -> None:
    broken = _spawner()
    broken.profiles = {"x": {setting: f"gpu{end}#SBATCH --uid=0"}}
    broken.profile = "x"
    with pytest.raises(Exception, match="control character"):
        _script(broken)


def test_the_servers_command_is_quoted_word_by_word() -> None:
    odd = _spawner()
    odd.cmd = ["/usr/bin/python3", "-m", "spawners.single_user", "a b; id", "$(id)"]
    line = _script(odd).splitlines()[-1]
    assert shlex.split(line)[1:6] == odd.cmd


def test_the_first_profile_is_started_when_nothing_is_chosen() -> None:
    chosen = _spawner()
    chosen.choose_profile({})
    assert chosen.profile == "small"
    assert chosen.orm_spawner.user_options == {"profile": "small"}
