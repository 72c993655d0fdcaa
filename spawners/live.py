"""What one question to the scheduler tells, and answers that several people look at: kept for a while."""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar

from studio_messages import ClusterError

if TYPE_CHECKING:
    from spawners.cluster import Slurm

Known = TypeVar("Known")


class OneQuestion(ABC):
    """Something that the scheduler tells in one answer."""

    question: ClassVar[tuple[str, ...]]

    @classmethod
    async def ask(cls, slurm: Slurm, *more: str) -> Self:
        """Put the question, with `more` arguments at its end.

        Raises
        ------
        ClusterError
            There was no normal answer.

        """
        return cls.read(await slurm.ask(*cls.question, *more))

    @classmethod
    @abstractmethod
    def read(cls, answer: str) -> Self:
        """Read what the question's command printed; what is in no known form is left out."""


class Live(Generic[Known]):
    """An answer, asked for only when somebody looks, and then at most every `keep` seconds.

    Parameters
    ----------
    ask
        Puts the question; raises ClusterError where there is no normal answer.
    keep
        Seconds that an answer, or its absence, is good for.
    patience
        Seconds that a page waits for it.

    """

    def __init__(self, ask: Callable[[], Awaitable[Known]], *, keep: float = 10.0, patience: float = 2.0) -> None:
        self.keep = keep
        self.patience = patience
        self._ask = ask
        self._found: Known | None = None
        self._until = 0.0
        self._asking: asyncio.Task[None] | None = None

    async def look(self, patience: float | None = None) -> Known | None:
        """Return what there is; None where the scheduler does not say so in time, which `patience` can lengthen."""
        if time.monotonic() >= self._until:
            if self._asking is None or self._asking.done():
                self._asking = asyncio.create_task(self._renew(), name="look at the cluster")
            # Left to itself when it takes longer: the next page will have its answer.
            await asyncio.wait({self._asking}, timeout=patience or self.patience)
        return self._found if time.monotonic() < self._until else None

    async def _renew(self) -> None:
        try:
            self._found = await self._ask()
        except ClusterError:
            self._found = None
        self._until = time.monotonic() + self.keep
