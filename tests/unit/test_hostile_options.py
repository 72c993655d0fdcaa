"""Whatever a form or a REST call sends: a known profile is started as this person may have it, or nothing."""

from __future__ import annotations

import asyncio
import getpass
import re
import shlex
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from batchspawner.batchspawner import format_template
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tornado import web

from spawners import offers
from spawners.choice import MORE, Rights
from spawners.inventory import Inventory, Partition
from spawners.rights import Association, Associations, PartitionRules, Reservation, Reservations
from spawners.slurm import StudioSlurmSpawner
from spawners.studio_spawner import profile_from_form

PROFILES = {
    "small": {"req_partition": "gpu", "req_runtime": "2:00:00"},
    "large": {"req_partition": "gpu", "req_memory": "8G"},
}


NOW = datetime.now(UTC)
ACCOUNTS = ("studio", "partner")
# What accounting knows beside these may not be offered, as it could not stand in a script.
ODD = ("odd name", "odd\n#SBATCH --uid=0", "--uid=0")


def _reservation(name: str, user: str) -> Reservation:
    hours = [NOW + timedelta(hours=hours) for hours in (-1, 100)]
    return Reservation(name, *hours, "", frozenset({user}), frozenset(), frozenset())


RIGHTS = Rights(
    getpass.getuser(),
    frozenset(),
    Inventory({"gpu": Partition("gpu", is_default=True, longest=480, usual=60)}),
    PartitionRules({}),
    Associations(tuple(Association("c", name, "", frozenset(), None) for name in ACCOUNTS + ODD)),
    Reservations((_reservation("workshop", getpass.getuser()), _reservation("others", "somebody-else"))),
)


@pytest.fixture(autouse=True)
def _known_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    async def rights(*_: object) -> Rights:
        return RIGHTS

    monkeypatch.setattr(offers, "live_cluster", lambda _slurm: SimpleNamespace(rights=rights))


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
    changing = {"profile", "chosen", "language", "req_comment", "user_options"}
    return {name: getattr(spawner, name) for name in spawner.trait_names(config=True) if name not in changing}


def _expected(profile: str, minutes: int, account: str, reservation: str) -> str:
    """Return the script of a permitted choice, put together from the profile and what was permitted."""
    longest = {"small": 120, "large": 480}[profile]
    assert 0 <= minutes <= longest
    assert account in ("", *ACCOUNTS)
    assert reservation in ("", "workshop")
    script = SCRIPTS[profile]
    if not minutes and reservation:
        minutes = {"small": 120, "large": 60}[profile]
    time = f"#SBATCH --time={minutes // 60}:{minutes % 60:02}:00\n" if minutes else ""
    if time:
        script = re.sub(r"#SBATCH --time=.*\n", "", script)
    paid = f"#SBATCH --account={account}\n" if account not in ("", ACCOUNTS[0]) else ""
    booked = f"#SBATCH --reservation={reservation}\n" if reservation else ""
    return script.replace("#SBATCH --partition=gpu\n", f"#SBATCH --partition=gpu\n{paid}{booked}{time}")


SCRIPTS = {}
for _profile in PROFILES:
    _example = _spawner()
    _example.profile = _profile
    SCRIPTS[_profile] = _script(_example)

NAMES = st.sampled_from(
    [
        "profile",
        *MORE,
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
    | st.sampled_from([*ACCOUNTS, *ODD, "workshop", "others", "studio\n", "workshop;id", "90", "480", "-1", "１２"])
    | st.text()
)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
# Half of them have only keys that may be sent, so that values are put to the test as well.
OURS = st.sampled_from(["profile", *MORE])
SENT = VALUES | st.sampled_from(["small", "large", *ACCOUNTS, "workshop"]) | st.integers(0, 600)
REST = (
    st.dictionaries(OURS, SENT, max_size=4) | st.dictionaries(NAMES | st.text(max_size=6), VALUES, max_size=4) | VALUES
)
FORMS = st.dictionaries(OURS, st.lists(TEXTS, min_size=1, max_size=1), max_size=4) | st.dictionaries(
    NAMES | st.text(max_size=6), st.lists(TEXTS, max_size=3), max_size=4
)
CAREFULLY = settings(max_examples=2500, deadline=None, suppress_health_check=[HealthCheck.too_slow])

spawner = _spawner()
before = _traits(spawner)


def _try(options: object) -> None:
    try:
        asyncio.run(spawner.choose_profile(options))
    except web.HTTPError as error:
        assert error.status_code == 400  # noqa: PT017 - either outcome is one; which, depends on the options
        assert spawner.orm_spawner.user_options == {}
        assert spawner.chosen == {}
    else:
        assert spawner.orm_spawner.user_options == {"profile": spawner.profile}
        sent = dict(options) if isinstance(options, dict) else {}
        assert sent.pop("profile", "small") == spawner.profile
        minutes = int(sent.pop("minutes", 0) or 0)
        account, reservation = (sent.pop(name, "") for name in ("account", "reservation"))
        assert not sent
        assert _script(spawner) == _expected(spawner.profile, minutes, account, reservation)
    assert _traits(spawner) == before


@CAREFULLY
@given(REST)
def test_nothing_sent_by_rest_gets_more_than_is_permitted(options: object) -> None:
    _try(options)


@CAREFULLY
@given(FORMS)
def test_nothing_sent_by_a_form_gets_more_than_is_permitted(form: dict[str, list[str]]) -> None:
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


async def test_the_first_profile_is_started_when_nothing_is_chosen() -> None:
    chosen = _spawner()
    await chosen.choose_profile({})
    assert chosen.profile == "small"
    assert chosen.orm_spawner.user_options == {"profile": "small"}


async def test_a_permitted_choice_reaches_the_script_and_is_not_kept_for_the_next_start() -> None:
    chosen = _spawner()
    await chosen.choose_profile({"profile": "large", "minutes": "90", "account": "partner", "reservation": "workshop"})
    script = _script(chosen)
    for line in ("--time=1:30:00", "--account=partner", "--reservation=workshop", "--mem=8G"):
        assert f"#SBATCH {line}\n" in script
    assert chosen.orm_spawner.user_options == {"profile": "large"}
    await chosen.choose_profile({})
    assert _script(chosen) == SCRIPTS["small"]
