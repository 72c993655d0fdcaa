"""The errors a person may see.

::

    StudioError              the work failed (exit status 1)
      ├── UsageError         the call was wrong (exit status 2)
      │     └── SettingsError    studio.yaml, or a --set, cannot be used
      ├── DataError          a file or table cannot be used: names row, column and remedy
      ├── ModelError         training or applying a model failed
      └── ClusterError       Slurm, or a server on a node, did not do what was asked

Each carries the key of its text; the text's ``.remedy`` attribute says what the reader can do about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from studio_messages.catalogue import Catalogue, Language


class StudioError(Exception):
    """Something went wrong that its reader can understand and mend.

    Parameters
    ----------
    texts
        The catalogue of the room that raises it.
    key
        Name of the message in it, with a ``.remedy`` attribute.
    values
        What is filled into message and remedy.

    """

    exit_status = 1

    def __init__(self, texts: Catalogue, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.texts = texts
        self.key = key
        self.values = values

    def message(self, language: Language | None = None) -> str:
        """Return what was wrong, and where."""
        return self.texts(self.key, language, **self.values)

    def remedy(self, language: Language | None = None) -> str:
        """Return what the reader can do."""
        return self.texts(f"{self.key}.remedy", language, **self.values)

    def __str__(self) -> str:
        return f"{self.message()} {self.remedy()}"


class UsageError(StudioError):
    """The call was wrong; nothing was done."""

    exit_status = 2


class SettingsError(UsageError):
    """A setting cannot be used."""


class DataError(StudioError):
    """A file or table cannot be used as it is."""


class ModelError(StudioError):
    """Training or applying a model failed."""


class ClusterError(StudioError):
    """Slurm, or a server on one of its nodes, did not do what was asked."""
