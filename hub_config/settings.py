"""studio.yaml: every setting of a studio, checked before anything starts.

`StudioSettings` is the whole file; a key's description here is its documentation, repeated with examples in
``examples/laptop.yaml`` and ``examples/cluster.yaml``.
"""

from __future__ import annotations

import difflib
import ipaddress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from studio_messages import LANGUAGES, Catalogue, SettingsError

TEXTS = Catalogue("hub_config")

# One line of printable text: what may stand in a job script's directive.
_Word = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:,=+/@-]*$", max_length=200)]
_Duration = Annotated[str, StringConstraints(pattern=r"^(\d+-)?\d{1,3}(:[0-5]\d){1,2}$")]
_Memory = Annotated[str, StringConstraints(pattern=r"^\d+[MGT]$")]
_Port = Annotated[int, Field(ge=1, le=65535)]
_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$")]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Listen(_Section):
    """Where browsers reach the studio."""

    address: str = Field("127.0.0.1", description="IP address; 127.0.0.1 is this machine only.")
    port: _Port = Field(8000, description="Port of the studio's pages.")

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can connect."""
        return _is_loopback(self.address)


class Hub(_Section):
    """Where the servers reach the hub; browsers never use this."""

    address: str = Field("127.0.0.1", description="IP address of this machine as the nodes see it.")
    tls: bool = Field(
        False, description="Whether hub, proxy and servers encrypt what they tell each other and check who it is."
    )
    port: int = Field(
        0, ge=0, le=65535, description="Port; 0 takes a free one, which servers that outlive the hub cannot follow."
    )


class SignIn(_Section):
    """Who may come in."""

    method: Literal["name", "account"] = Field(
        "name",
        description="name: whoever sits at this machine gives a name. account: Unix account and password (PAM).",
    )
    groups: list[_Word] = Field([], description="Unix groups whose members may come in; needed for account.")
    admins: list[_Word] = Field([], description="Who may see and stop everybody's servers.")
    pam_service: _Word = Field("login", description="The PAM service that checks passwords.")


class Slurm(_Section):
    """How jobs reach the cluster."""

    config: Path | None = Field(None, description="slurm.conf, where it is not in its usual place.")
    python: Path | None = Field(
        None,
        description="The interpreter on the nodes that has AI Studio installed; default: the one that runs the hub.",
    )
    log_folder: Path | None = Field(
        None, description="Folder for the sessions' logs that nodes and hub share; default: in people's homes."
    )
    sudo: bool = Field(True, description="Whether sbatch and scancel run through sudo as the person.")
    command_timeout: float = Field(20.0, gt=0, le=300, description="Seconds until a scheduler command is given up.")
    launch_timeout: float = Field(
        120.0, gt=0, description="Seconds a running job has until its server must have answered."
    )
    orphan_interval: float = Field(
        300.0, gt=0, description="Seconds between searches for jobs of this hub that belong to no server of it."
    )
    hub_absence_limit: float = Field(
        43200.0, ge=0, description="Seconds after which a session that cannot reach the hub ends itself; 0: never."
    )


class Profile(_Section):
    """One choice on the start page: what a session gets."""

    id: _Id = Field(description="Name for links and scripts: lower-case letters, digits and hyphens.")
    title: dict[Literal["en", "de"], str] = Field(description="What people read, in both languages.")
    description: dict[Literal["en", "de"], str] = Field({}, description="A sentence more, in both languages.")
    partition: _Word | None = Field(None, description="Slurm partition; default: the cluster's own.")
    gpus: int = Field(0, ge=0, le=64, description="GPUs.")
    gpu_type: _Word | None = Field(None, description="Type of GPU as in gres.conf, for example a100.")
    shards: int = Field(
        0, ge=0, le=1024, description="Shares of one GPU, where the cluster shares them, instead of gpus."
    )
    cpus: int = Field(1, ge=1, le=1024, description="Processor cores.")
    memory: _Memory | None = Field(None, description="Memory, such as 8G; default: the partition's.")
    time: _Duration | None = Field(None, description="Longest duration, H:MM:SS or D-H:MM; default: the partition's.")
    account: _Word | None = Field(None, description="Slurm account; default: the person's own.")
    qos: _Word | None = Field(None, description="Quality of service.")
    reservation: _Word | None = Field(None, description="Reservation that the session uses.")

    @model_validator(mode="after")
    def _both_languages(self) -> Self:
        for field in ("title", "description"):
            texts = getattr(self, field)
            if texts and set(texts) != set(LANGUAGES):
                raise PydanticCustomError("both-languages", "both languages", {"field": field})
        if self.gpu_type and not (self.gpus or self.shards):
            raise PydanticCustomError("gpu-type-without-gpu", "gpus is 0", {})
        if self.gpus and self.shards:
            raise PydanticCustomError("gpus-and-shards", "both", {})
        return self


class WarmSeats(_Section):
    """Sessions that are started ahead, for people who are expected."""

    people: list[_Word] = Field(min_length=1, description="Unix accounts, such as a workshop's training accounts.")
    profile: _Id | None = Field(None, description="What they get; default: the first profile.")
    language: Literal["en", "de"] = Field("en", description="Language of their notebooks.")
    starts: datetime = Field(description="When the sessions are started; this machine's time where no zone is given.")
    given_back: datetime = Field(description="When sessions that nobody has come to are ended.")


class StudioSettings(_Section):
    """A studio.yaml."""

    title: str = Field("AI Studio", min_length=1, max_length=60, description="The name on the pages.")
    language: Literal["en", "de", "browser"] = Field(
        "browser", description="Language of the pages until a person chooses; browser: what her browser asks for."
    )
    spawner: Literal["auto", "local", "slurm"] = Field(
        "auto", description="Where servers run; auto: on Slurm where sinfo answers, else on this machine."
    )
    state_dir: Path = Field(
        Path("~/.local/share/ai-studio"),
        description="Database, keys, logs and, without Slurm, people's folders. One running hub to a folder.",
    )
    listen: Listen = Listen()
    hub: Hub = Hub()
    sign_in: SignIn = SignIn()
    service_account: _Word | None = Field(
        None, description="Unix account of the hub; started by root, it becomes this account before anything else."
    )
    slurm: Slurm = Slurm()
    profiles: list[Profile] = Field([], description="What people may start on Slurm; the first is the default.")
    warm_seats: list[WarmSeats] = Field([], description="Sessions that are started ahead, for workshops.")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.sign_in.method == "name" and not (self.listen.is_loopback and _is_loopback(self.hub.address)):
            address = self.hub.address if self.listen.is_loopback else self.listen.address
            raise PydanticCustomError("name-needs-loopback", "open to others", {"address": address})
        if self.sign_in.method == "account" and not self.sign_in.groups:
            raise PydanticCustomError("account-needs-groups", "no groups", {})
        if self.spawner == "slurm" and self.sign_in.method != "account":
            raise PydanticCustomError("slurm-needs-account", "sign_in", {})
        if self.spawner == "slurm" and not self.hub.port:
            raise PydanticCustomError("slurm-needs-port", "hub.port", {})
        if self.spawner == "slurm" and not self.profiles:
            raise PydanticCustomError("slurm-needs-profiles", "profiles", {})
        ids = [profile.id for profile in self.profiles]
        if twice := sorted({name for name in ids if ids.count(name) > 1}):
            raise PydanticCustomError("profile-twice", "twice", {"id": twice[0]})
        for seats in self.warm_seats:
            if seats.profile and seats.profile not in ids:
                raise PydanticCustomError("seats-profile", "unknown", {"id": seats.profile, "known": ", ".join(ids)})
            if seats.given_back.astimezone() <= seats.starts.astimezone():
                raise PydanticCustomError("seats-times", "order", {"starts": str(seats.starts)})
        return self


def read_settings(path: Path | None) -> StudioSettings:
    """Read and check a studio.yaml; None means that every setting keeps its default.

    Relative paths in the file count from the file's own folder.

    Raises
    ------
    SettingsError
        The file cannot be read, is not YAML, or has a key or value that is not permitted: says which line.

    """
    if path is None:
        return _with_absolute_paths(StudioSettings(), Path.cwd())
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise SettingsError(TEXTS, "settings-unreadable", path=path, reason=reason or str(error)) from error
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = str(mark.line + 1) if mark else "?"
        raise SettingsError(
            TEXTS, "settings-not-yaml", path=path, line=line, problem=getattr(error, "problem", "")
        ) from error
    if values is None:
        values = {}
    if not isinstance(values, dict):
        raise SettingsError(TEXTS, "settings-not-mapping", path=path)
    if twice := _key_twice(node):
        raise SettingsError(TEXTS, "settings-key-twice", path=path, line=str(twice[1]), key=twice[0])
    try:
        settings = StudioSettings.model_validate(values)
    except ValidationError as error:
        raise _explained(error, path, node) from None
    return _with_absolute_paths(settings, path.resolve().parent)


def _explained(error: ValidationError, path: Path, node: yaml.Node | None) -> SettingsError:
    """Turn the first thing pydantic found into a sentence with line, key and what is permitted."""
    found = error.errors()[0]
    # Pydantic names the members of a list by index and the keys of a mapping as found; "[key]" marks a bad key.
    location = [part for part in found["loc"] if part != "[key]"]
    key = ".".join(str(part) for part in location) or "studio.yaml"
    line = str(_line(node, location))
    kind = found["type"]
    if kind == "extra_forbidden":
        permitted = _keys_at(location[:-1])
        near = difflib.get_close_matches(str(location[-1]), permitted, n=1)
        return SettingsError(
            TEXTS,
            "settings-unknown-key",
            path=path,
            line=line,
            key=key,
            permitted=", ".join(permitted),
            near=near[0] if near else "none",
        )
    if kind == "missing":
        return SettingsError(TEXTS, "settings-missing-key", path=path, line=line, key=key)
    if TEXTS.find(f"settings-{kind}", "en", **_blank(found)) is not None:
        return SettingsError(TEXTS, f"settings-{kind}", **{**_blank(found), "path": path, "line": line, "key": key})
    return SettingsError(
        TEXTS,
        "settings-wrong-value",
        path=path,
        line=line,
        key=key,
        value=_shown(found.get("input")),
        permitted=_permitted(found),
    )


def _blank(found: Any) -> dict[str, Any]:
    return {"path": "", "line": "", "key": "", **(found.get("ctx") or {})}


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _permitted(found: Any) -> str:
    """Say what may stand here: the choices, the range, or an example of the form."""
    context = found.get("ctx") or {}
    kind = found["type"]
    if kind == "literal_error":
        return str(context["expected"])
    if kind == "string_pattern_mismatch":
        examples = {
            _Duration: "2:00:00, 1-12:00:00",
            _Memory: "800M, 16G",
            _Id: "small-gpu",
            _Word: "gpu, a100, project-7",
        }
        for annotated, example in examples.items():
            if get_args(annotated)[1].pattern == context["pattern"]:
                return example
    limits = [
        f"{sign} {context[name]}"
        for name, sign in (("ge", "≥"), ("gt", ">"), ("le", "≤"), ("lt", "<"))
        if name in context
    ]
    forms = {
        "int": "1, 2, 3 …",
        "float": "0.5, 20",
        "datetime": "2027-03-09 08:30",
        "bool": "true, false",
        "list": "[a, b]",
        "dict": "key: value",
    }
    form = forms.get(kind.split("_")[0], "")
    return ", ".join(limits) or form or str(found["msg"])


def _keys_at(location: list[Any]) -> list[str]:
    """Return the keys that are permitted where `location` points."""
    model: type[BaseModel] = StudioSettings
    for part in location:
        if isinstance(part, int):
            continue
        annotation = model.model_fields[part].annotation
        members = [annotation, *get_args(annotation)]
        model = next((m for m in members if isinstance(m, type) and issubclass(m, BaseModel)), model)
    return sorted(model.model_fields)


def _line(node: yaml.Node | None, location: list[Any]) -> int:
    """Return the line of the key that `location` names, or of the nearest thing around it that exists."""
    line = 1 if node is None else node.start_mark.line + 1
    for part in location:
        if isinstance(node, yaml.MappingNode):
            entry = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            if entry is None:
                break
            line, node = entry[0].start_mark.line + 1, entry[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _key_twice(node: yaml.Node | None) -> tuple[str, int] | None:
    """Return the first key that a mapping has twice, with its line; YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                return key.value, key.start_mark.line + 1
            seen.add(key.value)
            if found := _key_twice(value):
                return found
    elif isinstance(node, yaml.SequenceNode):
        for member in node.value:
            if found := _key_twice(member):
                return found
    return None


def _with_absolute_paths(settings: StudioSettings, folder: Path) -> StudioSettings:
    def absolute(path: Path | None) -> Path | None:
        return None if path is None else folder / path.expanduser()

    slurm = settings.slurm.model_copy(
        update={name: absolute(getattr(settings.slurm, name)) for name in ("config", "python", "log_folder")}
    )
    return settings.model_copy(update={"state_dir": absolute(settings.state_dir), "slurm": slurm})


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
