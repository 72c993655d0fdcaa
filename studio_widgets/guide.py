"""What a workshop guide is made of: steps that know where one is, work that shows itself, exercises that answer."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets as t

from studio_messages import StudioError
from studio_widgets.markup import TEXTS, Piece, fill
from studio_widgets.numbers import number
from studio_widgets.remembered import FILE, Progress, recall, remember

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio_core.runs.progress import Step

STEPS = ("question", "data", "quality", "baseline", "model", "uncertainty", "decision", "limits", "next")


class Walkthrough(t.HasTraits):
    """Which step of a guide one is at, which were reached before and which exercises were solved.

    Knows nothing of how it is shown. With a `file`, both are remembered there from one kernel to the next.
    """

    steps = t.Tuple(STEPS, help="Keys of the steps, in order.")
    current = t.Unicode(help="Key of the present step; empty before the first.")
    reached = t.Tuple((), help="Keys of the steps reached so far.")
    solved = t.Tuple((), help="Keys of the exercises solved so far.")
    file = t.Instance(Path, allow_none=True, help="Where progress is remembered; None for nowhere.")

    @classmethod
    def beside(cls, folder: Path) -> Walkthrough:
        """Go on where one was, as the file in `folder` says."""
        known = recall(folder / FILE)
        reached = tuple(step for step in known.reached if step in STEPS)
        return cls(reached=reached, solved=known.solved, file=folder / FILE)

    def at(self, step: str) -> Piece:
        """Go to `step` and return the bar that shows it."""
        self.current = step
        if step not in self.reached:
            self.reached = (*self.reached, step)
        return step_bar(self)

    def ask(self, exercise: Exercise) -> Exercise:
        """Take up an exercise: once it is solved, that is remembered."""

        def solved() -> None:
            if exercise.key not in self.solved:
                self.solved = (*self.solved, exercise.key)

        return replace(exercise, when_right=solved)

    def reset(self) -> None:
        """Begin anew, and forget what was remembered."""
        self.current, self.reached, self.solved = "", (), ()

    @t.observe("reached", "solved")
    def _changed(self, _: t.Bunch) -> None:
        if self.file is not None:
            remember(self.file, Progress(self.reached, self.solved))

    @t.validate("current")
    def _known(self, proposal: t.Bunch) -> str:
        if proposal["value"] and proposal["value"] not in self.steps:
            raise t.TraitError(f"{proposal['value']!r} is not one of the steps {', '.join(self.steps)}")
        return str(proposal["value"])


def step_bar(walkthrough: Walkthrough) -> Piece:
    """Show all steps, the present one and those done, by glyph and text."""
    steps = walkthrough.steps
    at = steps.index(walkthrough.current) + 1
    plain = f"{TEXTS('step-of', at=at, all=len(steps))}: {TEXTS(f'step-{walkthrough.current}')}"
    plain += f" ({TEXTS('exercises-solved', count=len(walkthrough.solved), all=len(steps))})"
    return Piece(fill("steps", walkthrough=walkthrough, at=at), plain)


def begin() -> Walkthrough:
    """Begin a guide: speak the notebook's language, and show foreseen errors as a sentence instead of a traceback."""
    _speak_like_the_notebook()
    _explain_errors()
    return Walkthrough.beside(Path.cwd())


def _speak_like_the_notebook() -> None:
    """Take the language the working copy was made in; the server names the notebook to its kernel."""
    try:
        notebook = json.loads(Path(os.environ["JPY_SESSION_NAME"]).read_text(encoding="utf-8"))
        language = notebook["metadata"]["ai_studio"]["language"]
    except (KeyError, OSError, ValueError, TypeError):
        return
    if language in ("en", "de"):
        os.environ["AI_STUDIO_LANG"] = language


def _explain_errors() -> None:
    from IPython import get_ipython  # noqa: PLC0415 - only there inside a notebook
    from IPython.display import display  # noqa: PLC0415

    shell = get_ipython()
    if shell is None:
        return

    def explain(_shell: Any, _kind: type, error: StudioError, _traceback: Any, tb_offset: int | None = None) -> None:  # noqa: ARG001
        display(Piece(fill("error", message=error.message(), remedy=error.remedy()), str(error)))

    shell.set_custom_exc((StudioError,), explain)


def run_here(usecase: str, folder: str, *, data: str | Path | None = None, **settings: Any) -> Path:
    """Run a PoC in this kernel, with its progress on the page, and return its run folder.

    Parameters
    ----------
    usecase
        Name of the PoC.
    folder
        Where the run folder goes, relative to the notebook; an earlier run at that place is replaced.
    data
        File or folder with own data; None takes the PoC's sample.
    settings
        The PoC's own settings; an empty text counts as not said.

    """
    from IPython.display import display  # noqa: PLC0415

    from studio_core.runs.runner import run_usecase  # noqa: PLC0415
    from studio_core.usecases import find_usecase  # noqa: PLC0415

    target = Path(folder).absolute()
    shown = display(_progress("", 0.0, None), display_id=True)

    def show(step: Step) -> None:
        if shown is not None:
            shown.update(_progress(step.text(), step.fraction, step.remaining_s))

    words = [f"{key}={value}" for key, value in settings.items() if value != ""]
    paths = () if data is None else (Path(data),)
    finished = run_usecase(find_usecase(usecase), target, data=paths, settings=words, progress=show)
    seconds = number(finished.run.record["duration_s"], 1)
    done = TEXTS("training-done", seconds=seconds), TEXTS("training-saved", folder=folder)
    if shown is not None:
        shown.update(Piece(fill("done", lines=done), " ".join(done)))
    return target


def _progress(stage: str, fraction: float, remaining_s: float | None) -> Piece:
    left = "" if remaining_s is None else TEXTS("training-left", seconds=number(max(remaining_s, 1)))
    percent = round(100 * fraction)
    return Piece(fill("progress", stage=stage, percent=percent, left=left), f"{percent} % {stage} {left}")


def files_of(folder: Path) -> Piece:
    """Show what a run left behind, file by file, in words."""
    known = (
        "report.html",
        "model_card.md",
        "data_sheet.md",
        "predictions.parquet",
        "metrics.json",
        "model",
        "run.json",
        "audit.jsonl",
    )
    found = [
        (name, TEXTS(f"file-{name.replace('.', '-').replace('_', '-')}")) for name in known if (folder / name).exists()
    ]
    link = f"{folder.name}/" if folder.parent == Path.cwd() else ""
    return Piece(fill("files", files=found, link=link), "\n".join(f"{name}: {words}" for name, words in found))


@dataclass(frozen=True)
class Verdict:
    """What an exercise says to an answer: right or not, and why. `right` is None for "not attempted yet"."""

    right: bool | None
    words: str


@dataclass(frozen=True)
class Exercise:
    """A question whose answer is tried out, not compared as text.

    Parameters
    ----------
    judge
        Takes the answer and returns a `Verdict`.
    hint_text
        What helps without giving it away.
    solution_text
        One right answer, as code.
    key
        Name under which it is remembered as solved.
    when_right
        Called when it was solved.

    """

    judge: Callable[[Any], Verdict]
    hint_text: str
    solution_text: str
    key: str = ""
    when_right: Callable[[], None] | None = None

    def check(self, answer: Any) -> Piece:
        """Try the answer out."""
        try:
            verdict = self.judge(answer)
        except Exception as error:  # noqa: BLE001 - the answer is the participant's own code
            verdict = Verdict(False, TEXTS("exercise-wrong-kind", error=f"{type(error).__name__}: {error}"))
        if verdict.right and self.when_right is not None:
            self.when_right()
        key = {True: "exercise-right", False: "exercise-not-yet", None: "exercise-open"}[verdict.right]
        piece = fill("verdict", verdict=verdict, heading=TEXTS(key))
        return Piece(piece, f"{TEXTS(key)} {verdict.words}".strip())

    def hint(self) -> Piece:
        """Show what helps."""
        return Piece(fill("hint", heading=TEXTS("exercise-hint"), text=self.hint_text, code=""), self.hint_text)

    def solution(self) -> Piece:
        """Show one right answer."""
        heading = TEXTS("exercise-solution")
        return Piece(fill("hint", heading=heading, text="", code=self.solution_text), self.solution_text)
