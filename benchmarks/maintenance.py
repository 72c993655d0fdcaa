"""Predictive maintenance on NASA C-MAPSS: every subset that is at hand, several seeds, one table as Markdown and JSON.

`make bench-maintenance`, or `python -m benchmarks.maintenance FOLDER [--seeds 0 1 2] [--out DIR] [--resume]`. Each
training is a process of its own, as a person would start it; the test part decides nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from studio_core.usecases.predictive_maintenance import SUBSETS, Configuration, read_cmapss, train
from studio_core.usecases.predictive_maintenance.cost_study import cost_figures

ROOT = Path(__file__).parents[1]
FAILURE_COSTS = (2.0, 5.0, 10.0)
LEAD_TIME, INSPECTION = 10, 5
FLEET = 100


def train_once(folder: Path, subset: str, seed: int) -> dict[str, Any]:
    """Train in this process and return the figures, the time of a prediction, and the cost study of this seed."""
    fleet = read_cmapss(folder, subset)
    result = train(fleet, Configuration(seed=seed))
    some = fleet.test[fleet.test["unit"].isin(fleet.units("test")[:FLEET])]
    times = []
    for _ in range(6):
        started = time.perf_counter()
        result.predict(some)
        times.append(time.perf_counter() - started)
    costs = [
        cost_figures(result.decision, planned_cost=1.0, failure_cost=cost, lead_time=LEAD_TIME, inspection=INSPECTION)
        for cost in FAILURE_COSTS
    ]
    load = os.getloadavg()[0]
    timing = {"predict_first_s": times[0], "predict_s": statistics.median(times[1:]), "load_average": load}
    return {"subset": subset, "seed": seed, **result.metrics, **timing, "costs": costs}


def measure(folder: Path, seeds: list[int], out: Path, resume: bool) -> list[dict[str, Any]]:
    """Train each subset that lies in `folder` with each seed, one after the other; each leaves its file in `out`."""
    found = [subset for subset in SUBSETS if list(folder.glob(f"train_{subset}.txt*"))]
    if not found:
        sys.exit(f"There is no train_FD00x.txt or train_FD00x.txt.gz in {folder}.")
    measured = []
    for seed in seeds:
        for subset in found:
            file = out / f"{subset}-{seed}.json"
            if not (resume and file.is_file()):
                file.write_text(_in_own_process(folder, subset, seed))
            measured.append(json.loads(file.read_text()))
            one = measured[-1]
            print(f"{subset} seed {seed}: RMSE {one['rmse']:.2f}, {one['train_seconds']:.0f} s", file=sys.stderr)
    return measured


def _in_own_process(folder: Path, subset: str, seed: int) -> str:
    command = [sys.executable, "-m", "benchmarks.maintenance", str(folder), "--one", subset, str(seed)]
    environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}
    done = subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    return done.stdout


def table(measured: list[dict[str, Any]]) -> str:
    """Return the figures as Markdown."""
    columns = ("RMSE (seeds)", "mean ± spread", "NASA score", "RMSE uncapped", "90 % interval covers", "its width")
    lines = [f"| | {' | '.join(columns)} | training | fleet of {FLEET} |", "|---|---|---|---|---|---|---|---|---|"]
    others = [
        "| | ridge | gradient boosting | PatchTST alone | its share | RMSE in cross-validation |",
        "|---|---|---|---|---|---|",
    ]
    costs = ["| | failure costs | saved against the best age | failures | missed | late |", "|---|---|---|---|---|---|"]
    for subset in sorted({one["subset"] for one in measured}):
        runs = [one for one in measured if one["subset"] == subset]
        rmse = [one["rmse"] for one in runs]
        lines.append(
            f"| {subset} | {' / '.join(f'{value:.2f}' for value in rmse)} | {statistics.mean(rmse):.2f} ± "
            f"{statistics.pstdev(rmse):.2f} | {_span(runs, 'nasa_score', 0)} | {_span(runs, 'rmse_uncapped', 1)} | "
            f"{_span(runs, 'coverage_90', 3)} | {_span(runs, 'width_90', 1)} | {_span(runs, 'train_seconds', 0)} s | "
            f"{statistics.median(one['predict_s'] for one in runs):.3f} s |"
        )
        parts = [
            " / ".join(f"{one['baselines'][name]['rmse']:.2f}" for one in runs)
            for name in ("ridge", "gradient_boosting")
        ]
        parts += [" / ".join(f"{one['sequence']['rmse']:.2f}" for one in runs)]
        parts += [" / ".join(f"{one['sequence']['share']:.0%}" for one in runs)]
        parts += [" / ".join(f"{one['cross_validation']['rmse']:.2f}" for one in runs)]
        others.append(f"| {subset} | {' | '.join(parts)} |")
        for number, cost in enumerate(FAILURE_COSTS):
            studied = [one["costs"][number] for one in runs]
            saved = [each["saving_vs_age_replacement"] for each in studied]
            ranges = " / ".join(f"{each['value']:.0%} [{each['low']:.0%}, {each['high']:.0%}]" for each in saved)
            counts = [" / ".join(str(each[name]) for each in studied) for name in ("failures", "missed", "late")]
            costs.append(f"| {subset} | {cost:g} × planned | {ranges} | {' | '.join(counts)} |")
    return "\n\n".join("\n".join(part) for part in (lines, others, costs)) + "\n"


def _span(runs: list[dict[str, Any]], name: str, digits: int) -> str:
    low, high = (f"{pick(one[name] for one in runs):.{digits}f}" for pick in (min, max))
    return low if low == high else f"{low}–{high}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "maintenance")
    parser.add_argument("--resume", action="store_true", help="keep what an earlier, interrupted call measured")
    parser.add_argument("--one", nargs=2, metavar=("SUBSET", "SEED"), help="one training; figures to standard output")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(train_once(given.folder, given.one[0], int(given.one[1]))))
        return
    given.out.mkdir(parents=True, exist_ok=True)
    measured = measure(given.folder.resolve(), given.seeds, given.out, given.resume)
    (given.out / "maintenance.json").write_text(json.dumps(measured, indent=2) + "\n")
    (given.out / "maintenance.md").write_text(table(measured))
    print(table(measured))


if __name__ == "__main__":
    main()
