"""What is kept of a session that ended, or never began, until the next one: language-neutral, for the pages to say."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitlets import Bool, Dict, Unicode
from traitlets.config import LoggingConfigurable

from spawners.cluster import TEXTS, RefusedError
from spawners.diagnosis import Ending, read_tail, refusal, traced, user_id
from studio_messages import ClusterError

if TYPE_CHECKING:
    from studio_messages import Language


@dataclass(frozen=True, slots=True)
class LastWords:
    """What is kept of a session that ended or never began: a text and its values, when, and the log's last lines."""

    key: str
    values: dict[str, str | int | float]
    when: str
    began: bool
    log: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, error: ClusterError, *, began: bool, when: datetime, log: list[str]) -> LastWords:
        """Keep an error."""
        values = {name: value if isinstance(value, int | float) else str(value) for name, value in error.values.items()}
        return cls(error.key, values, when.isoformat(), began, log)

    def kept(self) -> dict[str, Any]:
        """Return what a spawner's state can hold."""
        return asdict(self)

    @classmethod
    def read(cls, kept: object) -> LastWords | None:
        """Take up what `kept` returned; None where it is nothing of that."""
        try:
            words = cls(**kept) if isinstance(kept, dict) else None
        except TypeError:
            return None
        return words if words and TEXTS.find(words.key, "en", **words.values) is not None else None

    def error(self) -> ClusterError:
        """Return it as the error it was made of."""
        return ClusterError(TEXTS, self.key, **self.values)

    def said(self, language: Language) -> dict[str, Any]:
        """Return it for a page: title, text, remedy and log."""
        moment = datetime.fromisoformat(self.when).astimezone()
        today = moment.date() == datetime.now().astimezone().date()
        clock = moment.strftime("%H:%M" if today else "%d.%m., %H:%M")
        title = TEXTS("session-ended-at", language, time=clock) if self.began else TEXTS("session-not-begun", language)
        error = self.error()
        return {
            "began": self.began,
            "title": title,
            "text": error.message(language),
            "remedy": error.remedy(language),
            "log": self.log,
        }


class ExplainsItsEnd(LoggingConfigurable):  # type: ignore[misc]
    """The part of a Slurm spawner that finds out why its server ended, or did not start, and keeps it."""

    log_folder = Unicode(
        help="""Folder on a shared file system for the servers' logs, so that the hub can show their last lines.

        People must be able to create files in it and not to list it, the hub to read them by its group: mode 3753,
        owned by root or the hub's account, with its group. Empty: logs stay in people's homes, closed to the hub.
        """
    ).tag(config=True)

    last_words = Dict(help="Why this server ended or did not start, until the next start: see `LastWords`.")

    _leaving = Bool(False, help="Whether this server ends because it was asked to.")

    @property
    def _home_log(self) -> str:
        return f"{self.req_homedir}/.ai-studio-session.log"

    @property
    def _log_file(self) -> str:
        return f"{self.log_folder}/{self.user.name}-{self.job_id}.log" if self.log_folder else self._home_log

    async def _explained(self, error: ClusterError, *, began: bool) -> ClusterError:
        """Return what to tell the person instead of `error`, and keep it for her next visit."""
        log: list[str] = []
        when = datetime.now(UTC)
        if isinstance(error, RefusedError):
            self.log.warning("sbatch refused the server of %s: %s", self._log_name, error.said)
            error = refusal(error.said)
        elif error.key in ("job-ended", "no-port"):
            log = await self._log_tail()
            if error.key == "no-port":
                error = self._cause(trace) if (trace := traced(log)) else error
            elif ending := await Ending.ask(self.slurm, self.job_id):
                when = ending.ended or when
                error = self._cause(ending.cause(user_id(self.user.name), log), ending)
        if not self._leaving:
            self.last_words = LastWords.of(error, began=began, when=when, log=log).kept()
        return error

    def _cause(self, name: str, ending: Ending | None = None) -> ClusterError:
        ending = ending or Ending("")
        return ClusterError(
            TEXTS,
            f"cause-{name}",
            minutes=ending.minutes,
            hours=ending.minutes // 60,
            node=ending.node or "–",
            state=ending.state,
            code=str(ending.exit_code),
            python=self.cmd[0] if self.cmd else "–",
            job=self.job_id,
            log=self._log_file,
        )

    async def _log_tail(self) -> list[str]:
        """Read the end of the server's log where the hub may; a file system that hangs is not waited for."""
        if not self.log_folder:
            return []
        try:
            async with asyncio.timeout(3):
                lines = await asyncio.to_thread(read_tail, Path(self._log_file), self.user.name)
        except TimeoutError:
            return []
        token = self.api_token
        return [line.replace(token, "[…]") if token else line for line in lines]

    def said_last(self, language: Language) -> dict[str, Any] | None:
        """Return why this server ended or did not start, for a page; None where there is nothing to be said."""
        words = LastWords.read(self.last_words)
        return words.said(language) if words else None
