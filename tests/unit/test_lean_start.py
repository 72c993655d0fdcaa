"""A server's start leaves out what it never uses, and leaves no trace of having done so."""

from __future__ import annotations

import subprocess
import sys


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def test_the_server_imports_no_database_and_no_grammar() -> None:
    unwanted = ("alembic", "lark", "rfc3987_syntax", "jupyterhub.orm", "jupyterhub.handlers", "torch")
    code = f"import sys, spawners.single_user; print([name for name in {unwanted} if name in sys.modules])"
    assert _run(code) == "[]"


def test_later_imports_get_the_real_modules() -> None:
    code = (
        "import spawners.single_user; from jupyterhub import orm; from jupyterhub.handlers.pages import HomeHandler; "
        "import rfc3987_syntax; print(orm.User.__tablename__, HomeHandler.__name__, rfc3987_syntax.__name__)"
    )
    assert _run(code) == "users HomeHandler rfc3987_syntax"


def test_jupyterlab_runs_no_node_at_its_start() -> None:
    code = (
        "import subprocess; from spawners.lean_start import ask_no_yarn; ask_no_yarn(); "
        "subprocess.Popen = None; import jupyterlab.labapp; print(jupyterlab.labapp.LabApp.name)"
    )
    assert _run(code) == "lab"
