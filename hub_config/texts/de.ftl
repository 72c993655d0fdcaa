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
settings-gpus-and-shards = { $path }, Zeile { $line }: { $key } verlangt ganze GPUs und zugleich Anteile an einer.
    .remedy = Behalten Sie gpus oder shards, und entfernen Sie das andere.
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
settings-seats-profile = { $path }: warm_seats nennt das Profil { $id }, das es nicht gibt.
    .remedy = Verwenden Sie eines von diesen: { $known }.
settings-seats-times = { $path }: Die vorgewärmten Plätze vom { $starts } würden zurückgegeben, bevor sie gestartet sind.
    .remedy = Setzen Sie given_back auf einen späteren Zeitpunkt als starts.

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
check-logs = Ordner der Protokolle
check-seats = Vorgewärmte Plätze
log-folder-missing = Der Ordner der Protokolle { $folder } lässt sich nicht prüfen: { $reason }.
    .remedy = Legen Sie ihn dort an, wo Knoten und Hub ihn sehen; der Befehl steht in docs/operate.md.
log-folder-open = Der Ordner der Protokolle { $folder } hat die Rechte { $mode } oder eine falsche Gruppe: Die Leute könnten fremde Protokolle lesen, oder der Hub könnte es nicht.
    .remedy = chgrp { $group } { $folder } && chmod 3753 { $folder }
seat-without-account = Ein vorgewärmter Platz ist für { $name } vorgesehen, doch dieses Konto gibt es auf diesem Rechner nicht.
    .remedy = Berichtigen Sie warm_seats in studio.yaml, oder legen Sie das Konto an.
profile-not-served = Das Profil { $profile } kann auf diesem Cluster nicht starten. { $reason }
    .remedy = Berichtigen Sie es in studio.yaml; „sinfo“ zeigt, was der Cluster hat.
profile-partition = Das Profil { $profile } verwendet die Partition { $partition }, die dieser Cluster nicht hat.
    .remedy = Verwenden Sie eine von: { $partitions }.

## Anmeldung

sign-in-other-host = Dieses Studio lässt sich nur an seinem eigenen Rechner verwenden, nicht unter dem Namen { $host }.

## Die Seiten

page-skip = Zum Inhalt springen
page-noscript = Das Studio braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein, und laden Sie die Seite neu.
page-language = Sprache
page-admin = Verwaltung
page-sign-in = Anmelden
page-sign-out = Abmelden
page-signed-in-as = Angemeldet als
page-home = Startseite
page-to-home = Zur Startseite
page-again = Erneut versuchen
page-back = Zurück
page-close = Schließen
page-error-dialog = Das hat nicht geklappt
page-footer = { $title } ist Open Source und läuft auf den eigenen Rechnern dieser Einrichtung. Ihre Daten gehen nirgendwo anders hin.
page-footer-here = { $title } ist Open Source und läuft nur auf diesem Rechner. Ihre Daten verlassen ihn nicht.

page-promise = Finden Sie heraus, was KI für Ihre Maschinen leisten kann.
    .how = Schritt für Schritt, im Browser, ohne etwas zu installieren.
page-promise-guided = Geführt: Jeder Schritt sagt, was er tut und was sein Ergebnis bedeutet.
page-promise-honest = Ehrlich: Jede Vorhersage zeigt, wie sicher sie ist und wie weit einfache Verfahren kommen.
page-promise-here = Vertraulich: Alles läuft und bleibt auf diesem Rechner.
page-promise-house = In guten Händen: Alles läuft auf den eigenen Rechnern dieser Einrichtung.
page-sign-in-name = Ein Name genügt. Beim nächsten Mal führt er Sie zurück zu Ihrer Arbeit.
page-sign-in-account = Mit Ihrem Benutzerkonto auf diesem Rechnersystem, mit dem Sie auch SSH verwenden.
page-your-name = Ihr Name
page-user-name = Benutzername
page-password = Passwort
page-password-show = Zeigen
page-password-hide = Verbergen
page-enter = Studio betreten
page-stay-here = Alles bleibt auf diesem Rechner: Ihre Notebooks, Ihre Daten, Ihre Ergebnisse.
page-stay-account = Noch kein Konto, oder das Passwort vergessen? Die Betreuer dieses Rechnersystems helfen weiter.
page-insecure = Diese Verbindung ist nicht verschlüsselt.
    .remedy = Ihr Passwort könnte unterwegs mitgelesen werden. Verwenden Sie die Adresse mit https://, falls es eine gibt.
page-wrong-name = Dieser Name lässt sich nicht verwenden.
    .remedy = Er braucht mindestens einen Buchstaben von A bis Z oder eine Ziffer und höchstens 32 Zeichen.
page-wrong-account = Das passt nicht zusammen.
    .remedy = Prüfen Sie Benutzername und Passwort. Stimmt beides, ist dieses Konto vielleicht noch nicht für das Studio freigegeben: Fragen Sie die Betreuer.
page-wrong-form = Diese Seite war zu lange geöffnet.
    .remedy = Bitte melden Sie sich noch einmal an; jetzt gelingt es.
page-wrong-other = Die Anmeldung ist nicht möglich.

page-welcome = Willkommen, { $name }
page-welcome-lead = Starten Sie eine Sitzung; der erste Leitfaden öffnet sich dann von selbst.
page-session = Ihre Sitzung
page-state-off = Läuft nicht
page-state-starting = Startet
page-state-running = Läuft
page-state-ending = Wird beendet
page-session-off = Ihre Sitzung läuft nicht
    .what = Starten Sie sie, wenn Sie arbeiten möchten. Was Sie darin speichern, bleibt.
page-session-starting = Ihre Sitzung startet
    .what = Sie können diese Seite schließen; der Start geht weiter.
page-session-running = Ihre Sitzung läuft
    .what = Alles ist, wie Sie es verlassen haben. Beenden Sie sie, wenn Sie fertig sind, damit andere den Platz nutzen können.
    .here = Alles ist, wie Sie es verlassen haben. Beenden Sie sie, wenn Sie fertig sind.
page-session-ending = Ihre Sitzung wird beendet
    .what = Das dauert einige Sekunden. Gespeicherte Dateien bleiben erhalten.
page-since = seit
page-start = Sitzung starten
page-open = Sitzung öffnen
page-follow = Fortschritt zeigen
page-stop = Sitzung beenden
page-stopping = Wird beendet …
page-stop-not = Weiterlaufen lassen
page-stop-sure = Sitzung beenden?
    .what = Laufende Berechnungen enden, und nicht Gespeichertes geht verloren. Gespeicherte Dateien bleiben erhalten.
page-stop-failed = Die Sitzung ließ sich nicht beenden.
    .remedy = Laden Sie die Seite neu, und versuchen Sie es noch einmal; wenn es dabei bleibt, verständigen Sie die Betreuer.
page-inside = Was Sie in einer Sitzung finden
page-inside-guide = Geführte Notebooks
    .what = Ein Machbarkeitsnachweis von der Frage bis zur Entscheidung, ein Schritt nach dem anderen.
page-inside-app = Apps zum Klicken
    .what = Derselbe Machbarkeitsnachweis mit Reglern und Diagrammen, ohne eine Zeile Code.
page-inside-files = Ihre eigenen Dateien
    .what = Notebooks und Ergebnisse bleiben in Ihrem Ordner, auch wenn die Sitzung endet.

page-choose = Was brauchen Sie heute?
page-choose-lead = So viel wird für Ihre Sitzung reserviert, solange sie läuft.
page-choose-for = Für { $name }
page-fact-gpus = { $count ->
    [0] Keine GPU
    [one] 1 GPU
   *[other] { $count } GPUs
}
page-fact-slices = { $count ->
    [one] 1 GPU-Scheibe
   *[other] { $count } GPU-Scheiben
}
page-fact-shards = { $count ->
    [one] 1 GPU-Anteil
   *[other] { $count } GPU-Anteile
}
page-fact-free = { $free ->
    [0] gerade keine von { $total } frei
   *[other] gerade { $free } von { $total } frei
}
page-not-served = Hier nicht verfügbar.
page-fact-cpus = { $cpus ->
    [one] 1 Kern
   *[other] { $cpus } Kerne
}
page-fact-memory = { $memory } Arbeitsspeicher
page-fact-time = bis { $time }
page-time-hours = { $hours ->
    [one] 1 Stunde
   *[other] { $hours } Stunden
}
page-time-minutes = { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
page-words = Sie erhalten { $what } für höchstens { $time }. Danach endet die Sitzung von selbst.
page-words-open = Sie erhalten { $what }.
page-more = Weitere Auswahl
page-length = Höchstdauer
    .whole = Die ganze Zeit: { $time }
    .what = Eine kürzere Sitzung findet oft früher einen Platz.
page-account = Abgerechnet über
    .usual = { $name } (Ihr üblicher)
page-reservation = Reservierung
    .none = Keine
page-cost-gpu = Sie verbraucht bis zu { $cost } der { $left } GPU-Stunden, die { $owner } noch hat.
    .over = Sie kann { $cost } GPU-Stunden brauchen, und { $owner } hat nur noch { $left }.
page-cost-shard = Sie verbraucht bis zu { $cost } der { $left } Stunden an GPU-Anteilen, die { $owner } noch hat.
    .over = Sie kann { $cost } Stunden an GPU-Anteilen brauchen, und { $owner } hat nur noch { $left }.
page-cost-cpu = Sie verbraucht bis zu { $cost } der { $left } Kernstunden, die { $owner } noch hat.
    .over = Sie kann { $cost } Kernstunden brauchen, und { $owner } hat nur noch { $left }.
page-cost-node = Sie verbraucht bis zu { $cost } der { $left } Knotenstunden, die { $owner } noch hat.
    .over = Sie kann { $cost } Knotenstunden brauchen, und { $owner } hat nur noch { $left }.
page-cost-billing = Sie verbraucht bis zu { $cost } der { $left } Abrechnungsstunden, die { $owner } noch hat.
    .over = Sie kann { $cost } Abrechnungsstunden brauchen, und { $owner } hat nur noch { $left }.
page-over-budget = Eine solche Sitzung startet vielleicht nicht oder endet vorzeitig. Wählen Sie eine kürzere oder kleinere oder einen anderen Account, oder bitten Sie die Betreuer um mehr.
page-not-started = Die Sitzung konnte nicht gestartet werden
    .what = Versuchen Sie es noch einmal. Gelingt es wieder nicht, sagen Sie den Betreuern, wann es geschah.

page-starting = Ihre Sitzung startet
page-step-requested = Angefordert
    .what = Ihre Sitzung ist angefordert.
page-step-waiting = Wartet auf einen Platz
    .what = Wartet auf einen freien Platz im Cluster …
page-step-starting = Startet
    .what = Ihr Notebook wird gestartet …
page-step-ready = Bereit
    .what = Bereit. Wird geöffnet …
page-wait-here = Das dauert meist nur einige Sekunden; dann öffnet sich das Notebook von selbst.
page-wait-queue = Sobald ein Platz frei ist, öffnet sich das Notebook von selbst. Sie können diese Seite schließen: Ihr Platz in der Warteschlange bleibt, und die Startseite führt hierher zurück.
page-elapsed = Bisher:
page-cancel = Abbrechen
page-cancelling = Wird abgebrochen …
page-tell = Bescheid geben, wenn bereit
    .done = Ihr Browser meldet sich, sobald sie bereit ist; lassen Sie diese Seite so lange offen.
    .refused = Ihr Browser lässt von dieser Seite keine Benachrichtigungen zu. Der Titel der Seite zeigt, wann die Sitzung bereit ist.
page-told-ready = Ihre Sitzung ist bereit
page-files-safe = Ihre Dateien sind sicher: Was Sie gespeichert haben, ist noch da.
page-log-lines = Die letzten Zeilen des Protokolls
page-no-answer = Das Studio antwortet gerade nicht.
    .remedy = Es geht nichts verloren. Diese Seite versucht es weiter und macht dann von selbst weiter.
page-off-opens = Was Sie öffnen wollten, gehört dazu: Starten Sie die Sitzung, dann öffnet es sich.
page-signed-out = Sie sind abgemeldet
    .what = Eine laufende Sitzung läuft weiter, bis Sie oder das Studio sie beenden.

page-error-400 = Diese Anfrage wurde nicht verstanden
    .what = Adresse oder Formular passen nicht zu dem, was das Studio erwartet. Versuchen Sie es von der Startseite aus.
page-error-403 = Hier haben Sie keinen Zutritt
    .what = Die Seite gehört jemand anderem oder verlangt mehr Rechte, als Sie haben. Wenn Sie sie brauchen, fragen Sie die Betreuer.
page-error-404 = Diese Seite gibt es nicht
    .what = Die Adresse ist falsch geschrieben oder nicht mehr gültig. Ihre Arbeit ist davon nicht betroffen: Die Startseite führt zu ihr.
page-error-429 = Zu viele starten gleichzeitig
    .what = Warten Sie eine halbe Minute, und versuchen Sie es dann noch einmal.
page-error-500 = Im Studio ist etwas schiefgegangen
    .what = Das lag nicht an Ihnen, und Ihre Dateien sind sicher. Versuchen Sie es noch einmal; geschieht es wieder, zeigen Sie den Betreuern die Einzelheiten unten.
page-error-503 = Ihre Sitzung antwortet nicht
    .what = Vielleicht ist sie gerade beendet worden oder startet noch. Die Startseite zeigt ihren Zustand und startet sie neu.
page-error-expired = Diese Seite war zu lange geöffnet
    .what = Zu Ihrem Schutz gilt ein Formular nur begrenzte Zeit. Öffnen Sie die Seite neu, und versuchen Sie es noch einmal.
page-details = Einzelheiten für die Betreuer
page-details-code = Fehler
page-details-message = Meldung
page-details-address = Seite
page-details-time = Zeit

page-permit = Zugriff erlauben?
    .what = { $application } ({ $address }) möchte wissen, wer Sie sind, und bittet um die folgenden Rechte.
page-permit-yes = Erlauben
