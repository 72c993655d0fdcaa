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
profile-partition = The profile { $profile } uses the partition { $partition }, which this cluster does not have.
    .remedy = Use one of: { $partitions }.

## Signing in

sign-in-other-host = This studio can only be used at its own machine, not under the name { $host }.
