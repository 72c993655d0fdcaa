"""The groups of tests: which of them this machine can run, and that none of those was left out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.support.cluster import (  # noqa: F401 - fixtures for slurm and browser tests alike
    cluster_studio,
    make_cluster_config,
    public_environment,
    start_cluster_studio,
)
from tests.support.practice import practice_cluster, spare_cluster  # noqa: F401

HERE = Path(__file__).parent

# Real data beside the project; CI has it, a contributor may point elsewhere.
TEST_DATA = Path(os.environ.get("AI_STUDIO_TEST_DATA", HERE.parents[1] / "shared" / "data"))

_NO_DATA = "no test data"


def _reason_not_to_run(group: str) -> str | None:
    """Say why this machine cannot run a group; None when it can, and then it must."""
    debian_root = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if group == "slurm" and not debian_root:
        return "the practice cluster needs root on Debian or Ubuntu"
    if group == "browser" and not debian_root and shutil.which("chromium") is None:
        return "needs Chromium (Debian's package chromium)"
    return None


def _group(item: pytest.Item) -> str:
    return item.path.relative_to(HERE).parts[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if reason := _reason_not_to_run(_group(item)):
            item.add_marker(pytest.mark.skip(reason=reason))


class _Groups:
    """Counts what became of each group's tests."""

    def __init__(self) -> None:
        self.run: dict[str, int] = {}
        self.skipped: dict[str, list[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        group = Path(report.nodeid.partition("::")[0]).parts[1]
        if report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            self.skipped.setdefault(group, []).append(reason)
        elif report.when == "call":
            self.run[group] = self.run.get(group, 0) + 1

    def wrongly_skipped(self) -> set[str]:
        """Return the groups that this machine can run and that left out a test for another reason than missing data."""
        return {
            group
            for group, reasons in self.skipped.items()
            if _reason_not_to_run(group) is None and any(_NO_DATA not in reason for reason in reasons)
        }

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.wrongly_skipped() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("test groups")
        for group in sorted(self.run.keys() | self.skipped.keys()):
            skipped = self.skipped.get(group, [])
            said = f"{group}: {self.run.get(group, 0)} run"
            if skipped:
                verdict = "FAILED, this machine can run them" if group in self.wrongly_skipped() else "skipped"
                said += f", {len(skipped)} {verdict}: {skipped[0].removeprefix('Skipped: ')}"
            terminalreporter.line(said)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Groups(), "ai-studio-groups")


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of real test data; where CI runs it must be there."""
    if not TEST_DATA.is_dir():
        message = f"{_NO_DATA} at {TEST_DATA}; set AI_STUDIO_TEST_DATA"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return TEST_DATA
