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
job-refused = The cluster did not accept the session: “{ $reason }”.
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

## The practice cluster

practice-step-ground = Network, accounts, database …
practice-step-accounting = Accounting …
practice-step-slurm = Slurm …
practice-up = The practice cluster is up ({ $seconds } s). Next:
practice-already-up = The practice cluster is up already. Next:
practice-people = Sign in with one of these names and passwords:
practice-end = "ai-studio cluster down" removes all of it.
practice-down = The practice cluster is gone.
practice-nothing = There is no practice cluster here.
practice-healthy = The practice cluster is well.
practice-unhealthy = The practice cluster is not well; "ai-studio cluster up" mends it.
practice-answers = answers
practice-silent = does not answer
practice-command-timeout = no end after { $seconds } s
practice-command-status = exit status { $status }
practice-command-failed = "{ $command }" failed: { $detail }.
    .remedy = Repeat the command; "ai-studio cluster down" removes what was begun. In a container, the practice cluster needs the right to manage networks (CAP_NET_ADMIN and CAP_SYS_ADMIN).
practice-not-root = The practice cluster creates accounts and network namespaces, and only root may do that.
    .remedy = Run the command with sudo.
practice-packages-missing = The practice cluster needs Debian packages that are not installed: { $packages }.
    .remedy = Install them: apt-get install --no-install-recommends { $packages }
practice-folder-name = The folder { $folder } cannot hold a practice cluster.
    .remedy = Give an absolute path of { $longest } characters at most.
practice-folder-closed = The folder { $folder } cannot hold a practice cluster: other accounts may not enter { $parent }, and jobs run under other accounts.
    .remedy = Choose another folder with --state, such as /var/lib/ai-studio-practice.
practice-foreign-folder = { $folder } is there already and is not a practice cluster's folder; nothing in it was touched.
    .remedy = Choose another folder with --state.
practice-record-broken = The practice cluster's record { $file } cannot be read.
    .remedy = Restart this machine, remove the record's folder, then bring the cluster up again.
practice-other-cluster = The account { $name } belongs to another practice cluster; its home is { $home }.
    .remedy = End that cluster first ("ai-studio cluster down --state" with its folder); when its folder is gone, remove the account: userdel { $name }
practice-foreign-sudoers = { $file } is there already and was not written by the practice cluster.
    .remedy = Move it elsewhere, then repeat the command.
practice-subnet-used = The addresses { $subnet } are in use on this machine, by { $interface }.
    .remedy = Take that network interface down while you practise, then repeat the command.
practice-busy = Another "ai-studio cluster" command has been at work for { $seconds } s.
    .remedy = Wait until it has ended, then repeat yours.
practice-daemon-failed = { $daemon } did not start.
    .remedy = The reason stands at the end of { $log }. Then repeat "ai-studio cluster up".
practice-nodes-missing = Slurm runs, but these nodes do not join: { $nodes }.
    .remedy = The reason stands in { $logs }; often it is a firewall on this machine that keeps them from { $head }. "ai-studio cluster down" followed by "up" begins anew.
practice-not-ended = Processes of { $daemon } could not be ended.
    .remedy = Repeat the command; if it fails again, restart this machine.
