"""How a fleet is spoken of: the sample's spindles and shifts, or an own table's units and cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studio_widgets.markup import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio_core.usecases.predictive_maintenance import Fleet


def words(fleet: Fleet) -> Callable[..., str]:
    """Return what says a text about `fleet`: for own data the text's attribute ``own``, where it has one."""
    return TEXTS if fleet.simulated else own_words


def own_words(key: str, **values: Any) -> str:
    """Say `key` about own data."""
    return TEXTS.find(f"{key}.own", **values) or TEXTS(key, **values)
