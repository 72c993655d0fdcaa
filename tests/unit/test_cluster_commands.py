"""How Slurm's commands are run and read, with commands that answer what a scheduler in trouble would."""

from __future__ import annotations

import asyncio
import stat
import time
from pathlib import Path

import pytest

from spawners.cluster import CommandTimeoutError, JobState, Slurm
from spawners.watch import JobWatch
from studio_messages import ClusterError

# As squeue does it: the word that stands before the first field begins every line, the heading too.
ANSWER = "word=${1#--format=}; word=${word%%$'\\x1f'*}\nprintf \"$word"
HEADING = r"\x1fJOBID\x1fUSER\x1fSTATE\x1fREASON\x1fEXEC_HOST\x1fSTART_TIME\x1fEND_TIME\x1fCOMMENT\n"
ROW = r"\x1f%s\x1fanna\x1f%s\x1fNone\x1fgpu01\x1f2026-11-22T04:05:06\x1fN/A\x1fa|b c"


class Commands:
    """A folder of commands that print what a test wants."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def say(self, command: str, script: str) -> None:
        path = self.folder / command
        path.write_text(f"#!/bin/bash\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def rows(self, *jobs: tuple[str, str]) -> None:
        rows = "".join(f"$word{ROW % job}\\n" for job in jobs)
        self.say("squeue", f'{ANSWER}{HEADING}{rows}"')


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return Commands(tmp_path)


async def test_jobs_are_read_with_all_their_fields(commands: Commands) -> None:
    commands.rows(("7", "RUNNING"), ("8", "PENDING"))
    jobs = await Slurm().jobs(["7", "8", "9"])
    assert set(jobs) == {"7", "8"}
    job = jobs["7"]
    assert (job.user, job.state, job.node, job.comment) == ("anna", JobState.RUNNING, "gpu01", "a|b c")
    assert job.starts is not None
    assert job.starts.hour == 4
    assert job.ends is None
    assert jobs["8"].state is JobState.WAITING


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("CONFIGURING", JobState.WAITING),
        ("SUSPENDED", JobState.RUNNING),
        ("COMPLETING", JobState.ENDING),
        ("NODE_FAIL", JobState.ENDED),
        ("TIMEOUT", JobState.ENDED),
        ("OUT_OF_MEMORY", JobState.ENDED),
    ],
)
async def test_states_are_reduced_to_what_matters(commands: Commands, word: str, state: JobState) -> None:
    commands.rows(("7", word))
    assert (await Slurm().jobs(["7"]))["7"].state is state


async def test_warnings_before_the_answer_do_not_matter(commands: Commands) -> None:
    row = f'{ANSWER}{HEADING}$word{ROW % ("7", "RUNNING")}\\n"'
    commands.say("squeue", f"echo 'squeue: warning: plugin' >&2; echo 'a banner'; {row}; echo 'a farewell'")
    assert set(await Slurm().jobs(["7"])) == {"7"}


@pytest.mark.parametrize("said", ["", "The cluster is being serviced.", r"7\x1fanna\x1fCOMPLETED\x1fNone\x1f"])
async def test_what_has_no_heading_is_no_answer_whatever_its_exit_status(commands: Commands, said: str) -> None:
    commands.say("squeue", f"printf '{said}\\n'")
    with pytest.raises(ClusterError, match="did not answer squeue"):
        await Slurm().jobs(["7"])


async def test_a_row_that_somebody_wrote_into_a_comment_is_none(commands: Commands) -> None:
    forged = ROW % ("8", "RUNNING")
    commands.say(
        "squeue", f'{ANSWER}{HEADING}$word{ROW % ("7", "RUNNING")}\\n0123456789abcdef{forged}\\n{forged[4:]}\\n"'
    )
    assert [job.id for job in await Slurm().named_jobs("ai-studio")] == ["7"]


async def test_any_error_means_that_nothing_is_known(commands: Commands) -> None:
    commands.say("squeue", "echo 'some new wording' >&2; exit 1")
    with pytest.raises(ClusterError, match="some new wording"):
        await Slurm().jobs(["7"])


async def test_a_command_that_hangs_is_ended(commands: Commands, tmp_path: Path) -> None:
    commands.say("squeue", f"echo $$ > {tmp_path}/pid; exec sleep 60")
    started = time.monotonic()
    with pytest.raises(CommandTimeoutError, match=r"squeue within 0\.5 seconds"):
        await Slurm(time_limit=0.5).jobs(["7"])
    assert time.monotonic() - started < 5
    assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


async def test_a_missing_command_is_named(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(commands.folder))
    with pytest.raises(ClusterError, match="squeue cannot be started"):
        await Slurm().jobs(["7"])


async def test_the_script_and_the_environment_reach_sbatch_and_no_shell(commands: Commands, tmp_path: Path) -> None:
    commands.say(
        "sbatch", f"cat > {tmp_path}/script; printf '%s\\n' \"$@\" > {tmp_path}/args; env > {tmp_path}/env; echo 42"
    )
    number = await Slurm(environment={"SLURM_CONF": "/x"}).submit(
        "#!/bin/bash\n", prefix=[], command=["sbatch", "--parsable", "$(id)"], environment={"SECRET": "s; id"}
    )
    assert number == "42"
    assert (tmp_path / "script").read_text() == "#!/bin/bash\n"
    assert (tmp_path / "args").read_text() == "--parsable\n$(id)\n"
    assert {"SECRET=s; id", "SLURM_CONF=/x"} <= set((tmp_path / "env").read_text().splitlines())


async def test_many_who_start_at_once_submit_a_few_at_a_time(commands: Commands, tmp_path: Path) -> None:
    commands.say(
        "sbatch",
        f"cd {tmp_path}; touch at-$$; ls at-* | wc -l >> counts; sleep 0.2; rm at-$$; echo 1",
    )
    slurm = Slurm()
    submitted = (slurm.submit("", prefix=[], command=["sbatch"], environment={}) for _ in range(20))
    assert await asyncio.gather(*submitted) == ["1"] * 20
    counts = [int(count) for count in (tmp_path / "counts").read_text().split()]
    assert 1 < max(counts) <= 4


async def test_a_database_that_hangs_does_not_keep_the_scheduler_from_being_asked(commands: Commands) -> None:
    commands.say("sacctmgr", "exec sleep 5")
    commands.say("sinfo", "echo here")
    slurm = Slurm(time_limit=1)
    hanging = asyncio.create_task(slurm.ask("sacctmgr"))
    await asyncio.sleep(0.1)
    async with asyncio.timeout(0.8):
        assert await slurm.ask("sinfo") == "here\n"
    with pytest.raises(ClusterError):
        await hanging


@pytest.mark.parametrize("out", ["", "Submitted batch job 42", "42; rm", "-1"])
async def test_an_answer_without_a_job_id_is_no_job(commands: Commands, out: str) -> None:
    commands.say("sbatch", f"echo '{out}'")
    with pytest.raises(ClusterError, match="did not accept"):
        await Slurm().submit("", prefix=[], command=["sbatch"], environment={})


async def test_the_reason_of_a_refusal_is_passed_on(commands: Commands) -> None:
    commands.say(
        "sbatch", "echo 'sbatch: error: noise' >&2; echo 'sbatch: error: Batch job submission failed: X' >&2; exit 1"
    )
    with pytest.raises(ClusterError, match="submission failed: X"):
        await Slurm().submit("", prefix=[], command=["sbatch"], environment={})


async def test_cancelling_what_is_over_is_no_error(commands: Commands) -> None:
    commands.say("scancel", "echo 'scancel: error: Kill job error on job id 7: Invalid job id specified' >&2; exit 1")
    await Slurm().cancel(prefix=[], command=["scancel", "7"])
    commands.say("scancel", "echo 'scancel: error: Unable to contact slurm controller' >&2; exit 1")
    with pytest.raises(ClusterError, match="Unable to contact"):
        await Slurm().cancel(prefix=[], command=["scancel", "7"])


async def _answers(watch: JobWatch, number: int) -> None:
    for _ in range(number):
        async with asyncio.timeout(5):
            await watch.news()


async def test_one_query_serves_all_waiters(commands: Commands) -> None:
    commands.rows(*[(str(n), "PENDING") for n in range(1, 51)])
    watch = JobWatch(Slurm(), eager=0.2, patience=0)
    for number in range(1, 51):
        watch.follow(str(number))
    await asyncio.gather(*(_answers(watch, 2) for _ in range(50)))
    assert all(watch.job(str(n)) is not None for n in range(1, 51))
    assert watch.queries <= 4
    watch.close()


async def test_a_job_is_gone_only_after_two_normal_answers_without_it(commands: Commands) -> None:
    commands.rows(("7", "RUNNING"))
    watch = JobWatch(Slurm(), eager=0.05, patience=0)
    watch.follow("7")
    await _answers(watch, 1)
    commands.rows()
    while watch.job("7") is not None:
        assert watch.queries < 10
        gone_before = watch.is_gone("7")
        await _answers(watch, 1)
    assert not gone_before
    assert watch.is_gone("7")
    watch.close()


async def test_errors_change_nothing_however_many(commands: Commands) -> None:
    commands.rows(("7", "RUNNING"))
    watch = JobWatch(Slurm(), eager=0.02, patience=0)
    watch.follow("7")
    await _answers(watch, 1)
    commands.say("squeue", "echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1")
    queries = watch.queries
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await watch.news()
    assert watch.queries > queries + 2
    assert not watch.is_gone("7")
    assert watch.job("7") is not None
    watch.close()


async def test_without_anybody_waiting_it_asks_rarely(commands: Commands) -> None:
    commands.rows(("7", "RUNNING"))
    watch = JobWatch(Slurm(), eager=0.02, calm=60, patience=0)
    watch.follow("7")
    await _answers(watch, 1)
    queries = watch.queries
    await asyncio.sleep(0.5)
    assert watch.queries == queries
    await _answers(watch, 1)
    assert watch.queries == queries + 1
    watch.close()


async def test_a_slow_scheduler_is_asked_less_often(commands: Commands) -> None:
    commands.say("squeue", f'sleep 0.2; {ANSWER}{HEADING}"')
    watch = JobWatch(Slurm(), eager=0.01, patience=10)
    watch.follow("7")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(1.5):
            await _answers(watch, 100)
    assert watch.queries <= 2
    watch.close()


async def test_the_watch_ends_when_nothing_is_left_to_watch(commands: Commands) -> None:
    commands.rows(("7", "RUNNING"))
    watch = JobWatch(Slurm(), eager=0.05, calm=0.1, patience=0)
    watch.follow("7")
    await _answers(watch, 1)
    watch.forget("7")
    await asyncio.sleep(0.5)
    queries = watch.queries
    await asyncio.sleep(0.3)
    assert watch.queries == queries
