"""Model card (Mitchell et al. 2019) and data sheet (Gebru et al. 2018) as Markdown, shortened to what is true here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from studio_core import TEXTS

Row = tuple[str, str]


@dataclass(frozen=True)
class ModelCard:
    """What a model is for, how it came about, how good it is, and when not to use it; each text in one language."""

    title: str
    purpose: str
    method: Sequence[str]
    data: str
    figures: Sequence[Row]
    limits: Sequence[str]
    oversight: str

    def markdown(self, provenance: Sequence[Row]) -> str:
        """Return the card; `provenance` tells the run it comes from."""
        return _document(
            TEXTS("card-title", title=self.title),
            (TEXTS("card-purpose"), [self.purpose]),
            (TEXTS("card-method"), _bullets(self.method)),
            (TEXTS("card-data"), [self.data]),
            (TEXTS("card-figures"), _table((TEXTS("figure-name"), TEXTS("figure-value")), self.figures)),
            (TEXTS("card-limits"), _bullets(self.limits)),
            (TEXTS("card-oversight"), [self.oversight]),
            (TEXTS("card-provenance"), _table((TEXTS("figure-name"), TEXTS("figure-value")), provenance)),
        )


@dataclass(frozen=True)
class DataSheet:
    """Where data come from, what they hold, and what is known to be wrong with them; each text in one language."""

    title: str
    origin: str
    content: Sequence[Row]
    quality: Sequence[str]
    channels: Sequence[tuple[str, str, str]] = field(default=())
    rights: str = ""

    def markdown(self, fingerprint: Sequence[Row]) -> str:
        """Return the sheet; `fingerprint` are the SHA-256 sums of the data."""
        columns = (TEXTS("channel-name"), TEXTS("channel-unit"), TEXTS("channel-meaning"))
        return _document(
            TEXTS("sheet-title", title=self.title),
            (TEXTS("sheet-origin"), [self.origin]),
            (TEXTS("sheet-rights"), [self.rights]),
            (TEXTS("sheet-content"), _table((TEXTS("figure-name"), TEXTS("figure-value")), self.content)),
            (TEXTS("sheet-quality"), _bullets(self.quality)),
            (TEXTS("sheet-channels"), _table(columns, self.channels)),
            (TEXTS("sheet-fingerprint"), _table((TEXTS("figure-name"), TEXTS("figure-value")), fingerprint)),
        )


def _document(title: str, *sections: tuple[str, Sequence[str]]) -> str:
    lines = [f"# {title}"]
    for heading, content in sections:
        lines += ["", f"## {heading}", "", *content]
    return "\n".join(lines) + "\n"


def _bullets(texts: Sequence[str]) -> list[str]:
    return [f"- {text}" for text in texts]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
