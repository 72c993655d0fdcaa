"""What `up` has created, noted before it is created, so that `down` removes exactly that, also after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from spawners.practice_cluster.layout import Layout
from spawners.practice_cluster.system import TEXTS
from studio_messages import ClusterError

if TYPE_CHECKING:
    from pathlib import Path

FILE = "cluster.json"


class Record(BaseModel):
    """The state file of one practice cluster: how it was laid out, and what of this machine belongs to it."""

    layout: Layout
    accounts: list[str] = []
    groups: list[str] = []
    memberships: list[tuple[str, str]] = []
    # "ip netns" turns its folder into a mount the first time; it goes again with the last namespace.
    namespace_mount: bool = False

    def save(self) -> None:
        """Write the record into the state folder, all of it or nothing."""
        file = self.layout.state / FILE
        fresh = file.with_suffix(".new")
        fresh.write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")
        fresh.chmod(0o644)
        fresh.replace(file)


def find_record(state: Path) -> Record | None:
    """Return the record in the folder `state`, or None where no practice cluster has been.

    Raises
    ------
    ClusterError
        The folder holds something else, or the record cannot be read.

    """
    try:
        return Record.model_validate_json((state / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if state.is_dir() and any(state.iterdir()):
            raise ClusterError(TEXTS, "practice-foreign-folder", folder=state) from None
        return None
    except NotADirectoryError:
        raise ClusterError(TEXTS, "practice-foreign-folder", folder=state) from None
    except (OSError, ValidationError) as error:
        raise ClusterError(TEXTS, "practice-record-broken", file=state / FILE) from error
