"""Everything that may be set for a run of the predictive-maintenance PoC."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

# Settings that shape the simulated fleet and mean nothing for other data; each has its bounds in its field.
SIMULATED = ("units", "test_units", "censored", "wear", "fouling", "noise", "drift", "gaps")

_COSTS = (
    *("planned_cost", "failure_cost", "lead_time", "inspection", "downtime_cost", "planned_hours", "failure_hours"),
    "inspection_cost",
)


class Configuration(BaseModel):
    """The settings of one run; what is not named keeps its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subset: Annotated[Literal["FD001", "FD002", "FD003", "FD004"], Field(description="C-MAPSS subset")] = "FD001"
    budget: Annotated[
        Literal["quick", "full"], Field(description="quick: a first impression in seconds; full: the honest model")
    ] = "full"
    cap: Annotated[int, Field(ge=20, le=1000, description="Cycles beyond which remaining life counts as 'enough'")] = (
        125
    )
    device: Annotated[Literal["auto", "cpu", "cuda"], Field(description="Where the network is trained")] = "auto"
    precision: Annotated[
        Literal["auto", "full", "mixed"], Field(description="auto: mixed (bfloat16) on a GPU, full on a processor")
    ] = "auto"
    seed: Annotated[int, Field(ge=0, le=2**31 - 1, description="Seed of every random draw")] = 0
    units: Annotated[int, Field(ge=20, le=1000, description="Simulated units whose end was seen")] = 100
    test_units: Annotated[int, Field(ge=5, le=1000, description="Simulated units in service")] = 40
    censored: Annotated[float, Field(ge=0, le=0.8, description="Share of simulated units taken out before failing")] = (
        0.15
    )
    wear: Annotated[float, Field(ge=0.3, le=3, description="How fast damage grows in simulated bearings")] = 1.0
    fouling: Annotated[float, Field(ge=0, le=3, description="How fast simulated cooling clogs; 0: never")] = 1.0
    noise: Annotated[float, Field(ge=0, le=5, description="White noise of the simulated sensors")] = 1.0
    drift: Annotated[float, Field(ge=0, le=10, description="Slow drift of the simulated sensors")] = 1.0
    gaps: Annotated[float, Field(ge=0, le=0.3, description="Share of simulated shifts that were not recorded")] = 0.01
    unit: Annotated[str, Field(description="Own table: column that names the unit (guessed where not said)")] = ""
    time: Annotated[str, Field(description="Own table: column with the cycle, operating hours or date")] = ""
    end: Annotated[str, Field(description="Own table: column that says why a unit's history ends")] = ""
    target: Annotated[str, Field(description="Own table of events: column that says whether a row failed")] = ""
    sensors: Annotated[str, Field(description="Own table: measured columns, separated by commas")] = ""
    settings: Annotated[str, Field(description="Own table: columns that people set, separated by commas")] = ""
    planned_cost: Annotated[float, Field(gt=0, le=1e12, description="One planned replacement, any money unit")] = 1.0
    failure_cost: Annotated[float, Field(gt=0, le=1e12, description="One failure with what it brings, same unit")] = 5.0
    lead_time: Annotated[int, Field(ge=0, le=1000, description="Cycles between an alarm and the replacement")] = 10
    inspection: Annotated[int, Field(ge=1, le=1000, description="Cycles between two looks at the prediction")] = 5
    downtime_cost: Annotated[float, Field(ge=0, le=1e12, description="Money lost in one hour of standstill")] = 0.0
    planned_hours: Annotated[float, Field(ge=0, le=1e4, description="Hours that a planned replacement takes")] = 0.0
    failure_hours: Annotated[float, Field(ge=0, le=1e4, description="Hours that a failure takes")] = 0.0
    inspection_cost: Annotated[float, Field(ge=0, le=1e12, description="One look at the prediction")] = 0.0
    today: Annotated[
        Literal["run-to-failure", "fixed-interval", "age", "condition"], Field(description="Today's policy")
    ] = "run-to-failure"
    today_value: Annotated[
        float, Field(ge=0, le=1e6, description="Today's interval or age in cycles, or share of failures found in time")
    ] = 0.0
    given_away: Annotated[
        float, Field(ge=0, le=0.99, description="With condition: share of its life a unit loses when replaced in time")
    ] = 0.0

    def costs(self) -> dict[str, Any]:
        """Return the settings of the decision, as `decision.DecisionTable.evaluate` takes them but for `today`."""
        return {name: getattr(self, name) for name in _COSTS}

    def simulated(self) -> dict[str, Any]:
        """Return the settings that shape the simulated fleet, as `simulate.simulate_fleet` takes them."""
        return {name: getattr(self, name) for name in (*SIMULATED, "seed")}
