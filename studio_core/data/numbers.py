"""Numbers as people write them: decimal point or comma, thousands separators, and the many words for "nothing"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

Decimal = Literal[".", ","]
Proof = Literal[".", ",", "either", "none", "wrong"]

EMPTY = frozenset({"", "na", "n/a", "#n/a", "nan", "null", "none", "-", "--", "?", "#wert!", "#value!", "#div/0!"})
# What a text proves about the decimal sign, by the first pattern it fits; no group of three begins with a zero, so that
# 0,739 is a decimal.
_WRITINGS: tuple[tuple[re.Pattern[str], Callable[[str], Proof]], ...] = (
    (re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+", re.ASCII), lambda _: ","),
    (re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+\.\d+", re.ASCII), lambda _: "."),
    (re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+", re.ASCII), lambda text: "." if text.count(",") > 1 else "either"),
    (re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+", re.ASCII), lambda text: "," if text.count(".") > 1 else "none"),
    (re.compile(r"[+-]?(\d+,\d*|,\d+)([eE][+-]?\d+)?", re.ASCII), lambda _: ","),
    (re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII), lambda text: "." if "." in text else "none"),
)
_ALIKE: tuple[tuple[Decimal, str, str], ...] = (
    (".", r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}"),
    (",", r"[+-]?([0-9]+,?[0-9]*|,[0-9]+)([eE][+-]?[0-9]+)?", r"[+-]?[1-9][0-9]{0,2},[0-9]{3}"),
)
_SPACES = re.compile(r"(?<=\d)[\u0020\u00a0\u202f'’](?=\d{3}(\D|$))", re.ASCII)


@dataclass(frozen=True)
class Writing:
    """How a column writes its numbers.

    Attributes
    ----------
    evidence
        The decimal sign that its values prove; None where they fit both.
    clash
        Index of a value that proves the other sign, after one that proved the first; None where there is none.
    wrong
        Index of the first value that is no number in any writing; None where all are.

    """

    evidence: Decimal | None = None
    clash: int | None = None
    wrong: int | None = None
    grouped: bool = False


def examine(values: Sequence[str]) -> Writing:
    """Find out how texts write numbers; empty ones say nothing."""
    evidence: Decimal | None = None
    clash, grouped = None, False
    for index, value in enumerate(values):
        text = _SPACES.sub("", value.strip())
        if text.lower() in EMPTY:
            continue
        sign = _proof(text)
        if sign == "wrong":
            return Writing(evidence, clash, index)
        grouped |= sign == "either"
        if sign in (".", ","):
            if evidence is not None and evidence != sign and clash is None:
                clash = index
            evidence = evidence or sign
    return Writing(evidence, clash, None, grouped)


def _proof(text: str) -> Proof:
    """Return the decimal sign a text proves: "either" for 1,234; "none" where it has no such sign."""
    return next((proof(text) for pattern, proof in _WRITINGS if pattern.fullmatch(text)), "wrong")


def examine_column(values: pd.Series) -> Writing:
    """Do as `examine` for a long column: one pass where all its values are written alike, the usual case."""
    empty = values.str.lower().isin(EMPTY)
    if (values.str.fullmatch(r"[+-]?[0-9]+") | empty).all():
        return Writing()
    for sign, pattern, groups in _ALIKE:
        if (values.str.fullmatch(pattern) | empty).all():
            proving = values.str.contains(sign, regex=False) & ~values.str.fullmatch(groups)
            if proving.any():
                return Writing(sign)
    return examine(values.tolist())


def convert(values: pd.Series, decimal: Decimal) -> NDArray[np.float64]:
    """Return texts that `examine` found to be numbers as float64, empty ones as NaN."""
    text = values.str.strip()
    # Most tables have none, and looking around every digit takes as long as reading the file.
    if text.str.contains("[ \u00a0\u202f'’]").any():
        text = text.str.replace(_SPACES, "", regex=True)
    text = text.mask(text.str.lower().isin(EMPTY))
    if decimal == ",":
        text = text.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    else:
        text = text.str.replace(",", "", regex=False)
    return pd.to_numeric(text).to_numpy(dtype="float64")
