"""What a notebook server would do at its start and never uses, left out.

Measured with ``python -X importtime`` on two busy cores: the hub's page handlers and database (with SQLAlchemy and
Alembic), which JupyterHub's log module needs for one name each, take 0.5 s of 1.8 s; a grammar for international web
addresses, which jsonschema loads where it is installed and does without where it is not, takes 0.7 s. After that
JupyterLab runs Node.js for 0.5 s or more.
"""

from __future__ import annotations

import importlib.util
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_THE_HUB = ("jupyterhub.handlers", "jupyterhub.handlers.pages", "jupyterhub.orm")

# jsonschema answers an ImportError by not offering the check of "iri" formats, which no Jupyter schema uses.
_OPTIONAL = "rfc3987_syntax"


@contextmanager
def lean_imports() -> Iterator[None]:
    """Leave these modules out of whatever is imported inside the block; later imports get the real ones."""
    put = {name: ModuleType(name) for name in _OF_THE_HUB if name not in sys.modules}
    for stand_in in put.values():
        stand_in.HealthCheckHandler = type("HealthCheckHandler", (), {})  # type: ignore[attr-defined]
    sys.modules.update(put)
    optional_was_free = _OPTIONAL not in sys.modules
    if optional_was_free:
        sys.modules[_OPTIONAL] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name, stand_in in put.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
        if optional_was_free:
            sys.modules.pop(_OPTIONAL, None)


def ask_no_yarn() -> None:
    """Keep JupyterLab from running Node.js to learn a registry for building extensions, which no server here does."""
    if importlib.util.find_spec("jupyterlab") is None:
        return
    from jupyterlab import commands  # noqa: PLC0415 - only where there is a JupyterLab

    if hasattr(commands, "_yarn_config"):
        commands._yarn_config = lambda _logger: {"yarn config": {}, "npm config": {}}
