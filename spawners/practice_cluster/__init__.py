"""A real two-node Slurm on one machine: for tests, benchmarks and trainers' dry runs.

::

    layout.py         what the cluster consists of: addresses, ports, paths, nodes, people
    record.py         what `up` has created, noted before it is created, so that `down` removes that and nothing else
    configuration.py  Slurm's, slurmdbd's and sudo's files, from the templates beside it
    network.py        one network namespace per node, behind a bridge
    accounts.py       the Unix accounts and their group
    daemons.py        munged, mariadbd, slurmdbd, slurmctld and one slurmd per node: started, examined, ended
    own_names.py      what a node's daemon passes through to have host names of its own
    processes.py      which processes are the cluster's, and how they are ended
    system.py         the machine's administration commands, with time limits; the lock against two at a time
    accounting.py     who belongs to which account in Slurm's database
    cluster.py        PracticeCluster: up, down, status
    commands.py       ai-studio cluster up|down|status

Nothing here touches a Slurm, MariaDB, munge or sudo configuration that was there before.
"""

from spawners.practice_cluster.cluster import PracticeCluster
from spawners.practice_cluster.layout import Layout, Node, Person

__all__ = ["Layout", "Node", "Person", "PracticeCluster"]
