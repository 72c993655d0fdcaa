"""What jupyterhub reads: settings in, traits out, nothing else. ``ai-studio up`` names it and the settings in use."""

import os
import secrets
import sys
from pathlib import Path

from hub_config import warm_seats
from hub_config.languages import LanguageChoice, template_functions
from hub_config.profiles import card, requested
from hub_config.settings import StudioSettings
from hub_config.sign_in import NameAuthenticator
from studio_messages import LANGUAGES

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - traitlets puts it here

# Written by `ai-studio up` after it checked them; "auto" and free ports are already decided in it.
settings = StudioSettings.model_validate_json(Path(os.environ["AI_STUDIO_SETTINGS"]).read_text(encoding="utf-8"))
state = settings.state_dir
choice = LanguageChoice(settings.language)

c.JupyterHub.bind_url = f"http://{settings.listen.address}:{settings.listen.port}"
c.JupyterHub.hub_bind_url = f"http{'s' if settings.hub.tls else ''}://{settings.hub.address}:{settings.hub.port}"
if settings.hub.tls:
    c.JupyterHub.internal_ssl = True
    c.JupyterHub.internal_certs_location = str(state / "internal-tls")
    c.JupyterHub.trusted_alt_names = [f"IP:{settings.hub.address}"]
c.JupyterHub.db_url = f"sqlite:///{state / 'jupyterhub.sqlite'}"
# Whoever copies or mends the database holds it for a while; the hub stands still until then instead of losing what it
# has to note. What it has begun meanwhile goes on: sessions, their proxy, and Slurm.
c.JupyterHub.db_kwargs = {"connect_args": {"check_same_thread": False, "timeout": 60}}
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")
c.JupyterHub.template_paths = [str(Path(__file__).with_name("pages"))]
c.JupyterHub.template_vars = {
    **template_functions(choice),
    "studio_title": settings.title,
    "sign_in_method": settings.sign_in.method,
    "profile_cards": {language: [card(profile, language) for profile in settings.profiles] for language in LANGUAGES},
}
c.JupyterHub.admin_access = False
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.default_url = "/hub/home"

if settings.warm_seats:
    c.JupyterHub.load_groups = warm_seats.groups(settings)
    c.JupyterHub.load_roles = [warm_seats.role()]
    c.JupyterHub.services = [warm_seats.service(Path(os.environ["AI_STUDIO_SETTINGS"]), sys.executable)]

c.ConfigurableHTTPProxy.command = [str(Path(sys.prefix) / "bin" / "configurable-http-proxy")]
c.ConfigurableHTTPProxy.api_url = os.environ["AI_STUDIO_PROXY_API"]
c.ConfigurableHTTPProxy.auth_token = secrets.token_hex(32)
c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")

if settings.sign_in.method == "name":
    c.JupyterHub.authenticator_class = NameAuthenticator
    c.Authenticator.allow_all = True
else:
    c.JupyterHub.authenticator_class = "pam"
    c.PAMAuthenticator.service = settings.sign_in.pam_service
    # The hub is unprivileged: it checks passwords, and leaves sessions to Slurm.
    c.PAMAuthenticator.open_sessions = False
    c.LocalAuthenticator.allowed_groups = set(settings.sign_in.groups)
c.Authenticator.admin_users = set(settings.sign_in.admins)

c.StudioSpawner.choose_language = choice
c.Spawner.default_url = "/lab/tree/ai-studio/predictive-maintenance/guide.ipynb"
c.StudioSpawner.launch_timeout = settings.slurm.launch_timeout
c.Spawner.http_timeout = 60

if settings.spawner == "slurm":
    c.JupyterHub.spawner_class = "spawners.slurm.StudioSlurmSpawner"
    c.StudioSpawner.profiles = {profile.id: requested(profile) for profile in settings.profiles}
    c.StudioSpawner.cmd = [str(settings.slurm.python or sys.executable), "-m", "spawners.single_user"]
    c.StudioSlurmSpawner.command_timeout = settings.slurm.command_timeout
    c.StudioSlurmSpawner.orphan_interval = settings.slurm.orphan_interval
    c.StudioSpawner.hub_absence_limit = settings.slurm.hub_absence_limit
    if settings.slurm.config:
        c.StudioSlurmSpawner.slurm_environment = {"SLURM_CONF": str(settings.slurm.config)}
    if settings.slurm.log_folder:
        c.StudioSlurmSpawner.log_folder = str(settings.slurm.log_folder)
    if not settings.slurm.sudo:
        c.StudioSlurmSpawner.exec_prefix = ""
    # Sessions are Slurm's to end: stopping the hub leaves them running.
    c.JupyterHub.cleanup_servers = False
else:
    c.JupyterHub.spawner_class = "spawners.local.StudioLocalSpawner"
    c.StudioLocalSpawner.people_folder = str(state / "people")
    if os.geteuid() == 0:
        c.Spawner.args = ["--allow-root"]
