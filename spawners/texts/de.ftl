## Die Befehle von Slurm

command-missing = Der Befehl { $command } lässt sich nicht starten: { $reason }.
    .remedy = Installieren Sie die Client-Befehle von Slurm auf diesem Rechner, oder setzen Sie „spawner: local“ in studio.yaml.
command-timeout = Der Scheduler hat auf { $command } innerhalb von { $seconds } Sekunden nicht geantwortet.
    .remedy = Es ist nichts verloren. Versuchen Sie es in einer Minute erneut; bleibt es dabei, fragen Sie die Betreuer des Clusters.
query-failed = Der Scheduler hat { $command } nicht beantwortet: { $reason }
    .remedy = Es ist nichts verloren. Versuchen Sie es in einer Minute erneut; bleibt es dabei, fragen Sie die Betreuer des Clusters.

## Einen Server starten

unknown-profile = Diese Sitzung steht nicht zur Auswahl. Hier gibt es: { $profiles }.
no-account = { $name } hat kein Konto auf diesem Cluster.
    .remedy = Bitten Sie die Betreuer des Clusters um ein Konto.
control-character = Die Einstellung { $setting } enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.
    .remedy = Die Betreuer dieses Studios müssen es entfernen.
job-refused = Der Cluster hat die Sitzung nicht angenommen: „{ $reason }“.
    .remedy = Wählen Sie eine kleinere oder kürzere Sitzung; wird auch sie abgelehnt, zeigen Sie den Betreuern diesen Satz.
job-ended = Die Sitzung endete, bevor sie bereit war (Job { $job }, { $state }).
    .remedy = Der Grund steht am Ende der Datei { $log }. Starten Sie neu; scheitert es wieder, zeigen Sie den Betreuern diese Datei.
no-port = Die Sitzung läuft (Job { $job }), aber ihr Server hat sich innerhalb von { $seconds } Sekunden nicht gemeldet.
    .remedy = Starten Sie neu; scheitert es wieder, erreicht der Rechenknoten vermutlich den Hub nicht: Sagen Sie es den Betreuern.
server-ended-early = Der Notebook-Server endete, bevor er bereit war.
    .remedy = Der Grund steht am Ende der Datei { $log }.
server-silent = Der Notebook-Server hat sich innerhalb von { $seconds } Sekunden nicht gemeldet.
    .remedy = Starten Sie neu; scheitert es wieder, schließen Sie andere Programme, die diesen Rechner auslasten.
progress-submitted = Ihre Sitzung ist angefordert.
progress-waiting = Warten auf einen freien Platz im Cluster …
progress-running = Ihre Sitzung startet auf { $node } …

## The practice cluster

practice-step-ground = Netzwerk, Konten, Datenbank …
practice-step-accounting = Abrechnung …
practice-step-slurm = Slurm …
practice-up = Der Übungscluster läuft ({ $seconds } s). Weiter geht es mit:
practice-already-up = Der Übungscluster läuft bereits. Weiter geht es mit:
practice-people = Melden Sie sich mit einem dieser Namen und Passwörter an:
practice-end = „ai-studio cluster down“ entfernt alles wieder.
practice-down = Der Übungscluster ist entfernt.
practice-nothing = Hier gibt es keinen Übungscluster.
practice-healthy = Der Übungscluster ist in Ordnung.
practice-unhealthy = Der Übungscluster ist nicht in Ordnung; „ai-studio cluster up“ setzt ihn instand.
practice-answers = antwortet
practice-silent = antwortet nicht
practice-command-timeout = nach { $seconds } s noch nicht beendet
practice-command-status = Exit-Status { $status }
practice-command-failed = „{ $command }“ ist fehlgeschlagen: { $detail }.
    .remedy = Wiederholen Sie den Befehl; „ai-studio cluster down“ entfernt das Begonnene. In einem Container braucht der Übungscluster das Recht, Netzwerke zu verwalten (CAP_NET_ADMIN und CAP_SYS_ADMIN).
practice-not-root = Der Übungscluster legt Konten und Netzwerk-Namensräume an; das darf nur root.
    .remedy = Führen Sie den Befehl mit sudo aus.
practice-packages-missing = Für den Übungscluster fehlen Debian-Pakete: { $packages }.
    .remedy = Installieren Sie sie: apt-get install --no-install-recommends { $packages }
practice-folder-name = Der Ordner { $folder } ist für einen Übungscluster nicht geeignet.
    .remedy = Geben Sie einen absoluten Pfad mit höchstens { $longest } Zeichen an.
practice-folder-closed = Der Ordner { $folder } ist für einen Übungscluster nicht geeignet: Andere Konten dürfen { $parent } nicht betreten, und Jobs laufen unter anderen Konten.
    .remedy = Wählen Sie mit --state einen anderen Ordner, zum Beispiel /var/lib/ai-studio-practice.
practice-foreign-folder = { $folder } gibt es schon und gehört nicht zu einem Übungscluster; darin wurde nichts verändert.
    .remedy = Wählen Sie mit --state einen anderen Ordner.
practice-record-broken = Die Aufzeichnung { $file } des Übungsclusters ist nicht lesbar.
    .remedy = Starten Sie diesen Rechner neu, entfernen Sie den Ordner der Aufzeichnung und richten Sie den Cluster erneut ein.
practice-other-cluster = Das Konto { $name } gehört zu einem anderen Übungscluster; sein Home-Verzeichnis ist { $home }.
    .remedy = Beenden Sie zuerst jenen Cluster („ai-studio cluster down --state“ mit dessen Ordner); gibt es den Ordner nicht mehr, entfernen Sie das Konto: userdel { $name }
practice-foreign-sudoers = { $file } gibt es schon und stammt nicht vom Übungscluster.
    .remedy = Verschieben Sie die Datei und wiederholen Sie den Befehl.
practice-subnet-used = Die Adressen { $subnet } sind auf diesem Rechner schon vergeben, und zwar an { $interface }.
    .remedy = Schalten Sie diese Netzwerkschnittstelle für die Übung ab und wiederholen Sie den Befehl.
practice-busy = Ein anderer Befehl „ai-studio cluster“ arbeitet seit { $seconds } s.
    .remedy = Warten Sie, bis er fertig ist, und wiederholen Sie dann Ihren.
practice-daemon-failed = { $daemon } ist nicht gestartet.
    .remedy = Der Grund steht am Ende von { $log }. Wiederholen Sie danach „ai-studio cluster up“.
practice-nodes-missing = Slurm läuft, aber diese Knoten melden sich nicht: { $nodes }.
    .remedy = Der Grund steht in { $logs }; oft hält eine Firewall auf diesem Rechner sie von { $head } fern. „ai-studio cluster down“ und danach „up“ beginnt von vorn.
practice-not-ended = Prozesse von { $daemon } ließen sich nicht beenden.
    .remedy = Wiederholen Sie den Befehl; schlägt er wieder fehl, starten Sie diesen Rechner neu.
