"""Every sentence a person reads, in English and German, and the errors that carry them.

Each room keeps its texts beside its code, in ``<room>/texts/en.ftl`` and ``de.ftl`` (Project Fluent: plurals, numbers
and dates follow the language), and opens them once::

    TEXTS = Catalogue("hub_config")
    TEXTS("sign-in-title", language="de")

This room is below all others: it imports none of them.
"""

from studio_messages.catalogue import LANGUAGES, Catalogue, Language, chosen_language, use_language
from studio_messages.errors import (
    ClusterError,
    DataError,
    ModelError,
    SettingsError,
    StudioError,
    UsageError,
)

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "ClusterError",
    "DataError",
    "Language",
    "ModelError",
    "SettingsError",
    "StudioError",
    "UsageError",
    "chosen_language",
    "use_language",
]
