"""What the studio's spawners have in common: named profiles, the person's language, the reported port."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jupyterhub.traitlets import Command
from markupsafe import escape
from tornado import web
from traitlets import Dict, Float, Unicode, default
from traitlets import Union as UnionTrait
from traitlets.traitlets import Callable as CallableTrait

from spawners.choice import MORE, Wish
from spawners.cluster import TEXTS
from spawners.port_report import ReportedPort, install_route
from spawners.readable_form import install_readable_form
from studio_messages import LANGUAGES, Language, StudioError, UsageError, chosen_language

_OPTION = "profile"

install_route()
install_readable_form()


class ReadableHTTPError(web.HTTPError):
    """A refusal whose reason is meant for the person; JupyterHub shows `jupyterhub_message` on its pages."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, "%s", message)
        self.jupyterhub_message = message


class StudioSpawner(ReportedPort):
    """The part of a spawner whose server a person chooses by the name of a profile, and by nothing else."""

    # The interpreter is named in full: jobs start with the node's PATH, not with ours.
    cmd = Command(allow_none=True, minlen=0, help="The server's command; must report its port as ours does.").tag(
        config=True
    )

    profiles = Dict(
        help="""What a person may ask for: the profile's id, and the req_* traits that it replaces, such as
        ``{"small-gpu": {"req_partition": "gpu", "req_gres": "gpu:1", "req_runtime": "2:00:00"}}``.

        The first one is started when nothing is chosen. Empty: there is nothing to choose.
        """
    ).tag(config=True)

    profile = Unicode(help="Id of the profile that was chosen; empty without profiles.")

    chosen = Dict(help="The req_* traits that were chosen beyond the profile, held against what this person may use.")

    language = Unicode(help="The person's language, passed on as AI_STUDIO_LANG.")

    choose_language = CallableTrait(
        None,
        allow_none=True,
        help="""Called with the request that starts a server; returns its language, "en" or "de".

        None, and a start without a page (REST): the hub's own language.
        """,
    ).tag(config=True)

    launch_timeout = Float(
        120.0,
        help="Seconds from the moment a server's process or job runs until it must have reported its port.",
    ).tag(config=True)

    hub_absence_limit = Float(
        12 * 3600.0, help="Seconds after which a server that cannot reach the hub ends itself; 0: never."
    ).tag(config=True)

    apply_user_options = UnionTrait(
        [CallableTrait(), Dict()], help="Ours accepts a profile's id, and session length, account and reservation."
    ).tag(config=True)

    @default("cmd")
    def _default_cmd(self) -> list[str]:
        return [sys.executable, "-m", "spawners.single_user"]

    @default("apply_user_options")
    def _default_apply_user_options(self) -> Callable[[StudioSpawner, object], Awaitable[None]]:
        return StudioSpawner.choose_profile

    @default("options_form")
    def _default_options_form(self) -> str:
        """Offer the profiles where there is a choice; the studio's own page shows them as cards instead."""
        if len(self.profiles) < 2:
            return ""
        choices = "".join(f"<option>{escape(profile)}</option>" for profile in self.profiles)
        return f'<select class="form-select" name="{_OPTION}">{choices}</select>'

    @default("options_from_form")
    def _default_options_from_form(self) -> Callable[[Mapping[str, list[str]]], dict[str, str]]:
        return profile_from_form

    async def choose_profile(self, options: object) -> None:
        """Accept the id of a profile, and what this person may choose beyond it, from a browser or a REST call.

        Raises
        ------
        tornado.web.HTTPError
            400: anything but the id of one of `profiles`, or a choice that is not hers.

        """
        self.chosen = {}
        self.language = self._requested_language()
        # Nothing is left to be committed while this waits: any other request that ends meanwhile would undo it.
        kept: dict[str, str] = {}
        try:
            self.profile, wish = self._read(options)
            self.chosen = await self.permitted(self.profiles.get(self.profile, {}), wish)
            # The rest of a choice is for one session: an account or a reservation may be gone by the next.
            kept = {_OPTION: self.profile} if self.profile else {}
        except UsageError as error:
            language = self.spoken_language
            raise ReadableHTTPError(400, f"{error.message(language)} {error.remedy(language)}") from error
        finally:
            # A refused choice must not be remembered as this person's default for the next start.
            self.orm_spawner.user_options = kept

    async def permitted(self, profile: Mapping[str, str], wish: Wish) -> dict[str, str]:  # noqa: ARG002 - for others
        """Return the req_* traits that a wish stands for; a spawner without a scheduler has nothing to choose.

        Raises
        ------
        UsageError
            She may not have it.

        """
        if wish != Wish():
            raise UsageError(TEXTS, "choice-none")
        return {}

    def _read(self, options: object) -> tuple[str, Wish]:
        known = list(self.profiles)
        if not options:
            return (known[0] if known else ""), Wish()
        language = self.spoken_language
        unknown = ReadableHTTPError(400, TEXTS("unknown-profile", language, profiles=", ".join(known) or "–"))
        if not isinstance(options, dict) or not set(options) <= {_OPTION, *MORE}:
            raise unknown
        profile = options.get(_OPTION, known[0] if known else "")
        if not isinstance(profile, str) or profile not in known:
            raise unknown
        try:
            return profile, Wish.read(options)
        except ValueError as error:
            raise ReadableHTTPError(400, TEXTS("choice-unreadable", language, option=str(error))) from error

    @property
    def spoken_language(self) -> Language:
        """The language to address the person in."""
        return "de" if self.language == "de" else "en"

    @contextmanager
    def explaining_failures(self) -> Iterator[None]:
        """Turn a `StudioError` into what JupyterHub shows on its page, in the person's language."""
        try:
            yield
        except StudioError as error:
            self.log.warning("Server of %s did not start: %s", self._log_name, error.message("en"))
            language = self.spoken_language
            raise ReadableHTTPError(500, f"{error.message(language)} {error.remedy(language)}") from error

    def _requested_language(self) -> str:
        chosen = self.choose_language(self.handler) if self.choose_language and self.handler else chosen_language()
        return chosen if chosen in LANGUAGES else chosen_language()

    def get_env(self) -> dict[str, Any]:
        """Return the server's environment: JupyterHub's, and the person's language."""
        environment: dict[str, Any] = super().get_env()
        environment["AI_STUDIO_LANG"] = self.language or chosen_language()
        environment["AI_STUDIO_PROFILE"] = self.profile
        environment["AI_STUDIO_HUB_ABSENCE_LIMIT"] = str(self.hub_absence_limit)
        return environment

    def get_state(self) -> dict[str, Any]:
        """Return what must survive a restart of the hub."""
        state: dict[str, Any] = super().get_state()
        state.update({name: value for name in ("profile", "language") if (value := getattr(self, name))})
        return state

    def load_state(self, state: dict[str, Any]) -> None:
        """Take up what `get_state` returned."""
        super().load_state(state)
        self.profile = state.get("profile", "")
        self.language = state.get("language", "")


def profile_from_form(form: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the options that a submitted form means; what is none of ours is left for `choose_profile` to refuse."""
    options = {name: values[0] if len(values) == 1 else "" for name, values in form.items()}
    options.pop("_xsrf", None)
    return {name: value for name, value in options.items() if value or name not in MORE}
