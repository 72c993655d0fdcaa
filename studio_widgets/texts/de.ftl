
## Bausteine

chart-table = Daten als Tabelle anzeigen
