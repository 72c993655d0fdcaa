"""What a long run has finished so far, kept beside its run folder, so that a killed run goes on where it was."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors.numpy import load_file, save

from studio_core import TEXTS
from studio_messages import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[Any]]

_IDENTITY, _SECONDS = "identity", "seconds"


class Checkpoint:
    """Keeps each finished part of a work as a file of plain arrays.

    Parameters
    ----------
    folder
        Where the parts lie; None keeps nothing.
    identity
        What the parts depend on (settings, data, versions). Parts of a work with another identity are thrown away.

    """

    def __init__(self, folder: Path | None, identity: str) -> None:
        self.folder = folder
        self.seconds = 0.0
        if folder is None:
            return
        folder.mkdir(parents=True, exist_ok=True)
        mark = folder / _IDENTITY
        if not mark.is_file() or mark.read_text(encoding="utf-8") != identity:
            for file in folder.glob("*.safetensors"):
                file.unlink()
            mark.write_text(identity, encoding="utf-8")

    def part(self, name: str, make: Callable[[], Arrays]) -> tuple[Arrays, bool]:
        """Return the arrays of a part, and whether an earlier process made them; `seconds` sums what that took."""
        if (found := self._kept(name)) is not None:
            self.seconds += float(found.pop(_SECONDS)[0])
            return found, True
        started = time.monotonic()
        made = make()
        if self.folder is not None:
            spent = np.array([time.monotonic() - started])
            packed = save({key: np.ascontiguousarray(array) for key, array in {**made, _SECONDS: spent}.items()})
            temporary = self.folder / f"{name}.partial"
            temporary.write_bytes(packed)
            temporary.replace(self.folder / f"{name}.safetensors")
        return made, False

    def _kept(self, name: str) -> Arrays | None:
        if self.folder is None:
            return None
        # A file that a dying disk or node left damaged is computed again.
        with suppress(Exception):
            found: Arrays = load_file(self.folder / f"{name}.safetensors")
            return found if _SECONDS in found else None
        return None


def identify(values: Mapping[str, object], *arrays: NDArray[Any]) -> str:
    """Return a digest of settings and data, for `Checkpoint`."""
    digest = hashlib.sha256(repr(sorted(values.items())).encode())
    for array in arrays:
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


@contextmanager
def resumable(folder: Path, workshop: Path) -> Iterator[Path]:
    """Hand out the place where a run to `folder` keeps its finished parts.

    It vanishes with the block, however that ends: a stop or an error leaves nothing. Only a process that is killed
    (time limit, lost node, no memory) leaves it, and the next run to the same folder finds it. What else the killed
    process left is removed; `workshop` is the temporary folder of this run.

    Raises
    ------
    UsageError
        Another process is writing to `folder`.

    """
    target = folder.absolute()
    place = target.with_name(f".{target.name}.unfinished")
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError(TEXTS, "out-busy", folder=folder) from error
        except OSError:
            # A file system without locks: nobody can be told apart, so nothing of others is removed.
            pass
        else:
            for stale in target.parent.glob(f".{target.name}.*.partial"):
                if stale != workshop:
                    shutil.rmtree(stale, ignore_errors=True)
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)
