"""The proofs of concept (PoCs): one folder each, found through its ``usecase.yaml``; nothing else names them.

A PoC's package holds, beside its own code, the module its ``usecase.yaml`` calls ``engine``; `studio_core.runs.engine`
says what that must offer. Finding and listing PoCs imports none of them.
"""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from studio_core import TEXTS
from studio_messages import StudioError, UsageError, chosen_language

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from studio_core.runs.engine import Engine
    from studio_messages import Language

_DESCRIPTION = "usecase.yaml"


class BothLanguages(BaseModel):
    """One text, in each language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    en: str = Field(min_length=1)
    de: str = Field(min_length=1)

    def __call__(self, language: Language | None = None) -> str:
        """Return the text in `language` or the one in force."""
        return cast(str, getattr(self, language or chosen_language()))

    def __getitem__(self, language: Language) -> str:
        return self(language)


class UseCase(BaseModel):
    """What is known of a PoC without opening it.

    Attributes
    ----------
    minutes
        How long the guide takes a participant.
    engine
        Module of the PoC's package that runs it; empty where it runs in its notebooks only.
    widgets
        Import name of its user interface, for those who may import widgets.
    notebooks
        Its folder under ``notebooks/``.

    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: BothLanguages
    question: BothLanguages
    summary: BothLanguages
    minutes: int = Field(ge=1)
    needs: BothLanguages
    data: BothLanguages
    engine: str = ""
    widgets: str = ""
    notebooks: str
    package: str

    def load_engine(self) -> Engine:
        """Import the module that runs this PoC.

        Raises
        ------
        UsageError
            It has none.

        """
        if not self.engine:
            raise UsageError(TEXTS, "usecase-no-run", name=self.name)
        return cast("Engine", import_module(f"{self.package}.{self.engine}"))

    def described(self, language: Language | None = None) -> dict[str, str | int]:
        """Return what a list shows of it, in one language."""
        texts = {key: getattr(self, key)(language) for key in ("title", "question", "summary", "needs", "data")}
        return {"name": self.name, **texts, "minutes": self.minutes}


def find_usecases() -> list[UseCase]:
    """Return the PoCs of this installation, by name."""
    folders = sorted(files(__name__).iterdir(), key=lambda folder: folder.name)
    described = [folder for folder in folders if folder.is_dir() and (folder / _DESCRIPTION).is_file()]
    return sorted((_read(folder) for folder in described), key=lambda usecase: usecase.name)


def find_usecase(name: str) -> UseCase:
    """Return the PoC called `name`.

    Raises
    ------
    UsageError
        There is none of that name.

    """
    known = find_usecases()
    for usecase in known:
        if usecase.name == name:
            return usecase
    raise UsageError(TEXTS, "usecase-unknown", name=name, known=", ".join(usecase.name for usecase in known))


def _read(folder: Traversable) -> UseCase:
    file = f"{folder.name}/{_DESCRIPTION}"
    try:
        content = yaml.safe_load((folder / _DESCRIPTION).read_text(encoding="utf-8"))
        return UseCase(**content, package=f"{__name__}.{folder.name}")
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        reason = str(error).splitlines()[0]
        raise StudioError(TEXTS, "usecase-broken", file=file, reason=reason) from error


__all__ = ["BothLanguages", "UseCase", "find_usecase", "find_usecases"]
