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
job-refused = Der Cluster hat die Sitzung nicht angenommen: { $reason }
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
