## Start

up-starting = Das Studio startet …
up-ready = Bereit. Öffnen Sie diese Adresse im Browser:
up-ready-local = Alles bleibt auf diesem Rechner, in { $state }.
up-ready-slurm = Sitzungen laufen als Slurm-Jobs; sie laufen weiter, wenn das Studio endet.
up-ready-stop = Strg-C beendet es.
up-stopped = Beendet.

## studio.yaml

settings-unreadable = { $path } lässt sich nicht lesen: { $reason }.
    .remedy = Geben Sie den Pfad einer vorhandenen studio.yaml an; examples/laptop.yaml ist ein Anfang.
settings-not-yaml = { $path }, Zeile { $line }: Das ist kein YAML ({ $problem }).
    .remedy = Prüfen Sie um diese Zeile Einrückungen, Doppelpunkte und Anführungszeichen.
settings-not-mapping = { $path } besteht nicht aus Zeilen der Form „Schlüssel: Wert“.
    .remedy = Vergleichen Sie mit examples/laptop.yaml.
settings-key-twice = { $path }, Zeile { $line }: Der Schlüssel { $key } steht hier zum zweiten Mal.
    .remedy = Entfernen Sie einen von beiden.
settings-unknown-key = { $path }, Zeile { $line }: Eine Einstellung { $key } gibt es nicht.
    .remedy = { $near ->
        [none] Erlaubt ist hier: { $permitted }.
       *[other] Meinten Sie { $near }? Erlaubt ist hier: { $permitted }.
    }
settings-missing-key = { $path }, Zeile { $line }: { $key } fehlt.
    .remedy = Ergänzen Sie es; examples/cluster.yaml zeigt, wie.
settings-wrong-value = { $path }, Zeile { $line }: { $key } kann nicht { $value } sein.
    .remedy = Erlaubt: { $permitted }.
settings-both-languages = { $path }, Zeile { $line }: { $key } braucht { $field } in beiden Sprachen.
    .remedy = Schreiben Sie { $field } als „en: …“ und „de: …“.
settings-gpu-type-without-gpu = { $path }, Zeile { $line }: { $key } nennt einen GPU-Typ, verlangt aber keine GPU.
    .remedy = Setzen Sie gpus auf 1 oder mehr, oder entfernen Sie gpu_type.
settings-name-needs-loopback = { $path }: Die Anmeldung nur mit einem Namen ist für den eigenen Rechner gedacht, und { $address } ist für andere erreichbar.
    .remedy = Setzen Sie listen.address und hub.address auf 127.0.0.1, oder sign_in.method auf account.
settings-account-needs-groups = { $path }: Die Anmeldung mit Unix-Konten braucht die Gruppen, deren Mitglieder hereindürfen.
    .remedy = Setzen Sie sign_in.groups, zum Beispiel [studio-users].
settings-slurm-needs-account = { $path }: Sitzungen auf Slurm laufen unter dem eigenen Konto; man muss sich also damit anmelden.
    .remedy = Setzen Sie sign_in.method auf account und sign_in.groups auf die zugelassenen Gruppen.
settings-slurm-needs-port = { $path }: Sitzungen auf Slurm überdauern den Hub und müssen ihn am selben Port wiederfinden.
    .remedy = Setzen Sie hub.port, zum Beispiel 8081.
settings-slurm-needs-profiles = { $path }: Es gibt nichts, was auf Slurm gestartet werden könnte.
    .remedy = Ergänzen Sie mindestens einen Eintrag in profiles; examples/cluster.yaml zeigt zwei.
settings-profile-twice = { $path }: Zwei Profile haben die id { $id }.
    .remedy = Geben Sie jedem Profil eine eigene id.

## Bevor der Hub startet

no-slurm = Die Einstellungen verlangen Slurm, aber es antwortet nicht: { $reason }
    .remedy = Starten Sie den Cluster (zum Üben: ai-studio cluster up), prüfen Sie slurm.config in studio.yaml, oder setzen Sie „spawner: local“.
root-without-service-account = Der Hub eines Clusters darf nicht als root laufen.
    .remedy = Setzen Sie service_account in studio.yaml auf das Unix-Konto des Hubs, oder starten Sie ihn unter diesem Konto.
service-account-missing = Das Dienstkonto { $name } gibt es auf diesem Rechner nicht.
    .remedy = Legen Sie es an (useradd --system { $name }), oder berichtigen Sie service_account in studio.yaml.
service-account-other = Nach den Einstellungen soll der Hub als { $name } laufen, und dies ist ein anderes Konto.
    .remedy = Starten Sie ihn als root oder als { $name }: sudo -u { $name } ai-studio up --config …
state-not-writable = Der Zustandsordner { $folder } ist nicht beschreibbar: { $reason }.
    .remedy = Berichtigen Sie Eigentümer oder Rechte, oder wählen Sie einen anderen state_dir in studio.yaml.
state-in-use = Auf dem Zustandsordner { $folder } läuft bereits ein Studio (Prozess { $process }).
    .remedy = Verwenden Sie dieses, beenden Sie es zuerst, oder geben Sie diesem hier in studio.yaml einen eigenen state_dir.
port-in-use = Port { $port } auf { $address } ist bereits belegt.
    .remedy = Beenden Sie das Programm, das ihn belegt, oder setzen Sie in studio.yaml einen anderen Port (listen.port, hub.port).
port-privileged = Port { $port } darf nur root verwenden.
    .remedy = Wählen Sie für listen.port in studio.yaml einen Port über 1023.
address-not-ours = { $address } ist keine Adresse dieses Rechners.
    .remedy = Setzen Sie listen.address und hub.address in studio.yaml auf Adressen, die „ip address“ zeigt.
no-proxy = Der Proxy configurable-http-proxy ist in { $folder } nicht installiert.
    .remedy = Führen Sie im Projektordner „make setup“ aus.
no-node = Der Proxy braucht Node.js { $oldest } oder neuer; gefunden: { $version }.
    .remedy = Führen Sie im Projektordner „make setup“ aus; es bringt Node.js mit.
hub-ended = Der Hub hat sich von selbst beendet: { $line }
    .remedy = Die ganze Geschichte steht in { $log }.
hub-not-ready = Der Hub hat innerhalb von { $seconds } Sekunden nicht geantwortet.
    .remedy = Sehen Sie in { $log } nach, und starten Sie neu.

## ai-studio check

check-state = Zustandsordner
check-proxy = Proxy
check-port = Adresse
check-slurm = Slurm
profile-partition = Das Profil { $profile } verwendet die Partition { $partition }, die dieser Cluster nicht hat.
    .remedy = Verwenden Sie eine von: { $partitions }.

## Anmeldung

sign-in-other-host = Dieses Studio lässt sich nur an seinem eigenen Rechner verwenden, nicht unter dem Namen { $host }.
