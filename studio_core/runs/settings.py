"""The ``--set key=value`` of the command line, held against a PoC's configuration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from studio_core import TEXTS
from studio_messages import SettingsError

Settings = TypeVar("Settings", bound=BaseModel)


def parse_settings(model: type[Settings], given: Sequence[str], **fixed: Any) -> Settings:
    """Return a configuration from ``key=value`` texts; `fixed` values that are not None win over defaults.

    Raises
    ------
    SettingsError
        A text without "=", an unknown key, a key given twice, or a value that is not permitted; names what is.

    """
    keys = ", ".join(model.model_fields)
    values: dict[str, Any] = {key: value for key, value in fixed.items() if value is not None}
    for pair in given:
        key, separator, value = (part.strip() for part in pair.partition("="))
        if not separator:
            raise SettingsError(TEXTS, "setting-form", given=pair, keys=keys)
        if key not in model.model_fields:
            raise SettingsError(TEXTS, "setting-unknown", key=key, keys=keys)
        if key in values:
            raise SettingsError(TEXTS, "setting-twice", key=key)
        values[key] = value
    try:
        return model.model_validate(values)
    except ValidationError as error:
        key = str(error.errors()[0]["loc"][0])
        permitted = describe_permitted(model.model_fields[key])
        raise SettingsError(TEXTS, "setting-wrong", key=key, value=str(values[key]), permitted=permitted) from error


def describe_permitted(field: FieldInfo) -> str:
    """Return in words what a setting may be."""
    kind = field.annotation
    if get_origin(kind) is Literal:
        return ", ".join(str(value) for value in get_args(kind))
    if kind is bool:
        return TEXTS("permitted-truth")
    if kind in (int, float):
        low = next((str(limit.ge) for limit in field.metadata if hasattr(limit, "ge")), "…")
        high = next((str(limit.le) for limit in field.metadata if hasattr(limit, "le")), "…")
        return TEXTS("permitted-whole" if kind is int else "permitted-number", low=low, high=high)
    return TEXTS("permitted-text")
