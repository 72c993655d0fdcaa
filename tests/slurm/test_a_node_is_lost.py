"""A node that goes and does not come back: its people are told, nobody else notices, and its GPUs are not held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.faults import eventually, impatient, lost
from tests.support.hub import Person, said_on
from tests.support.kernel import Kernel
from tests.support.slurm import answer_as, jobs_of

if TYPE_CHECKING:
    from spawners.practice_cluster import PracticeCluster
    from tests.support.hub import RunningHub

pytestmark = pytest.mark.slow


def test_a_lost_node_is_explained_and_its_gpus_are_free_again(
    breakable_cluster: PracticeCluster, cluster_studio: RunningHub
) -> None:
    cluster = breakable_cluster
    with Person(cluster_studio, "anna", "anna-practice") as anna, Person(cluster_studio, "ben", "ben-practice") as ben:
        anna.start_server({"profile": "two-gpus"})
        ben.start_server({"profile": "two-gpus"})
        kernel = Kernel.new(ben)
        (job,) = jobs_of("anna", cluster)
        node = next(node for node in cluster.layout.nodes if node.name == job["NodeList"])
        with impatient(cluster, 10), lost(cluster, node):
            eventually(anna.server, lambda server: server is None, within=90)
            for language, sentence in (
                ("en", f"The node {node.name} failed. Start again; the session comes up on another node."),
                ("de", f"Der Knoten {node.name} ist ausgefallen. Starten Sie neu; die Sitzung läuft dann auf einem"),
            ):
                for page in ("/hub/home", "/hub/user/anna/lab"):
                    assert sentence in said_on(anna, page, language)[1]
            assert jobs_of("anna", cluster) == []
            shown = answer_as("root", cluster, "scontrol", "--oneliner", "show", "job", job["JobId"])
            assert "JobState=NODE_FAIL" in shown
            assert re.search(r"\bState=DOWN", answer_as("root", cluster, "scontrol", "show", "node", node.name))
            # Who was on the other node has not noticed, and her next session goes there as soon as there is room.
            assert kernel.run("print('alive')") == "alive\n"
            ben.stop_server()
            anna.start_server({"profile": "two-gpus"})
            assert jobs_of("anna", cluster)[0]["NodeList"] != node.name
        # The node is back, and so are all of its GPUs.
        ben.start_server({"profile": "two-gpus"})
        assert jobs_of("ben", cluster)[0]["NodeList"] == node.name
        for person in (anna, ben):
            person.stop_server()
            assert jobs_of(person.name, cluster) == []
