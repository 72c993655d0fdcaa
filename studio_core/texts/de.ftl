## Die Kommandozeile

missing-extra-short = (nicht installiert: braucht { $module })
missing-extra = „ai-studio { $command }“ braucht das Python-Paket { $module }, das hier nicht installiert ist.
    .remedy = Installieren Sie den fehlenden Teil: pip install "ai-studio[hub,lab]".
interrupted = Abgebrochen.
stopped = Die Arbeit wurde vor dem Ende angehalten; gespeichert wurde nichts.
    .remedy = Starten Sie sie erneut, wenn Sie so weit sind.

usecases-title = Anwendungsfall
usecases-id = Name
usecases-minutes = Minuten
usecases-needs = Braucht
usecases-data = Daten
usecase-unknown = Einen Anwendungsfall „{ $name }“ gibt es nicht.
    .remedy = Wählen Sie einen von diesen: { $known }.
usecase-broken = Die Beschreibung { $file } ist nicht verwendbar: { $reason }.
    .remedy = Installieren Sie ai-studio neu oder berichtigen Sie die Datei.
usecase-no-run = „{ $name }“ lässt sich nicht von der Kommandozeile aus rechnen.
    .remedy = Öffnen Sie stattdessen das Leitfaden-Notebook.

new-written = Geschrieben: { $folder }
new-nothing = Es war schon alles da; geändert wurde nichts.
new-kept = Blieb unverändert, weil schon vorhanden: { $name }
new-target-not-folder = { $folder } ist eine Datei und kein Ordner.
    .remedy = Nennen Sie einen Ordner; fehlt er, wird er angelegt.
new-not-writable = In { $folder } kann nichts geschrieben werden ({ $reason }).
    .remedy = Wählen Sie einen Ordner, in den Sie schreiben dürfen.
notebooks-missing = Die Notebooks zu „{ $name }“ sind nicht installiert (gesucht in { $folder }).
    .remedy = Installieren Sie ai-studio neu oder starten Sie aus einem vollständigen Quellverzeichnis.

run-written = Der Ergebnisordner ist { $folder }
run-report = Bericht: { $file }
run-elapsed = { $elapsed } vergangen
run-remaining = noch etwa { $remaining }
data-twice = „{ $name }“ liest einen Datenpfad, angegeben sind { $count }.
    .remedy = Geben Sie --data nur einmal an.
package-missing = Das Python-Paket { $module } ist hier nicht installiert.
    .remedy = Installieren Sie den fehlenden Teil: pip install "ai-studio[lab]".

setting-form = In „--set { $given }“ fehlt das Gleichheitszeichen.
    .remedy = Schreiben Sie schlüssel=wert. Schlüssel: { $keys }.
setting-twice = Die Einstellung { $key } ist doppelt angegeben.
    .remedy = Geben Sie sie nur einmal an.
setting-unknown = Eine Einstellung „{ $key }“ gibt es nicht.
    .remedy = Wählen Sie eine von diesen: { $keys }.
setting-wrong = Die Einstellung { $key } kann nicht „{ $value }“ sein.
    .remedy = Erlaubt: { $permitted }.
permitted-whole = eine ganze Zahl von { $low } bis { $high }
permitted-number = eine Zahl von { $low } bis { $high } (mit Dezimalpunkt)
permitted-truth = true oder false
permitted-text = Text

## Ergebnisordner

run-folder-none = { $folder } ist kein Ergebnisordner.
    .remedy = Nennen Sie den Ordner, den „ai-studio run“ geschrieben hat; darin liegt eine run.json.
run-folder-damaged = Der Ergebnisordner { $folder } ist beschädigt: run.json oder metrics.json ist nicht lesbar.
    .remedy = Rechnen Sie noch einmal in einen anderen Ordner.
run-folder-version = Der Ergebnisordner { $folder } stammt von einer anderen Version von AI Studio (Format { $found }).
    .remedy = Verwenden Sie die Version, die ihn geschrieben hat, oder rechnen Sie noch einmal.
run-file-damaged = Die Datei { $file } des Ergebnisordners ist nicht lesbar.
    .remedy = Rechnen Sie noch einmal in einen anderen Ordner.
out-not-run = In { $folder } liegen andere Dateien, ein Ergebnisordner ist es nicht; deshalb wird dort nichts geschrieben.
    .remedy = Nennen Sie mit --out einen leeren oder neuen Ordner.
out-not-folder = { $folder } ist eine Datei und kein Ordner.
    .remedy = Nennen Sie mit --out einen leeren oder neuen Ordner.
out-not-writable = In { $folder } kann nichts geschrieben werden.
    .remedy = Wählen Sie mit --out einen anderen Ordner.

out-busy = Am Ergebnisordner { $folder } arbeitet bereits ein anderer Prozess.
    .remedy = Warten Sie, bis er fertig ist, oder nennen Sie mit --out einen anderen Ordner.
out-failed = Der Ergebnisordner { $folder } ließ sich nicht schreiben: { $reason }.
    .remedy = Prüfen Sie dort Speicherplatz und Rechte oder wählen Sie mit --out einen anderen Ordner.

## Dateien lesen

file-missing = Die Datei { $file } liegt nicht in { $folder }.
    .remedy = Prüfen Sie Namen und Ordner.
file-unreadable = Die Datei { $file } ist nicht lesbar: { $reason }.
    .remedy = Prüfen Sie die Zugriffsrechte.
file-too-large = Die Datei { $file } enthält mehr als { $megabytes } MB.
    .remedy = Speichern Sie sie als Parquet, das nur einen Bruchteil des Platzes braucht, oder geben Sie eine kleinere Tabelle an: weniger Einheiten oder weniger Messwerte je Zyklus.
file-empty = Die Datei { $file } hat keine Zeilen.
    .remedy = Geben Sie eine Datei mit Daten an.
file-not-text = Die Datei { $file } ist keine Texttabelle: Zeile { $row } ist nicht als UTF-8 lesbar.
    .remedy = Speichern Sie sie als reinen Text in UTF-8, auf Wunsch mit gzip gepackt.
file-not-gzip = Die Datei { $file } endet auf .gz, ist aber nicht mit gzip gepackt.
    .remedy = Entfernen Sie die Endung .gz, falls es reiner Text ist, oder besorgen Sie die Datei neu.
file-damaged = Die Datei { $file } ist beschädigt und nicht bis zum Ende lesbar.
    .remedy = Besorgen Sie die Datei neu.
row-width = { $file }, Zeile { $row }: { NUMBER($found) } Spalten, erwartet sind { NUMBER($expected) } ({ $names }).
    .remedy = Berichtigen Sie die Zeile oder prüfen Sie, ob es die richtige Datei ist.
cell-not-number = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ ist keine Zahl.
    .remedy = Tragen Sie eine Zahl mit Dezimalpunkt ein oder entfernen Sie die Zeile.
cell-not-whole = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ ist keine ganze Zahl ab 0.
    .remedy = Tragen Sie eine ganze Zahl ein oder entfernen Sie die Zeile.
cell-empty = { $file }, Zeile { $row }, Spalte { $column }: Der Wert fehlt.
    .remedy = Tragen Sie den Wert nach oder entfernen Sie die Zeile.
column-missing = In { $file } fehlt die Spalte „{ $column }“ (vorhanden: { $found }).
    .remedy = Ergänzen Sie die Spalte oder benennen Sie die passende um.
cycle-twice = { $file }, Zeile { $row }, Spalte cycle: Zyklus { $cycle } der Einheit { $unit } kommt doppelt vor.
    .remedy = Entfernen Sie eine der beiden Zeilen.
cell-too-long = { $file }, Zeile { $row }: Eine Zelle enthält mehr, als in eine Tabellenzelle passt; vermutlich fehlt ein Anführungszeichen.
    .remedy = Schließen Sie in dieser Zeile das Anführungszeichen, oder entfernen Sie es.
column-twice = { $file } hat zwei Spalten namens „{ $column }“.
    .remedy = Geben Sie in der ersten Zeile jeder Spalte einen eigenen Namen.
header-missing = { $file } beginnt mit Zahlen ({ $first }), wo die Spaltennamen stehen sollten.
    .remedy = Schreiben Sie die Namen der Spalten in die erste Zeile.
too-many-columns = { $file } hat { NUMBER($columns) } Spalten; gelesen werden Tabellen mit höchstens { NUMBER($most) }.
    .remedy = Behalten Sie die Spalten für Einheit, Zeit, Sensoren und Betriebsgrößen, und prüfen Sie, ob es die richtige Datei ist.
table-too-large = { $file } enthält { NUMBER($rows) } Zeilen mit { NUMBER($columns) } Spalten; das passt hier nicht in den Arbeitsspeicher.
    .remedy = Behalten Sie nur die nötigen Spalten, oder mitteln Sie die Messwerte je Zyklus.
file-not-table = { $file } ist keine Tabelle, die hier gelesen werden kann.
    .remedy = Speichern Sie sie als CSV in UTF-8, als Parquet oder als Excel-Arbeitsmappe (Endungen: { $kinds }).
excel-old = { $file } ist eine Arbeitsmappe im Format von Excel vor 2007.
    .remedy = Speichern Sie sie in Excel als .xlsx oder als CSV.
decimal-mixed = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ hat ein anderes Dezimalzeichen als die Zahlen davor.
    .remedy = Schreiben Sie alle Zahlen der Tabelle mit demselben Dezimalzeichen, Punkt oder Komma.
decimal-unclear = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ lässt sich auf zwei Arten lesen, mit Dezimalkomma oder mit Tausendertrennung.
    .remedy = Schreiben Sie die Zahlen mit Dezimalpunkt und ohne Tausendertrennung.
note-encoding = Die Datei ist nicht in UTF-8 geschrieben; sie wurde als { $encoding } gelesen.
note-separator = Die Spalten sind durch { $separator } getrennt.
note-decimal-comma = Die Zahlen wurden mit Dezimalkomma gelesen.
note-sheet = Die Arbeitsmappe hat { $count } Blätter; gelesen wurde das erste, „{ $sheet }“.
column-two-parts = { $file }: Die Spalte „{ $column }“ hat zwei Aufgaben bekommen.
    .remedy = Nennen Sie jede Spalte nur einmal unter unit, time, end, target, sensors und settings.
no-sensors = In { $file } bleibt keine Zahlenspalte übrig, die ein Sensor sein könnte (vorhanden: { $found }).
    .remedy = Nennen Sie die Sensoren mit --set sensors=erster,zweiter und prüfen Sie, ob dort Zahlen stehen.
table-unclear = Was die Spalten von { $file } bedeuten, ist nicht zu erkennen (vorhanden: { $found }).
    .remedy = Nennen Sie bei Verläufen von Einheiten --set unit=… und --set time=…; bei einer Ereignistabelle mit --set target=… die Spalte, in der steht, ob es zum Ausfall kam.
note-guessed-unit = Die Spalte „{ $column }“ gilt als Einheit.
note-guessed-time = Die Spalte „{ $column }“ gilt als Zeit.
note-guessed-end = Die Spalte „{ $column }“ gilt als Grund für das Ende eines Verlaufs.
note-guessed-target = Die Spalte „{ $column }“ gilt als das, was vorhergesagt werden soll.
note-left-out = { $count } { $count ->
        [one] Spalte misst nichts (Text, Zähler oder leer) und bleibt
       *[other] Spalten messen nichts (Text, Zähler oder leer) und bleiben
    } außer Betracht: { $names }.
column-not-number = { $file }: Die Spalte { $column } enthält Texte statt Zahlen.
    .remedy = Nehmen Sie sie aus den Sensoren und Betriebsgrößen heraus, oder tragen Sie dort Zahlen ein.
time-unclear = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ ist weder eine Zahl noch ein Datum.
    .remedy = Tragen Sie ganze Zyklen ein oder Zeitpunkte in der Form 2024-12-31 14:00.
date-unclear = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ lässt sich auf zwei Arten lesen, mit dem Tag oder mit dem Monat zuerst.
    .remedy = Schreiben Sie Daten in der Form 2024-12-31.
life-leak = { $file }: Die Spalte { $column } gibt die Restlebensdauer selbst wieder. Solange die Einheit läuft, kennt sie niemand; ein Modell damit wäre nur scheinbar gut.
    .remedy = Nehmen Sie sie aus den Sensoren heraus.
note-time-step = Die Zeit in „{ $column }“ hat Bruchteile; ein Zyklus sind { $step } ihrer Einheiten, der übliche Abstand zweier Zeilen.
note-dates = Die Zeitpunkte in „{ $column }“ werden ab der ersten Zeile jeder Einheit in { $step ->
        [second] Sekunden
        [minute] Minuten
        [ten] Schritten von zehn Minuten
        [hour] Stunden
        [week] Wochen
       *[day] Tagen
    } gezählt.
note-all-failed = Keine Spalte sagt, warum ein Verlauf endet; deshalb gelten alle { $units } Einheiten als bis zum Ausfall gelaufen. Wo das nicht stimmt, ergänzen Sie eine solche Spalte.
note-empty-sensors = { $count } { $count ->
        [one] Spalte ist in mehr als der Hälfte der Zeilen leer und bleibt
       *[other] Spalten sind in mehr als der Hälfte der Zeilen leer und bleiben
    } außer Betracht: { $names }.
note-filled = { $cells } leere { $cells ->
        [one] Zelle wurde
       *[other] Zellen wurden
    } mit dem letzten Messwert der Einheit davor gefüllt (an ihrem Anfang mit dem ersten danach).
note-life-leak = { $count } { $count ->
        [one] Spalte gibt die Restlebensdauer selbst wieder, die bei laufender Einheit niemand kennt; sie bleibt
       *[other] Spalten geben die Restlebensdauer selbst wieder, die bei laufender Einheit niemand kennt; sie bleiben
    } außer Betracht: { $names }.

## Bericht, Modellkarte, Datenblatt

report-title = Bericht
report-language = Sprache
report-made-with = Erstellt mit AI Studio { $version }. Diese Datei enthält alles, was sie zeigt, und fragt bei keinem anderen Rechner an.
report-how = So ist es entstanden
report-table = Dasselbe als Tabelle
report-record-started = Begonnen
report-record-duration = Dauer
report-record-seed = Startwert des Zufalls
report-record-device = Gerechnet auf
report-record-data = Daten
report-record-fingerprint = Fingerabdruck der Daten
report-record-configuration = Einstellungen
report-record-packages = Versionen
seconds = { NUMBER($value, maximumFractionDigits: 1) } s

card-title = Modellkarte: { $title }
card-purpose = Zweck
card-method = Verfahren
card-data = Daten
card-figures = Kennzahlen
card-limits = Grenzen
card-oversight = Menschen entscheiden
card-provenance = Herkunft
sheet-title = Datenblatt: { $title }
sheet-origin = Herkunft
sheet-content = Inhalt
sheet-quality = Prüfbericht
sheet-channels = Messgrößen
sheet-rights = Rechte und Zitat
sheet-fingerprint = Fingerabdruck
figure-name = Kennzahl
figure-value = Wert
channel-name = Name
channel-unit = Einheit
channel-meaning = Bedeutung
