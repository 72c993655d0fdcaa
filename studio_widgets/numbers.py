"""Numbers the way the reader writes them: 1.234,56 € in German, €1,234.56 in English."""

from __future__ import annotations

from babel.numbers import format_currency, format_decimal, format_percent

from studio_messages import Language, chosen_language

LOCALES: dict[Language, str] = {"en": "en_GB", "de": "de_DE"}


def _locale() -> str:
    return LOCALES[chosen_language()]


def number(value: float, digits: int = 0) -> str:
    """Return `value` with `digits` decimals."""
    return format_decimal(value, _pattern(digits), locale=_locale())


def money(value: float, digits: int = 0) -> str:
    """Return an amount in euros; a minus sign stands before it in both languages."""
    pattern = f"{_pattern(digits)}\u00a0¤" if chosen_language() == "de" else f"¤{_pattern(digits)}"
    return format_currency(value, "EUR", pattern, locale=_locale(), currency_digits=False)


def percent(value: float, digits: int = 0) -> str:
    """Return a share (0 to 1) in percent."""
    pattern = f"{_pattern(digits)}\u00a0%" if chosen_language() == "de" else f"{_pattern(digits)}%"
    return format_percent(value, pattern, locale=_locale())


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")
