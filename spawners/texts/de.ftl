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

## Auf einen Platz warten

wait-none = Der Scheduler sucht gleich einen Platz für Ihre Sitzung.
wait-resources = Warten, bis genug Prozessoren, Speicher oder GPUs frei sind.
wait-priority = In der Warteschlange stehen andere vor Ihnen.
wait-maintenance = Die Knoten, die Ihre Sitzung braucht, werden gerade gewartet; danach startet sie.
wait-nodes = Die Knoten, die Ihre Sitzung braucht, sind zurzeit ausgeschaltet, gestört oder reserviert.
wait-partition = Dieser Teil des Clusters ist zurzeit geschlossen; Ihre Sitzung startet, sobald er wieder öffnet.
wait-too-large = Diese Sitzung verlangt mehr, als der Cluster hergibt, und wird deshalb nicht starten. Brechen Sie ab und wählen Sie eine kleinere oder kürzere.
wait-budget = Die Rechenzeit Ihres Kontos ist verbraucht. Brechen Sie ab und bitten Sie die Betreuer des Clusters um mehr.
wait-group-limit = Ihre Gruppe nutzt gerade so viel, wie sie darf. Ihre Sitzung startet, wenn eine andere Ihrer Gruppe endet.
wait-own-limit = Sie nutzen gerade so viel, wie Sie dürfen. Ihre Sitzung startet, wenn ein anderer Ihrer Jobs endet.
wait-account = Ihr Konto darf diesen Teil des Clusters nicht nutzen. Brechen Sie ab und zeigen Sie den Betreuern diesen Satz ({ $reason }).
wait-reservation = Warten auf die Zeit, für die Ihre Sitzung gebucht ist.
wait-begin = Ihre Sitzung startet zu einer festgelegten Zeit.
wait-dependency = Ihre Sitzung wartet darauf, dass ein anderer Job endet.
wait-held-user = Ihre Sitzung ist unter Ihrem eigenen Namen angehalten; „scontrol release“ gibt sie frei.
wait-held-admin = Die Betreuer des Clusters haben Ihre Sitzung angehalten; nur sie können sie freigeben.
wait-licenses = Warten auf eine Lizenz, die gerade andere nutzen.
wait-preparing = Ein Platz ist gefunden; der Knoten wird vorbereitet.
wait-other = Der Cluster lässt Ihre Sitzung aus einem eigenen Grund warten. Er nennt ihn { $reason }.
queue-position = { $ahead ->
    [0] Sie sind als Nächstes an der Reihe.
    [one] Ein Job ist vor Ihnen an der Reihe.
   *[other] { $ahead } Jobs sind vor Ihnen an der Reihe.
}
expected-unknown = Wann Ihre Sitzung startet, kann der Cluster noch nicht sagen.
expected-soon = Voraussichtlicher Start: in den nächsten Minuten.
expected-minutes = Voraussichtlicher Start: in etwa { $first } bis { $last } Minuten.
expected-hours = Voraussichtlicher Start: in etwa { $first } bis { $last } Stunden.
expected-days = Voraussichtlicher Start: in etwa { $first } bis { $last } Tagen.

## Warum eine Sitzung nicht startete oder endete

session-ended-at = Ihre Sitzung endete um { $time } Uhr.
session-not-begun = Die Sitzung konnte nicht gestartet werden
refused-size = Der Cluster hat die Sitzung nicht angenommen: So viele GPUs, Kerne oder so viel Speicher hat kein Knoten.
    .remedy = Wählen Sie eine kleinere Sitzung, und sagen Sie den Betreuern, dass diese nicht starten kann.
refused-time = Der Cluster hat die Sitzung nicht angenommen: So lange darf sie nicht dauern.
    .remedy = Wählen Sie eine kürzere Sitzung, und sagen Sie den Betreuern, dass diese nicht starten kann.
refused-account = Der Cluster hat die Sitzung nicht angenommen: Ihr Konto darf diesen Teil des Clusters nicht nutzen („{ $reason }“).
    .remedy = Wählen Sie eine andere Sitzung, oder bitten Sie die Betreuer um Zugang.
refused-partition = Der Cluster hat die Sitzung nicht angenommen: Dieser Teil des Clusters ist geschlossen oder fehlt („{ $reason }“).
    .remedy = Wählen Sie eine andere Sitzung, und sagen Sie es den Betreuern.
refused-reservation = Der Cluster hat die Sitzung nicht angenommen: Die Reservierung, die sie nutzt, gibt es nicht, ist vorbei oder gilt nicht für Sie.
    .remedy = Wählen Sie eine andere Sitzung, oder fragen Sie die, die reserviert haben.
refused-count = Der Cluster hat die Sitzung nicht angenommen: Sie haben schon so viele Jobs, wie Sie dürfen.
    .remedy = Warten Sie, bis einer Ihrer Jobs endet, oder beenden Sie einen; starten Sie dann erneut.
refused-limit = Der Cluster hat die Sitzung nicht angenommen: Sie überschreitet, was Sie oder Ihre Gruppe nutzen dürfen.
    .remedy = Wählen Sie eine kleinere oder kürzere Sitzung, oder bitten Sie die Betreuer um mehr.
refused-sudo = Der Cluster hat die Sitzung nicht angenommen: Das Studio darf für Sie keine Jobs einreichen.
    .remedy = Zeigen Sie dies den Betreuern: Die sudo-Regel des Studio-Kontos umfasst Sie nicht.
refused-silent = Der Scheduler antwortet zurzeit nicht; die Sitzung konnte nicht angefordert werden.
    .remedy = Versuchen Sie es in einer Minute erneut; bleibt es dabei, fragen Sie die Betreuer des Clusters.
cause-timeout-hours = { $hours ->
    [one] Ihre Höchstdauer von 1 Stunde war erreicht.
   *[other] Ihre Höchstdauer von { $hours } Stunden war erreicht.
}
    .remedy = Starten Sie neu, wenn möglich mit einer längeren Sitzung.
cause-timeout-minutes = { $minutes ->
    [0] Ihre Höchstdauer war erreicht.
    [one] Ihre Höchstdauer von 1 Minute war erreicht.
   *[other] Ihre Höchstdauer von { $minutes } Minuten war erreicht.
}
    .remedy = Starten Sie neu, wenn möglich mit einer längeren Sitzung.
cause-memory = Sie brauchte mehr Arbeitsspeicher, als ihr zugeteilt war.
    .remedy = Starten Sie eine Sitzung mit mehr Arbeitsspeicher, oder bearbeiten Sie weniger Daten auf einmal.
cause-preempted = Ihr Platz wurde für einen Job mit höherem Vorrang gebraucht.
    .remedy = Starten Sie neu; die Sitzung wartet, bis ein Platz frei ist.
cause-node = Der Knoten { $node } ist ausgefallen.
    .remedy = Starten Sie neu; die Sitzung läuft dann auf einem anderen Knoten.
cause-cancelled-by-you = Ihr Job { $job } wurde unter Ihrem eigenen Namen abgebrochen.
    .remedy = Starten Sie neu, wenn Sie die Sitzung brauchen.
cause-cancelled = Ihr Job { $job } wurde von außerhalb des Studios abgebrochen.
    .remedy = Starten Sie neu; geschieht es noch einmal, fragen Sie die Betreuer des Clusters.
cause-no-log = Der Knoten { $node } konnte das Protokoll { $log } der Sitzung nicht schreiben.
    .remedy = Meist ist das Home-Verzeichnis voll oder nicht beschreibbar: Schaffen Sie dort Platz. Liegt es nicht daran, zeigen Sie dies den Betreuern.
cause-home-full = Das Home-Verzeichnis ist voll.
    .remedy = Löschen Sie, was Sie nicht mehr brauchen, und starten Sie neu.
cause-home-closed = In das Home-Verzeichnis kann nicht geschrieben werden.
    .remedy = Prüfen Sie seine Rechte, oder zeigen Sie dies den Betreuern.
cause-interpreter = Der Knoten { $node } kann { $python } nicht ausführen.
    .remedy = Zeigen Sie dies den Betreuern: slurm.python in studio.yaml muss es auf jedem Knoten geben, und jeder muss es ausführen dürfen.
cause-incomplete = Der Python-Umgebung { $python } auf dem Knoten fehlt ein Teil von AI Studio.
    .remedy = Zeigen Sie dies den Betreuern: Sie braucht ai-studio[lab].
cause-hub = Der Knoten erreicht das Studio nicht.
    .remedy = Zeigen Sie dies den Betreuern: Die Knoten brauchen einen Netzwerkweg zu hub.address und hub.port aus studio.yaml.
cause-constraints = Kein Knoten des Clusters kann diese Sitzung bedienen.
    .remedy = Wählen Sie eine kleinere Sitzung, und sagen Sie den Betreuern, dass diese nicht starten kann.
cause-finished = Ihr Notebook-Server wurde beendet.
    .remedy = Starten Sie neu, wenn Sie die Sitzung brauchen.
cause-failed = Ihr Notebook-Server brach mit einem Fehler ab (Job { $job }, { $state }, { $code }).
    .remedy = Der Grund steht am Ende der Datei { $log }. Starten Sie neu; scheitert es wieder, zeigen Sie den Betreuern diese Datei.

## Was der Cluster hat

no-partition = Dieser Cluster hat keine Partition { $partition }.
    .remedy = Berichtigen Sie das Profil.
too-long = In der Partition { $partition } sind höchstens { $hours } Stunden erlaubt.
    .remedy = Berichtigen Sie das Profil.
no-such-gpu = Kein Knoten der Partition { $partition } hat eine { $gpu }.
    .remedy = Berichtigen Sie das Profil.
too-many-gpus = Ein Knoten der Partition { $partition } hat höchstens { $largest ->
    [one] 1 GPU
   *[other] { $largest } GPUs
}.
    .remedy = Berichtigen Sie das Profil.

## Auswählen

too-many-shards = Ein Knoten der Partition { $partition } hat höchstens { $largest ->
    [one] 1 Anteil
   *[other] { $largest } Anteile
} an seinen GPUs.
    .remedy = Berichtigen Sie das Profil.
not-for-you = Dieser Teil des Clusters steht Ihrem Konto nicht offen.
    .remedy = Wählen Sie eine andere Sitzung, oder bitten Sie die Betreuer um Zugang.
reservation-now = { $name }, jetzt bis { $ends } Uhr
reservation-soon = { $name }, von { $starts } bis { $ends } Uhr
choice-none = Hier lässt sich nur die Art der Sitzung wählen.
    .remedy = Lassen Sie Dauer, Account und Reservierung weg.
choice-unreadable = Die Angabe zu { $option } ist nicht lesbar.
choice-unsaid = Der Cluster sagt gerade nicht, was Sie wählen dürfen.
    .remedy = Versuchen Sie es in einer Minute erneut, oder starten Sie mit den Voreinstellungen.
choice-minutes = Diese Sitzung kann höchstens { $longest } Minuten dauern.
    .remedy = Wählen Sie eine kürzere.
choice-account = Diese Sitzung lässt sich nicht über den Account { $name } abrechnen.
    .remedy = Wählen Sie einen anderen Account, oder lassen Sie sich von den Betreuern dort aufnehmen.
choice-reservation = Die Reservierung { $name } ist vorbei oder gilt nicht für Sie.
    .remedy = Wählen Sie eine andere oder keine, oder fragen Sie die, die reserviert haben.
choice-reservation-account = Mit dem Account { $account } lässt sich die Reservierung { $name } nicht nutzen.
    .remedy = Wählen Sie einen anderen Account, oder starten Sie ohne die Reservierung.

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
