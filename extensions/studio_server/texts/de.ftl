## Die Seite um eine App herum

app-loading = Ihre App wird geöffnet
app-loading-more = Das dauert einige Sekunden.
app-loading-long = Es dauert noch etwas. Der Rechner ist vermutlich ausgelastet.
app-broken = Diese App konnte nicht starten
app-broken-more = Ihre Daten sind unverändert. Laden Sie die Seite neu; hilft das nicht, starten Sie Ihren Server neu oder fragen Sie Ihre Trainerin oder Ihren Trainer.
app-reload = Neu laden
app-script = Apps brauchen JavaScript. Bitte erlauben Sie es für diese Seite.
app-skip = Zum Inhalt springen
app-simulated = simulierte Daten

page-missing = Unter dieser Adresse gibt es keine App
page-missing-more = Vielleicht wurde sie verschoben oder umbenannt. Die Apps liegen im Ordner ai-studio Ihrer Dateien.
page-failed = Diese Seite konnte nicht angezeigt werden
page-failed-more = Laden Sie sie neu; hilft das nicht, starten Sie Ihren Server neu oder fragen Sie Ihre Trainerin oder Ihren Trainer.
page-back = Zurück zu Ihren Dateien
