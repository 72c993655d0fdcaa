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

## Waiting for a place

wait-none = The scheduler is about to look for a place for your session.
wait-resources = Waiting until enough processors, memory or GPUs are free.
wait-priority = Others stand before you in the queue.
wait-maintenance = The nodes that your session needs are being serviced; it starts afterwards.
wait-nodes = The nodes that your session needs are switched off, out of order or reserved at the moment.
wait-partition = This part of the cluster is closed at the moment; your session starts when it opens again.
wait-too-large = This session asks for more than the cluster gives, so it will not start. Cancel it and choose a smaller or shorter one.
wait-budget = The computing time of your account is used up. Cancel, and ask your cluster’s administrators for more.
wait-group-limit = Your group uses as much as it may at a time. Your session starts when another one of your group ends.
wait-own-limit = You use as much as you may at a time. Your session starts when another one of your jobs ends.
wait-account = Your account may not use this part of the cluster. Cancel, and show this sentence to your administrators ({ $reason }).
wait-reservation = Waiting for the time for which your session is booked.
wait-begin = Your session starts at a set time.
wait-dependency = Your session waits for another job to end.
wait-held-user = Your session is on hold under your own name; “scontrol release” lets it go on.
wait-held-admin = The administrators have put your session on hold; only they can let it go on.
wait-licenses = Waiting for a licence that others are using.
wait-preparing = A place is found; the node is being prepared.
wait-other = The cluster has a reason of its own to let your session wait. It calls it { $reason }.
queue-position = { $ahead ->
    [0] You are next.
    [one] One job is ahead of you.
   *[other] { $ahead } jobs are ahead of you.
}
expected-unknown = The cluster cannot say yet when your session will start.
expected-soon = Expected start: within the next few minutes.
expected-minutes = Expected start: in about { $first } to { $last } minutes.
expected-hours = Expected start: in about { $first } to { $last } hours.
expected-days = Expected start: in about { $first } to { $last } days.

## Why a session did not start, or ended

session-ended-at = Your session ended at { $time }.
session-not-begun = The session could not be started
refused-size = The cluster did not accept the session: no node has as many GPUs, cores or as much memory.
    .remedy = Choose a smaller session, and tell your administrators that this one cannot start.
refused-time = The cluster did not accept the session: it may not last this long.
    .remedy = Choose a shorter session, and tell your administrators that this one cannot start.
refused-account = The cluster did not accept the session: your account may not use this part of it (“{ $reason }”).
    .remedy = Choose another session, or ask your administrators for access.
refused-partition = The cluster did not accept the session: this part of the cluster is closed or does not exist (“{ $reason }”).
    .remedy = Choose another session, and tell your administrators.
refused-reservation = The cluster did not accept the session: the reservation that it uses does not exist, is over, or is not for you.
    .remedy = Choose another session, or ask those who booked the reservation.
refused-count = The cluster did not accept the session: you already have as many jobs as you may.
    .remedy = Wait until one of your jobs has ended, or end one, then start again.
refused-limit = The cluster did not accept the session: it exceeds what you or your group may use.
    .remedy = Choose a smaller or shorter session, or ask your administrators for more.
refused-sudo = The cluster did not accept the session: the studio may not submit jobs for you.
    .remedy = Show this to your administrators: the sudo rule of the studio’s account does not cover you.
refused-silent = The scheduler is not answering at the moment, so the session could not be requested.
    .remedy = Try again in a minute; if it stays like this, ask your cluster’s administrators.
cause-timeout-hours = { $hours ->
    [one] Its time limit of 1 hour was reached.
   *[other] Its time limit of { $hours } hours was reached.
}
    .remedy = Start again, with a longer session if there is one.
cause-timeout-minutes = { $minutes ->
    [0] Its time limit was reached.
    [one] Its time limit of 1 minute was reached.
   *[other] Its time limit of { $minutes } minutes was reached.
}
    .remedy = Start again, with a longer session if there is one.
cause-memory = It needed more memory than it had been given.
    .remedy = Start again, with a session that has more memory, or work on less data at a time.
cause-preempted = Its place was needed for a job with a higher priority.
    .remedy = Start again; the session waits until a place is free.
cause-node = The node { $node } failed.
    .remedy = Start again; the session comes up on another node.
cause-cancelled-by-you = Its job { $job } was cancelled under your own name.
    .remedy = Start again when you need it.
cause-cancelled = Its job { $job } was cancelled from outside the studio.
    .remedy = Start again; if it happens once more, ask your cluster’s administrators.
cause-no-log = The node { $node } could not write the session’s log { $log }.
    .remedy = Most often the home folder is full or not writable: make room in it. If that is not it, show this to your administrators.
cause-home-full = The home folder is full.
    .remedy = Delete what you no longer need, then start again.
cause-home-closed = The home folder cannot be written to.
    .remedy = Check its permissions, or show this to your administrators.
cause-interpreter = The node { $node } cannot execute { $python }.
    .remedy = Show this to your administrators: slurm.python in studio.yaml must exist on every node and be executable by everyone.
cause-incomplete = The Python environment { $python } on the node lacks a part of AI Studio.
    .remedy = Show this to your administrators: it needs ai-studio[lab].
cause-hub = The node cannot reach the studio.
    .remedy = Show this to your administrators: the nodes need a network path to hub.address and hub.port of studio.yaml.
cause-constraints = No node of the cluster can serve this session.
    .remedy = Choose a smaller session, and tell your administrators that this one cannot start.
cause-finished = Its notebook server was shut down.
    .remedy = Start again when you need it.
cause-failed = Its notebook server stopped with an error (job { $job }, { $state }, { $code }).
    .remedy = The reason stands at the end of the file { $log }. Start again; if it fails again, show that file to your administrators.

## What the cluster has

no-partition = This cluster has no partition { $partition }.
    .remedy = Correct the profile.
too-long = In the partition { $partition }, { $hours } hours are the longest permitted.
    .remedy = Correct the profile.
no-such-gpu = No node of the partition { $partition } has a { $gpu }.
    .remedy = Correct the profile.
too-many-gpus = A node of the partition { $partition } has { $largest ->
    [one] 1 GPU
   *[other] { $largest } GPUs
} at most.
    .remedy = Correct the profile.

## Choosing

too-many-shards = A node of the partition { $partition } has { $largest ->
    [one] 1 share
   *[other] { $largest } shares
} of its GPUs at most.
    .remedy = Correct the profile.
not-for-you = This part of the cluster is not open to your account.
    .remedy = Choose another session, or ask your administrators for access.
reservation-now = { $name }, now until { $ends }
reservation-soon = { $name }, from { $starts } to { $ends }
choice-none = Here only the kind of session can be chosen.
    .remedy = Leave length, account and reservation out.
choice-unreadable = The choice of { $option } cannot be read.
choice-unsaid = The cluster does not say at the moment what you may choose.
    .remedy = Try again in a minute, or start with the presets.
choice-minutes = This session can last { $longest } minutes at most.
    .remedy = Choose a shorter one.
choice-account = This session cannot be charged to the account { $name }.
    .remedy = Choose another account, or ask your administrators to add you to it.
choice-reservation = The reservation { $name } is over, or not for you.
    .remedy = Choose another one or none, or ask those who booked it.
choice-reservation-account = The reservation { $name } cannot be used with the account { $account }.
    .remedy = Choose another account, or start without the reservation.

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
