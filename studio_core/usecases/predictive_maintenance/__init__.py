"""Predictive maintenance: how long will each unit of a fleet still run, and when does replacing it pay?

One vertical slice: `data` and `simulate` bring a `Fleet`, `features` describes it, `model` and `training` learn from
it, `evaluate` and `decision` judge, `explain` tells which sensors moved, `headless` runs it all from the command
line. The names below are imported on first use, so that looking at the data never waits for torch.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from studio_messages import Catalogue

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.configuration import Configuration
    from studio_core.usecases.predictive_maintenance.data import SUBSETS, read_cmapss
    from studio_core.usecases.predictive_maintenance.decision import Decision, DecisionTable
    from studio_core.usecases.predictive_maintenance.fleet import Fleet, Quality
    from studio_core.usecases.predictive_maintenance.question import WhatIf, what_if
    from studio_core.usecases.predictive_maintenance.result import Result, load_result
    from studio_core.usecases.predictive_maintenance.simulate import simulate_fleet
    from studio_core.usecases.predictive_maintenance.training import train

TEXTS = Catalogue(__name__)

_HOMES = {
    "SUBSETS": "data",
    "Configuration": "configuration",
    "Decision": "decision",
    "DecisionTable": "decision",
    "Fleet": "fleet",
    "Quality": "fleet",
    "Result": "result",
    "load_result": "result",
    "read_cmapss": "data",
    "simulate_fleet": "simulate",
    "train": "training",
    "WhatIf": "question",
    "what_if": "question",
}

__all__ = [
    "SUBSETS",
    "TEXTS",
    "Configuration",
    "Decision",
    "DecisionTable",
    "Fleet",
    "Quality",
    "Result",
    "WhatIf",
    "load_result",
    "read_cmapss",
    "simulate_fleet",
    "train",
    "what_if",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
