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

out-failed = Der Ergebnisordner { $folder } ließ sich nicht schreiben: { $reason }.
    .remedy = Prüfen Sie dort Speicherplatz und Rechte oder wählen Sie mit --out einen anderen Ordner.

## Dateien lesen

file-missing = Die Datei { $file } liegt nicht in { $folder }.
    .remedy = Prüfen Sie Namen und Ordner.
file-unreadable = Die Datei { $file } ist nicht lesbar: { $reason }.
    .remedy = Prüfen Sie die Zugriffsrechte.
file-too-large = Die Datei { $file } enthält mehr als { $megabytes } MB.
    .remedy = Geben Sie eine kleinere Tabelle an: weniger Einheiten oder weniger Messwerte je Zyklus.
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
