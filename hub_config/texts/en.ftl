## Starting

up-starting = Starting the studio …
up-ready = Ready. Open this address in a browser:
up-ready-local = Everything stays on this machine, in { $state }.
up-ready-slurm = Sessions run as Slurm jobs; they go on when the studio stops.
up-ready-stop = Ctrl-C stops it.
up-stopped = Stopped.

## studio.yaml

settings-unreadable = { $path } cannot be read: { $reason }.
    .remedy = Give the path of an existing studio.yaml; examples/laptop.yaml is a start.
settings-not-yaml = { $path }, line { $line }: this is not YAML ({ $problem }).
    .remedy = Check indentation, colons and quotes around this line.
settings-not-mapping = { $path } does not consist of "key: value" lines.
    .remedy = Compare it with examples/laptop.yaml.
settings-key-twice = { $path }, line { $line }: the key { $key } stands here a second time.
    .remedy = Remove one of the two.
settings-unknown-key = { $path }, line { $line }: there is no setting { $key }.
    .remedy = { $near ->
        [none] Permitted here: { $permitted }.
       *[other] Did you mean { $near }? Permitted here: { $permitted }.
    }
settings-missing-key = { $path }, line { $line }: { $key } is missing.
    .remedy = Add it; examples/cluster.yaml shows how.
settings-wrong-value = { $path }, line { $line }: { $key } cannot be { $value }.
    .remedy = Permitted: { $permitted }.
settings-both-languages = { $path }, line { $line }: { $key } needs its { $field } in both languages.
    .remedy = Write { $field } as "en: …" and "de: …".
settings-gpu-type-without-gpu = { $path }, line { $line }: { $key } names a type of GPU but asks for none.
    .remedy = Set gpus to 1 or more, or remove gpu_type.
settings-gpus-and-shards = { $path }, line { $line }: { $key } asks for whole GPUs and for shares of one.
    .remedy = Keep gpus or shards, and remove the other.
settings-name-needs-loopback = { $path }: signing in with just a name is for one's own machine, and { $address } can be reached by others.
    .remedy = Use 127.0.0.1 for listen.address and hub.address, or set sign_in.method to account.
settings-account-needs-groups = { $path }: signing in with Unix accounts needs the groups whose members may come in.
    .remedy = Set sign_in.groups, for example [studio-users].
settings-slurm-needs-account = { $path }: sessions on Slurm run under people's own accounts, so they must sign in with them.
    .remedy = Set sign_in.method to account and sign_in.groups to the permitted groups.
settings-slurm-needs-port = { $path }: sessions on Slurm outlive the hub and must find it again at the same port.
    .remedy = Set hub.port, for example 8081.
settings-slurm-needs-profiles = { $path }: there is nothing that people could start on Slurm.
    .remedy = Add at least one entry to profiles; examples/cluster.yaml shows two.
settings-profile-twice = { $path }: two profiles have the id { $id }.
    .remedy = Give each profile an id of its own.
settings-seats-profile = { $path }: warm_seats names the profile { $id }, which does not exist.
    .remedy = Use one of these: { $known }.
settings-seats-times = { $path }: the warm seats of { $starts } would be given back before they are started.
    .remedy = Set given_back to a later moment than starts.

## Before the hub starts

no-slurm = The settings ask for Slurm, but it does not answer: { $reason }
    .remedy = Start the cluster (for practice: ai-studio cluster up), check slurm.config in studio.yaml, or set "spawner: local".
root-without-service-account = The hub of a cluster must not run as root.
    .remedy = Set service_account in studio.yaml to the hub's Unix account, or start it from that account.
service-account-missing = The service account { $name } does not exist on this machine.
    .remedy = Create it (useradd --system { $name }), or correct service_account in studio.yaml.
service-account-other = The settings want the hub to run as { $name }, and this is another account.
    .remedy = Start it as root or as { $name }: sudo -u { $name } ai-studio up --config …
state-not-writable = The state folder { $folder } cannot be written to: { $reason }.
    .remedy = Correct its owner or permissions, or choose another state_dir in studio.yaml.
state-in-use = A studio is already running on the state folder { $folder } (process { $process }).
    .remedy = Use that one, stop it first, or give this one its own state_dir in studio.yaml.
port-in-use = Port { $port } on { $address } is already in use.
    .remedy = Stop the program that uses it, or set another port in studio.yaml (listen.port, hub.port).
port-privileged = Port { $port } may only be used by root.
    .remedy = Choose a port above 1023 for listen.port in studio.yaml.
address-not-ours = { $address } is not an address of this machine.
    .remedy = Set listen.address and hub.address in studio.yaml to addresses that "ip address" shows.
no-proxy = The proxy configurable-http-proxy is not installed in { $folder }.
    .remedy = Run "make setup" in the project's folder.
no-node = The proxy needs Node.js { $oldest } or newer; found: { $version }.
    .remedy = Run "make setup" in the project's folder; it brings Node.js along.
hub-ended = The hub ended by itself: { $line }
    .remedy = The whole story is in { $log }.
hub-not-ready = The hub did not answer within { $seconds } seconds.
    .remedy = Look into { $log }, then start again.

## ai-studio check

check-state = State folder
check-proxy = Proxy
check-port = Address
check-slurm = Slurm
check-logs = Log folder
check-seats = Warm seats
log-folder-missing = The log folder { $folder } cannot be examined: { $reason }.
    .remedy = Create it where nodes and hub see it; docs/operate.md has the command.
log-folder-open = The log folder { $folder } has the mode { $mode } or a wrong group: people could read each other's logs, or the hub could not.
    .remedy = chgrp { $group } { $folder } && chmod 3753 { $folder }
seat-without-account = A warm seat is kept for { $name }, and there is no such account on this machine.
    .remedy = Correct warm_seats in studio.yaml, or create the account.
profile-not-served = The profile { $profile } cannot be started on this cluster. { $reason }
    .remedy = Correct it in studio.yaml; "sinfo" shows what the cluster has.
profile-partition = The profile { $profile } uses the partition { $partition }, which this cluster does not have.
    .remedy = Use one of: { $partitions }.

## Signing in

sign-in-other-host = This studio can only be used at its own machine, not under the name { $host }.

## The pages

page-skip = Skip to the content
page-noscript = This studio needs JavaScript. Please switch it on in your browser and load the page again.
page-language = Language
page-admin = Administration
page-sign-in = Sign in
page-sign-out = Sign out
page-signed-in-as = Signed in as
page-home = Start page
page-to-home = To the start page
page-again = Try again
page-back = Back
page-close = Close
page-error-dialog = That did not work
page-footer = { $title } is open source and runs on this institution’s own computers. Your data goes nowhere else.
page-footer-here = { $title } is open source and runs on this machine alone. Your data does not leave it.

page-promise = Find out what AI can do for your machines.
    .how = Step by step, in your browser, with nothing to install.
page-promise-guided = Guided: every step says what it does and what its result means.
page-promise-honest = Honest: every forecast shows how sure it is, and how well simple methods do.
page-promise-here = Private: everything runs and stays on this machine.
page-promise-house = In good hands: everything runs on this institution’s own computers.
page-sign-in-name = One name is enough. Next time, it takes you back to your work.
page-sign-in-account = With your account on this computing system, the one you also use for SSH.
page-your-name = Your name
page-user-name = User name
page-password = Password
page-password-show = Show
page-password-hide = Hide
page-enter = Enter the studio
page-stay-here = Everything stays on this machine: your notebooks, your data, your results.
page-stay-account = No account yet, or password forgotten? The administrators of this computing system can help.
page-insecure = This connection is not encrypted.
    .remedy = Your password could be read on its way. Use the address that begins with https://, if there is one.
page-wrong-name = This name cannot be used.
    .remedy = It needs at least one letter from A to Z or one digit, and at most 32 characters.
page-wrong-account = That did not match.
    .remedy = Check user name and password. If both are right, this account may not have been admitted to the studio yet: ask its administrators.
page-wrong-form = This page had been open for too long.
    .remedy = Please sign in once more; this time it will work.
page-wrong-other = Signing in is not possible.

page-welcome = Welcome, { $name }
page-welcome-lead = Start a session, and the first guide opens by itself.
page-session = Your session
page-state-off = Not running
page-state-starting = Starting
page-state-running = Running
page-state-ending = Ending
page-session-off = Your session is not running
    .what = Start it when you want to work. What you save in it stays.
page-session-starting = Your session is starting
    .what = You may close this page; the start goes on.
page-session-running = Your session is running
    .what = Everything is as you left it. Stop it when you are done, so that others can use the place.
    .here = Everything is as you left it. Stop it when you are done.
page-session-ending = Your session is ending
    .what = This takes a few seconds. Your saved files stay.
page-since = since
page-start = Start session
page-open = Open session
page-follow = Show progress
page-stop = Stop session
page-stopping = Stopping …
page-stop-not = Keep it running
page-stop-sure = Stop the session?
    .what = Running calculations end, and what has not been saved is lost. Saved files stay.
page-stop-failed = The session could not be stopped.
    .remedy = Load the page again and try once more; if it stays like this, tell the administrators.
page-inside = What you find in a session
page-inside-guide = Guided notebooks
    .what = A proof of concept from the question to the decision, one step after the other.
page-inside-app = Apps to click
    .what = The same proof of concept with sliders and charts, without a line of code.
page-inside-files = Your own files
    .what = Notebooks and results stay in your folder when the session ends.

page-choose = What do you need today?
page-choose-lead = This much is reserved for your session, for as long as it runs.
page-choose-for = For { $name }
page-fact-gpus = { $count ->
    [0] No GPU
    [one] 1 GPU
   *[other] { $count } GPUs
}
page-fact-slices = { $count ->
    [one] 1 slice of a GPU
   *[other] { $count } slices of a GPU
}
page-fact-shards = { $count ->
    [one] 1 share of a GPU
   *[other] { $count } shares of a GPU
}
page-fact-free = { $free ->
    [0] none of { $total } free now
   *[other] { $free } of { $total } free now
}
page-not-served = Cannot be started here.
page-fact-cpus = { $cpus ->
    [one] 1 core
   *[other] { $cpus } cores
}
page-fact-memory = { $memory } of memory
page-fact-time = up to { $time }
page-time-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
page-time-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
page-words = You get { $what } for { $time } at most. Then the session ends by itself.
page-words-open = You get { $what }.
page-more = More choices
page-length = How long at most
    .whole = The whole time: { $time }
    .what = A shorter session often finds a place sooner.
page-account = Charged to
    .usual = { $name } (your usual one)
page-reservation = Reservation
    .none = None
page-cost-gpu = It uses up to { $cost } of the { $left } GPU hours that { $owner } has left.
    .over = It may need { $cost } GPU hours, and { $owner } has only { $left } left.
page-cost-shard = It uses up to { $cost } of the { $left } hours of GPU shares that { $owner } has left.
    .over = It may need { $cost } hours of GPU shares, and { $owner } has only { $left } left.
page-cost-cpu = It uses up to { $cost } of the { $left } core hours that { $owner } has left.
    .over = It may need { $cost } core hours, and { $owner } has only { $left } left.
page-cost-node = It uses up to { $cost } of the { $left } node hours that { $owner } has left.
    .over = It may need { $cost } node hours, and { $owner } has only { $left } left.
page-cost-billing = It uses up to { $cost } of the { $left } billing hours that { $owner } has left.
    .over = It may need { $cost } billing hours, and { $owner } has only { $left } left.
page-over-budget = Such a session may not start, or end early. Choose a shorter or smaller one or another account, or ask your administrators for more.
page-not-started = The session could not be started
    .what = Try again. If it fails once more, tell the administrators when it happened.

page-starting = Your session is starting
page-step-requested = Requested
    .what = Your session has been requested.
page-step-waiting = Waiting for a place
    .what = Waiting for a free place on the cluster …
page-step-starting = Starting
    .what = Your notebook is being started …
page-step-ready = Ready
    .what = Ready. Opening …
page-wait-here = This usually takes a few seconds; the notebook then opens by itself.
page-wait-queue = As soon as a place is free, the notebook opens by itself. You may close this page: your place in the queue is kept, and the start page leads back here.
page-elapsed = Time so far:
page-cancel = Cancel
page-cancelling = Cancelling …
page-tell = Tell me when it is ready
    .done = Your browser will tell you when it is ready, as long as this page stays open.
    .refused = Your browser does not permit messages from this page. Its title says when the session is ready.
page-told-ready = Your session is ready
page-files-safe = Your files are safe: what you saved is still there.
page-log-lines = The last lines of the session’s log
page-no-answer = The studio is not answering at the moment.
    .remedy = Nothing is lost. This page keeps trying and goes on by itself.
page-off-opens = What you wanted to open is part of it: start the session, and it opens.
page-signed-out = You are signed out
    .what = A running session goes on until you or the studio stops it.

page-error-400 = This request was not understood
    .what = The address or the form does not fit what the studio expects. Go to the start page and try from there.
page-error-403 = This is not open to you
    .what = The page belongs to somebody else or needs more rights than you have. If you need it, ask the administrators.
page-error-404 = This page does not exist
    .what = The address is mistyped or no longer exists. Your work is not affected: the start page leads to it.
page-error-429 = Too many are starting at once
    .what = Wait half a minute, then try again.
page-error-500 = Something went wrong in the studio
    .what = That was not your fault, and your files are safe. Try again; if it happens once more, show the administrators the details below.
page-error-503 = Your session is not answering
    .what = It may just have ended, or is still starting. The start page shows its state and starts it again.
page-error-expired = This page had been open for too long
    .what = For your protection, a form is valid for a limited time only. Open the page anew and try again.
page-details = Details for the administrators
page-details-code = Error
page-details-message = Message
page-details-address = Page
page-details-time = Time

page-permit = Permit access?
    .what = { $application } ({ $address }) asks to know who you are, and for the following permissions.
page-permit-yes = Permit
