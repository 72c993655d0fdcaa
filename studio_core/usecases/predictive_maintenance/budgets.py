"""How much work a run may be: a first impression in seconds, or the honest model."""

from __future__ import annotations

from dataclasses import dataclass

from studio_core.usecases.predictive_maintenance.network import Schedule
from studio_core.usecases.predictive_maintenance.sequence import SequenceSchedule

FOLDS = 5


@dataclass(frozen=True)
class Budget:
    """How much work a run may be; both budgets walk the same code.

    Attributes
    ----------
    repeats
        How often the units are divided into folds anew; each time a network is trained for every fold.
    sequence
        None where the time does not allow the sequence member.
    threads
        Many quick runs share a node in a workshop; threads that wait for each other would be slower than one.
    shares
        How the time divides among the stages, about.

    """

    repeats: int
    schedule: Schedule
    tree_rounds: int
    sequence: SequenceSchedule | None
    threads: int | None
    shares: dict[str, float]

    @property
    def tree_rate(self) -> float:
        """Learning rate of the boosted trees: fewer rounds take longer steps."""
        return 0.05 if self.tree_rounds > 100 else 0.12


BUDGETS = {
    "quick": Budget(
        repeats=1,
        schedule=Schedule(hidden=(48, 24), steps=800, batch=256),
        tree_rounds=80,
        sequence=None,
        threads=1,
        shares={"stage-features": 2, "stage-network": 3, "stage-trees": 4, "stage-baselines": 1, "stage-judge": 1},
    ),
    "full": Budget(
        repeats=3,
        schedule=Schedule(),
        tree_rounds=300,
        sequence=SequenceSchedule(),
        threads=None,
        shares={
            "stage-features": 1,
            "stage-network": 30,
            "stage-sequence": 25,
            "stage-trees": 10,
            "stage-baselines": 3,
            "stage-judge": 1,
        },
    ),
}
