"""Archives as they are downloaded: single files are taken out by name and size, never the whole tree."""

from __future__ import annotations

import re
import tarfile
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from studio_core import TEXTS
from studio_core.data.reading import LARGEST_FILE, check_size
from studio_messages import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUFFIXES = (".zip", ".tar.gz", ".tgz", ".tar")
_MOST_MEMBERS = 10_000


def is_archive(path: Path) -> bool:
    """Return whether a file's name says that it is an archive."""
    return path.name.lower().endswith(SUFFIXES)


@contextmanager
def unpacked(path: Path, wanted: Callable[[str], bool], largest: int = LARGEST_FILE) -> Iterator[Path]:
    """Hand out a temporary folder with the members whose bare name is `wanted`; it is gone after the block.

    Folders inside the archive, links and anything else are passed over; of two members of one name the first counts.

    Raises
    ------
    DataError
        Missing, no archive, damaged, or with a member that unpacks to more than `largest` bytes.

    """
    check_size(path, 4 * largest)
    with tempfile.TemporaryDirectory(prefix="ai-studio-") as name:
        folder = Path(name)
        try:
            for member, opened in _members(path):
                bare = PurePosixPath(member.replace("\\", "/")).name
                if re.fullmatch(r"[\w .+()-]+", bare) and wanted(bare) and not (folder / bare).exists():
                    with opened() as stream:
                        _copy(stream, folder / bare, largest, path)
        except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise DataError(TEXTS, "file-damaged", file=path.name) from error
        yield folder


def _members(path: Path) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    if path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as packed:
            for entry in packed.infolist()[:_MOST_MEMBERS]:
                if not entry.is_dir():
                    yield entry.filename, lambda entry=entry: packed.open(entry)  # type: ignore[misc]
        return
    with tarfile.open(path) as tar:
        for number, member in enumerate(tar):
            if number >= _MOST_MEMBERS:
                return
            stream = tar.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield member.name, lambda stream=stream: stream  # type: ignore[misc]


def _copy(stream: IO[bytes], target: Path, largest: int, archive: Path) -> None:
    left = largest
    with target.open("wb") as written:
        while block := stream.read(min(1 << 20, left + 1)):
            left -= len(block)
            if left < 0:
                raise DataError(TEXTS, "file-too-large", file=archive.name, megabytes=largest // 1024**2)
            written.write(block)
