"""JupyterHub with a peer's spawner on the practice cluster, as its documentation sets it up; read by jupyterhub.

Environment: PEER (batchspawner or jupyterhub_moss), PEER_STATE (a folder), PEER_PASSWORD, PEER_PORT, PEER_HUB_PORT,
PEER_PROXY_PORT, PEER_HEAD (the hub's address on the cluster), PEER_NODES (name=address,…), PEER_GPUS (1 or 0),
PEER_ENVIRONMENT (a folder with bin/).
"""

import os
from pathlib import Path

from batchspawner import MultiSlurmSpawner
from jupyterhub.auth import DummyAuthenticator

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - traitlets puts it here
state = Path(os.environ["PEER_STATE"])
programs = Path(os.environ["PEER_ENVIRONMENT"]) / "bin"
addresses = dict(node.split("=") for node in os.environ["PEER_NODES"].split(","))

c.JupyterHub.bind_url = f"http://127.0.0.1:{os.environ['PEER_PORT']}"
c.JupyterHub.hub_bind_url = f"http://{os.environ['PEER_HEAD']}:{os.environ['PEER_HUB_PORT']}"
c.JupyterHub.db_url = f"sqlite:///{state}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")
c.JupyterHub.authenticator_class = DummyAuthenticator
c.DummyAuthenticator.password = os.environ["PEER_PASSWORD"]
c.Authenticator.allow_all = True
# Signing in must not start a server; what is measured starts with a click.
c.JupyterHub.default_url = "/hub/home"
c.ConfigurableHTTPProxy.command = [str(programs / "configurable-http-proxy")]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['PEER_PROXY_PORT']}"

if os.environ["PEER"] == "jupyterhub_moss":
    import jupyterhub_moss

    jupyterhub_moss.set_config(c)
    # The node names of the practice cluster resolve on its nodes only.
    jupyterhub_moss.MOSlurmSpawner.state_gethost = lambda self: addresses[self.job_status.split()[-1]]
    c.MOSlurmSpawner.partitions = {
        "gpu": {
            "architecture": "x86_64",
            "description": "GPUs",
            "gpu": "gpu:a100:{}",
            "simple": True,
            "jupyter_environments": {
                "default": {"path": f"{programs}/", "description": "JupyterLab", "add_to_path": True}
            },
        }
    }
else:
    c.JupyterHub.spawner_class = MultiSlurmSpawner
    c.MultiSlurmSpawner.daemon_resolver = addresses
    c.SlurmSpawner.req_partition = "gpu"
    c.SlurmSpawner.req_gres = "gpu:a100:1" if os.environ["PEER_GPUS"] == "1" else ""
    # The default of 100 would turn half of the people in a long queue away.
    c.JupyterHub.concurrent_spawn_limit = 0
    c.SlurmSpawner.req_nprocs = "2"
    c.SlurmSpawner.req_memory = "4G"
    c.SlurmSpawner.req_runtime = "2:00:00"

c.Spawner.cmd = [str(programs / "jupyterhub-singleuser")]
c.BatchSpawnerBase.batchspawner_singleuser_cmd = str(programs / "batchspawner-singleuser")
c.Spawner.default_url = "/lab"
c.Spawner.environment = {"SLURM_CONF": os.environ["SLURM_CONF"]}
