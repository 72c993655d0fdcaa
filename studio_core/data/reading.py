"""Reading number tables from files that others wrote: size first, then every complaint with its row and column."""

from __future__ import annotations

import errno
import gzip
import io
import math
import os
import stat
import zlib
from typing import TYPE_CHECKING, NoReturn

import numpy as np
import pandas as pd

from studio_core import TEXTS
from studio_messages import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Far above any sensor table this studio is made for, far below what would exhaust a small node's memory.
LARGEST_FILE = 512 * 1024**2

_GZIP_MAGIC = b"\x1f\x8b"


def read_text(path: Path, largest: int = LARGEST_FILE) -> str:
    """Return the text of a plain or gzip-compressed file, never reading more than `largest` bytes of content.

    Raises
    ------
    DataError
        Missing, unreadable, too large, damaged gzip, or not text.

    """
    content = read_bytes(path, largest)
    if not content.strip():
        raise DataError(TEXTS, "file-empty", file=path.name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise DataError(TEXTS, "file-not-text", file=path.name, row=row) from error


def read_bytes(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return the content of a plain or gzip-compressed file, never more than `largest` bytes of it.

    Raises
    ------
    DataError
        Missing, unreadable, too large, or damaged gzip.

    """
    check_size(path, largest)
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise DataError(TEXTS, "file-unreadable", file=path, reason=error.strerror or "?") from error
    return _unpack(path, packed, largest)


def check_size(path: Path, largest: int | None) -> None:
    """See that a file is there and not larger than `largest` bytes, without reading it.

    Raises
    ------
    DataError
        Missing, not a file, unreadable, or too large.

    """
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise DataError(TEXTS, "file-missing", file=path.name, folder=path.parent) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "?"
        raise DataError(TEXTS, "file-unreadable", file=path, reason=reason) from error
    if stat.S_ISDIR(found.st_mode):
        raise DataError(TEXTS, "file-unreadable", file=path, reason=os.strerror(errno.EISDIR))
    # A pipe or a device has no size and may never end.
    if not stat.S_ISREG(found.st_mode):
        raise DataError(TEXTS, "file-unreadable", file=path, reason=os.strerror(errno.EINVAL))
    if largest is not None and found.st_size > largest:
        raise _too_large(path, largest)


def _unpack(path: Path, packed: bytes, largest: int) -> bytes:
    is_gzip = packed.startswith(_GZIP_MAGIC)
    if path.suffix == ".gz" and not is_gzip:
        raise DataError(TEXTS, "file-not-gzip", file=path.name)
    if not is_gzip:
        return packed
    try:
        # A few bytes can unpack to gigabytes: ask for one byte more than allowed, and no further.
        with gzip.open(io.BytesIO(packed)) as stream:
            content = stream.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(TEXTS, "file-damaged", file=path.name) from error
    if len(content) > largest:
        raise _too_large(path, largest)
    return content


def _too_large(path: Path, largest: int) -> DataError:
    return DataError(TEXTS, "file-too-large", file=path.name, megabytes=largest // 1024**2)


def read_numbers(path: Path, columns: Sequence[str], largest: int = LARGEST_FILE) -> pd.DataFrame:
    """Read a table of numbers without header, separated by spaces, with exactly `columns`.

    Returns
    -------
    One float64 column per name, as many rows as the file has lines with content.

    Raises
    ------
    DataError
        As `read_text`, or a row with too few or too many columns, or something that is not a finite number.

    """
    text = read_text(path, largest)
    try:
        table = pd.read_csv(io.StringIO(text), sep=r"\s+", header=None, dtype="float64", engine="c")
    except (ValueError, pd.errors.ParserError):
        _complain(path, text, columns)
    if table.shape[1] != len(columns) or not np.isfinite(table.to_numpy()).all():
        _complain(path, text, columns)
    table.columns = pd.Index(list(columns))
    return table


def _complain(path: Path, text: str, columns: Sequence[str]) -> NoReturn:
    """Find the first row that is no row of numbers and say so; only called once reading has failed."""
    for row, line in enumerate(text.splitlines(), start=1):
        fields = line.split()
        if not fields:
            continue
        if len(fields) != len(columns):
            raise DataError(
                TEXTS,
                "row-width",
                file=path.name,
                row=row,
                found=len(fields),
                expected=len(columns),
                names=_named(columns),
            )
        for name, field in zip(columns, fields, strict=True):
            if not _is_number(field):
                raise DataError(TEXTS, "cell-not-number", file=path.name, row=row, column=name, value=shorten(field))
    raise DataError(TEXTS, "file-damaged", file=path.name)


def _named(columns: Sequence[str]) -> str:
    return ", ".join(columns) if len(columns) <= 6 else f"{', '.join(columns[:3])}, … {columns[-1]}"


def _is_number(field: str) -> bool:
    # float() also takes "1_000", which is a typing error here.
    if "_" in field:
        return False
    try:
        return math.isfinite(float(field))
    except ValueError:
        return False


def shorten(value: str, length: int = 30) -> str:
    """Return `value` fit for a sentence: control characters replaced, at most `length` characters."""
    shown = "".join(character if character.isprintable() else "·" for character in value)
    return shown if len(shown) <= length else shown[: length - 1] + "…"
