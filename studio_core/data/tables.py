"""Tables that others made: CSV in whatever writing, Parquet or Excel, read into columns with what was understood.

The size is looked at before a byte is read. What had to be guessed (separator, encoding, decimal sign) is said in
`Table.notes`; what cannot be understood is a `DataError` with row and column. Nothing is ever unpickled.
"""

from __future__ import annotations

import csv
import io
import math
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from studio_core import TEXTS
from studio_core.data.numbers import EMPTY, convert, examine, examine_column
from studio_core.data.reading import check_size, read_bytes, shorten
from studio_messages import DataError

if TYPE_CHECKING:
    from studio_core.data.numbers import Decimal, Writing
    from studio_messages import Language

# Text is read as a whole; larger tables belong into Parquet, which is smaller and says what its columns are.
LARGEST_TABLE = 256 * 1024**2
# Columns that no table of sensors has; a file with more is not what its ending says.
MOST_COLUMNS = 2000
# Parquet is read column by column, so its limit is on cells, about 2 GB of them, and not on the file.
MOST_CELLS = 250_000_000
# Rows of text that are held as Python objects at a time; they take several times their size in the file.
_PART = 50_000
LARGEST_READING = 1e15
_SEPARATORS = (",", ";", "\t", "|")
SUFFIXES = (".csv", ".tsv", ".txt", ".parquet", ".pq", ".xlsx", ".xlsm")


@dataclass(frozen=True)
class Note:
    """One thing that was understood or done while reading, in words."""

    key: str
    values: dict[str, str | int | float]

    def text(self, language: Language | None = None) -> str:
        """Return it as a sentence."""
        return TEXTS(self.key, language, **self.values)


@dataclass(frozen=True)
class Table:
    """A table as read: numbers as float64 with NaN for nothing, dates as datetime64, everything else as text.

    Attributes
    ----------
    frame
        The rows; the index is the number of the row in the file, counted from 1 with the header.
    source
        The file's name, for messages.

    """

    frame: pd.DataFrame
    source: str
    notes: tuple[Note, ...] = ()


def read_table(path: Path, largest: int = LARGEST_TABLE) -> Table:
    """Read a CSV (also gzip), Parquet or Excel file.

    Raises
    ------
    DataError
        Missing, too large, damaged, of another kind, without rows, with two columns of one name, with rows of different
        widths, or with numbers written in two ways.

    """
    suffix = path.name.lower().removesuffix(".gz")
    notes: tuple[Note, ...] = ()
    if suffix.endswith((".parquet", ".pq")):
        frame = _read_parquet(path)
    elif suffix.endswith((".xlsx", ".xlsm", ".xls")):
        frame, notes = _read_excel(path, largest)
    else:
        frame, notes = _read_csv(path, largest)
    frame.columns = pd.Index([str(name).strip() for name in frame.columns])
    if twice := [name for name, count in Counter(frame.columns).items() if count > 1]:
        raise DataError(TEXTS, "column-twice", file=path.name, column=shorten(twice[0]))
    frame = frame.dropna(how="all")
    if frame.empty:
        raise DataError(TEXTS, "file-empty", file=path.name)
    frame, understood = _understand(frame, path.name)
    return Table(frame, path.name, (*notes, *understood))


def check_readings(column: pd.Series, source: str) -> None:
    """See that a column of numbers holds none that no sensor shows; empty cells are left to the caller.

    Raises
    ------
    DataError
        The first value without an end, or beyond what models compute with (32-bit numbers, and products of two).

    """
    wrong = np.flatnonzero(column.abs().to_numpy() > LARGEST_READING)
    if len(wrong):
        row, value = int(column.index[wrong[0]]), f"{column.iloc[wrong[0]]:g}"
        raise DataError(TEXTS, "cell-not-number", file=source, row=row, column=str(column.name), value=value)


def _read_parquet(path: Path) -> pd.DataFrame:
    import pyarrow as pa  # noqa: PLC0415 - half a second that CSV does not need
    from pyarrow import parquet  # noqa: PLC0415

    check_size(path, None)
    try:
        with parquet.ParquetFile(path) as file:
            rows, columns = file.metadata.num_rows, len(file.schema_arrow.names)
            fits = columns <= MOST_COLUMNS and rows * columns <= MOST_CELLS
            frame: pd.DataFrame = file.read().to_pandas() if fits else pd.DataFrame()
    # pyarrow raises many kinds for damaged files, some of them plain ones.
    except (pa.ArrowException, OSError, ValueError, TypeError, KeyError, OverflowError, MemoryError) as error:
        raise DataError(TEXTS, "file-damaged", file=path.name) from error
    if columns > MOST_COLUMNS:
        raise DataError(TEXTS, "too-many-columns", file=path.name, columns=columns, most=MOST_COLUMNS)
    if not fits:
        raise DataError(TEXTS, "table-too-large", file=path.name, rows=rows, columns=columns)
    # An index with a name is a column that pandas put aside.
    frame = frame.reset_index(drop=frame.index.name is None)
    return frame.set_axis(pd.RangeIndex(1, len(frame) + 1), axis=0)


def _read_excel(path: Path, largest: int) -> tuple[pd.DataFrame, tuple[Note, ...]]:
    content = read_bytes(path, largest)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise DataError(TEXTS, "excel-old", file=path.name)
    try:
        # A workbook is a zip file: a few bytes of it can unpack to gigabytes.
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        fits = unpacked <= 4 * largest
        book = pd.ExcelFile(io.BytesIO(content), engine="openpyxl")
        sheet = str(book.sheet_names[0])
        frame = pd.read_excel(book, sheet_name=sheet) if fits else pd.DataFrame()
    # openpyxl meets damaged files with whatever its zip and XML readers raise.
    except Exception as error:
        raise DataError(TEXTS, "file-damaged", file=path.name) from error
    if not fits:
        raise DataError(TEXTS, "file-too-large", file=path.name, megabytes=largest // 1024**2)
    if frame.shape[1] > MOST_COLUMNS:
        raise DataError(TEXTS, "too-many-columns", file=path.name, columns=frame.shape[1], most=MOST_COLUMNS)
    several = len(book.sheet_names) > 1
    notes = (Note("note-sheet", {"sheet": shorten(sheet), "count": len(book.sheet_names)}),) if several else ()
    return frame.set_axis(pd.RangeIndex(2, len(frame) + 2), axis=0), notes


def _read_csv(path: Path, largest: int) -> tuple[pd.DataFrame, tuple[Note, ...]]:
    text, notes = _decode(read_bytes(path, largest), path.name)
    separator = _separator(text[:100_000].splitlines()[:50])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or "\x1f")
    try:
        header, parts = _rows(reader, path.name)
    except csv.Error as error:
        raise DataError(TEXTS, "cell-too-long", file=path.name, row=reader.line_num) from error
    if all(examine([name]).wrong is None for name in header):
        first = shorten(", ".join(header), 60)
        raise DataError(TEXTS, "header-missing", file=path.name, first=first)
    if not parts:
        raise DataError(TEXTS, "file-empty", file=path.name)
    if separator not in (",", None):
        notes = (*notes, Note("note-separator", {"separator": {"\t": "TAB"}.get(separator, separator)}))
    return pd.concat(parts), notes


def _rows(reader: Any, source: str) -> tuple[list[str], list[pd.DataFrame]]:
    """Return the header and all cells as text, in parts; the index is the row in the file, blank ones counted."""
    header: list[str] = []
    parts: list[pd.DataFrame] = []
    rows: list[list[str]] = []
    numbers: list[int] = []
    before = 0

    def keep() -> None:
        if rows:
            names = [name.strip() or f"column {number}" for number, name in enumerate(header, start=1)]
            parts.append(pd.DataFrame(rows, columns=pd.Index(names), index=pd.Index(numbers), dtype="str"))
            rows.clear()
            numbers.clear()

    for fields in reader:
        number, before = before + 1, reader.line_num
        if not any(field.strip() for field in fields):
            continue
        if not header:
            header = fields
            if len(header) > MOST_COLUMNS:
                raise DataError(TEXTS, "too-many-columns", file=source, columns=len(header), most=MOST_COLUMNS)
        elif len(fields) != len(header):
            values = {"found": len(fields), "expected": len(header), "names": _named(header)}
            raise DataError(TEXTS, "row-width", file=source, row=number, **values)
        else:
            rows.append(fields)
            numbers.append(number)
        if len(rows) >= _PART:
            keep()
    keep()
    return header, parts


def _named(header: list[str]) -> str:
    shown = [shorten(name.strip()) for name in header]
    return ", ".join(shown) if len(shown) <= 6 else f"{', '.join(shown[:3])}, … {shown[-1]}"


def _decode(content: bytes, source: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text: UTF-8 or UTF-16 by its mark, else Windows-1252, which German Excel writes."""
    if not content.strip():
        raise DataError(TEXTS, "file-empty", file=source)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
        notes: tuple[Note, ...] = ()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        notes = (Note("note-encoding", {"encoding": "Windows-1252"}),)
    if not text.strip():
        raise DataError(TEXTS, "file-empty", file=source)
    if "\x00" in text or "\ufffd" in text or _unprintable(text) > 0.02:
        raise DataError(TEXTS, "file-not-table", file=source, kinds=", ".join(SUFFIXES))
    return text, notes


def _unprintable(text: str) -> float:
    sample = text[:4000]
    return sum(not (character.isprintable() or character in "\t\r\n") for character in sample) / len(sample)


def _separator(lines: list[str]) -> str | None:
    """Return the sign that parts the header into most columns and the rows into as many; None for a single column."""
    filled = [line for line in lines if line.strip()]
    best, most = None, 0.0
    for sign in _SEPARATORS:
        counts = [_count(line, sign) for line in filled]
        if counts[0] == 0:
            continue
        alike = sum(count == counts[0] for count in counts) / len(counts)
        if (score := alike * 100 + counts[0]) > most:
            best, most = sign, score
    return best


def _count(line: str, sign: str) -> int:
    """Count a sign outside quotes."""
    return sum(part.count(sign) for part in line.split('"')[::2])


def _understand(frame: pd.DataFrame, source: str) -> tuple[pd.DataFrame, tuple[Note, ...]]:
    """Turn columns of texts into numbers where every value is one, with one decimal sign for the whole table."""
    texts = [name for name in frame.columns if frame[name].dtype.kind not in "iufbM"]
    written = {name: _as_texts(frame[name]) for name in texts}
    styles = {name: examine_column(column) for name, column in written.items()}
    numeric = {name: style for name, style in styles.items() if style.wrong is None}
    decimal = _decimal(numeric, written, source)
    columns: dict[str, Any] = {}
    for name in frame.columns:
        if name in numeric:
            columns[name] = convert(written[name], decimal)
        elif name in written:
            columns[name] = written[name].mask(written[name].str.lower().isin(EMPTY))
        elif frame[name].dtype.kind == "M":
            columns[name] = frame[name]
        else:
            columns[name] = frame[name].to_numpy(dtype="float64", na_value=np.nan)
    notes = (Note("note-decimal-comma", {}),) if decimal == "," else ()
    return pd.DataFrame(columns, index=frame.index), notes


def _as_texts(column: pd.Series) -> pd.Series:
    if isinstance(column.dtype, pd.StringDtype):
        return column.fillna("").str.strip()
    return column.map(_as_text).astype("str")


def _as_text(value: object) -> str:
    missing = value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))
    return "" if missing else str(value).strip()


def _decimal(styles: dict[str, Writing], written: dict[str, pd.Series], source: str) -> Decimal:
    """Return the decimal sign that the columns prove.

    Raises
    ------
    DataError
        A column, or two of them, prove both; or none proves any and 1,234 could be either.

    """

    def complain(key: str, name: str, index: int) -> DataError:
        row, value = written[name].index[index], written[name].iloc[index]
        return DataError(TEXTS, key, file=source, row=int(row), column=shorten(name), value=shorten(value))

    for name, style in styles.items():
        if style.clash is not None:
            raise complain("decimal-mixed", name, style.clash)
    proofs: dict[Decimal, str] = {}
    for name, style in styles.items():
        if style.evidence is not None:
            proofs.setdefault(style.evidence, name)
    if len(proofs) > 1:
        name = list(proofs.values())[1]
        row = next(index for index, value in enumerate(written[name]) if examine([value]).evidence is not None)
        raise complain("decimal-mixed", name, row)
    unclear = next((name for name, style in styles.items() if style.grouped), None)
    if not proofs and unclear is not None:
        row = next(index for index, value in enumerate(written[unclear]) if examine([value]).grouped)
        raise complain("decimal-unclear", unclear, row)
    return next(iter(proofs), ".")
