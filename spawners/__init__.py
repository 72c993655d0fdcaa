"""How a person's server reaches its node: Slurm jobs on a cluster, plain processes on a laptop."""
