"""One studio on this machine for all contract tests, started from its command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.hub import RunningHub, free_port, running_hub

if TYPE_CHECKING:
    from collections.abc import Iterator

AI_STUDIO = Path(sys.executable).with_name("ai-studio")


@pytest.fixture(scope="session")
def ai_studio() -> Path:
    """The installed command."""
    return AI_STUDIO


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """The embedded studio, running."""
    folder = tmp_path_factory.mktemp("studio")
    config = folder / "studio.yaml"
    config.write_text(f"state_dir: state\nlisten: {{port: {free_port()}}}\n")
    with running_hub(AI_STUDIO, config) as hub:
        yield hub
