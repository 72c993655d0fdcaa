## Slurm's commands

command-missing = The command { $command } cannot be started: { $reason }.
    .remedy = Install Slurm's client commands on this machine, or set "spawner: local" in studio.yaml.
command-timeout = The scheduler gave no answer to { $command } within { $seconds } seconds.
    .remedy = Nothing is lost. Try again in a minute; if it stays like this, ask your cluster's administrators.
query-failed = The scheduler did not answer { $command }: { $reason }
    .remedy = Nothing is lost. Try again in a minute; if it stays like this, ask your cluster's administrators.

## Starting a server

unknown-profile = This session cannot be chosen. Available here: { $profiles }.
no-account = { $name } has no account on this cluster.
    .remedy = Ask your cluster's administrators for an account.
control-character = The setting { $setting } contains a line break or another control character.
    .remedy = The administrators of this studio must remove it.
job-refused = The cluster did not accept the session: { $reason }
    .remedy = Choose a smaller or shorter session; if that is refused too, show this sentence to your administrators.
job-ended = The session ended before it was ready (job { $job }, { $state }).
    .remedy = The reason stands at the end of the file { $log }. Start again; if it fails again, show that file to your administrators.
no-port = The session runs (job { $job }), but its server did not answer within { $seconds } seconds.
    .remedy = Start again; if it fails again, the node probably cannot reach the hub: tell your administrators.
server-ended-early = The notebook server ended before it was ready.
    .remedy = The reason stands at the end of the file { $log }.
server-silent = The notebook server did not answer within { $seconds } seconds.
    .remedy = Start again; if it fails again, close other programs that keep this machine busy.
progress-submitted = Your session has been requested.
progress-waiting = Waiting for a free place on the cluster …
progress-running = Your session is starting on { $node } …
