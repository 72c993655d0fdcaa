"""A program run as a file: takes the cluster's names for its own, then becomes the daemon it is given.

    unshare --mount --uts --propagation slave python -I own_names.py HOSTS HOSTNAME PROGRAM [ARGUMENT …]

In the new mount namespace HOSTS lies over /etc/hosts, so that nodes know each other by name and a daemon listens on
the address that belongs to its name; HOSTNAME is what `hostname` says. Both end with the process.
"""

import os
import socket
import subprocess
import sys

hosts, hostname, *command = sys.argv[1:]
subprocess.run(("mount", "--bind", hosts, "/etc/hosts"), check=True, timeout=10)
socket.sethostname(hostname)
os.execvp(command[0], command)  # noqa: S606 - there is no shell, and this is the point
