## Woher die Daten stammen

origin-simulated = Simulierte Daten: Werkzeugmaschinenspindeln, die es nur in diesem Programm gibt (Startwert { $seed }). Keine wirkliche Maschine wurde gemessen.
origin-cmapss = NASA C-MAPSS, Teildatensatz { $subset }: Turbofan-Triebwerke, im Triebwerkssimulator der NASA bis zum Ausfall betrieben (Saxena, Goebel, Simon, Eklund, PHM 2008).
origin-own = Ihre eigenen Daten.
rights-simulated = Teil von AI Studio, BSD-3-Clause. Die Gleichungen stehen in simulate.py.
rights-cmapss = Werk einer US-Behörde, verbreitet vom NASA Prognostics Center of Excellence. Bitte zitieren: A. Saxena, K. Goebel, D. Simon, N. Eklund, Damage Propagation Modeling for Aircraft Engine Run-to-Failure Simulation, International Conference on Prognostics and Health Management (PHM08), 2008.
rights-own = Darüber entscheidet, wem die Daten gehören. AI Studio hat sie nirgendwohin gesendet.

## Was gemessen wird: simulierte Spindeln

spindle-speed = Spindeldrehzahl
spindle-torque = Spindeldrehmoment
spindle-vibration = Schwinggeschwindigkeit am vorderen Lager
spindle-envelope = Hüllkurve der Schwingung bei den Lagerfrequenzen
spindle-bearing-temperature = Temperatur des vorderen Lagers
spindle-motor-current = Motorstrom
spindle-coolant-flow = Kühlmitteldurchfluss
spindle-coolant-return = Rücklauftemperatur des Kühlmittels
spindle-axial-growth = Axiale Ausdehnung der Spindel
spindle-ambient = Umgebungstemperatur

## Was gemessen wird: C-MAPSS-Triebwerke

cmapss-altitude = Flughöhe
cmapss-mach = Machzahl
cmapss-TRA = Schubhebelstellung
cmapss-T2 = Totaltemperatur am Fan-Eintritt
cmapss-T24 = Totaltemperatur am Austritt des Niederdruckverdichters
cmapss-T30 = Totaltemperatur am Austritt des Hochdruckverdichters
cmapss-T50 = Totaltemperatur am Austritt der Niederdruckturbine
cmapss-P2 = Druck am Fan-Eintritt
cmapss-P15 = Totaldruck im Nebenstromkanal
cmapss-P30 = Totaldruck am Austritt des Hochdruckverdichters
cmapss-Nf = Mechanische Fan-Drehzahl
cmapss-Nc = Mechanische Drehzahl des Kerntriebwerks
cmapss-epr = Triebwerksdruckverhältnis
cmapss-Ps30 = Statischer Druck am Austritt des Hochdruckverdichters
cmapss-phi = Verhältnis von Brennstoffstrom zu Ps30
cmapss-NRf = Korrigierte Fan-Drehzahl
cmapss-NRc = Korrigierte Drehzahl des Kerntriebwerks
cmapss-BPR = Nebenstromverhältnis
cmapss-farB = Brennstoff-Luft-Verhältnis in der Brennkammer
cmapss-htBleed = Enthalpie der Zapfluft
cmapss-Nf_dmd = Geforderte Fan-Drehzahl
cmapss-PCNfR_dmd = Geforderte korrigierte Fan-Drehzahl
cmapss-W31 = Kühlluft der Hochdruckturbine
cmapss-W32 = Kühlluft der Niederdruckturbine

## Prüfbericht

quality-size = { $units } Einheiten mit { $rows } Zeilen; { $failures } der Einheiten liefen bis zum Ausfall.
quality-few-failures = { $failures } { $failures ->
        [one] Ausfall
       *[other] Ausfälle
    } gefunden, mindestens { $needed } nötig: zu wenig, um daraus zu lernen.
quality-censored = { $censored } { $censored ->
        [one] Einheit wurde vor dem Ausfall ausgebaut. Sie lehrt
       *[other] Einheiten wurden vor dem Ausfall ausgebaut. Sie lehren
    } nur, wie eine Einheit aussieht, die noch lange hält.
quality-constant = { $count } { $count ->
        [one] Sensor ändert sich nie und bleibt
       *[other] Sensoren ändern sich nie und bleiben
    } außer Betracht: { $names }.
quality-gaps = { $gaps } { $gaps ->
        [one] Zyklus fehlt
       *[other] Zyklen fehlen
    } mitten in Verläufen; die Zeitfenster reichen über die Lücken hinweg.

## Was schiefgehen kann

subset-unknown = Einen C-MAPSS-Teildatensatz „{ $subset }“ gibt es nicht.
    .remedy = Wählen Sie einen von diesen: { $permitted }.
folder-missing = { $folder } ist kein Ordner.
    .remedy = Nennen Sie den Ordner mit train_FD001.txt, test_FD001.txt und RUL_FD001.txt (oder denselben mit .gz).
cmapss-file-missing = Die Datei { $file } (oder { $file }.gz) liegt nicht in { $folder } (vorhanden: { $found }).
    .remedy = Legen Sie sie dort ab oder wählen Sie mit --set subset=FD001 den Teildatensatz, den Sie haben.
rul-count = { $file } hat { $rows } Zeilen, aber { $test } enthält { $units } Einheiten.
    .remedy = Geben Sie die beiden zusammengehörigen Dateien an: eine Zeile RUL je Test-Einheit.
unit-unknown = Eine Einheit { $unit } gibt es nicht.
    .remedy = Einheiten heißen zum Beispiel { $examples }.
unit-too-short = { $file }: Einheit { $unit } hat { $rows } { $rows ->
        [one] Zeile
       *[other] Zeilen
    }, nötig sind mindestens { $needed }.
    .remedy = Entfernen Sie die Einheit oder geben Sie ihren ganzen Verlauf an.
too-few-failures = { $failures } { $failures ->
        [one] Ausfall
       *[other] Ausfälle
    } gefunden, mindestens { $needed } nötig: Ein Modell würde Wissen nur vortäuschen.
    .remedy = Ergänzen Sie Einheiten, die bis zum Ausfall gelaufen sind.
no-gpu = Die Einstellung device=cuda verlangt eine GPU; auf diesem Rechner kann torch keine nutzen.
    .remedy = Verwenden Sie device=auto oder device=cpu, oder starten Sie auf einem GPU-Knoten.
model-lacks-channel = Das Modell braucht die Messgröße „{ $channel }“, die in den Daten fehlt.
    .remedy = Geben Sie Daten mit denselben Messgrößen an, mit denen das Modell trainiert wurde.
model-version = Das Modell in { $folder } stammt von einer anderen Version von AI Studio (Format { $found }).
    .remedy = Trainieren Sie es neu.
model-untrusted = Das Modell in { $folder } enthält Teile, die kein Modell dieses Studios hat ({ $names }), und wird deshalb nicht geöffnet.
    .remedy = Verwenden Sie nur Ergebnisordner von Menschen, denen Sie vertrauen; trainieren Sie es neu.
model-unreadable = Das Modell in { $folder } ist nicht lesbar ({ $reason }).
    .remedy = Trainieren Sie es neu.
decision-no-failures = Es ist keine Einheit mit bekanntem Ausfall übrig, aus der sich Kosten ermitteln ließen.
    .remedy = Ergänzen Sie Einheiten, die bis zum Ausfall gelaufen sind.
decision-cost = Ein Austausch muss mehr als null kosten, ein Prüfintervall beträgt mindestens 1 Zyklus, und keine andere Angabe zu Kosten oder Zeit darf unter null liegen.
    .remedy = Berichtigen Sie die Angabe.
decision-threshold = Die Schwelle muss zwischen 0 und { $largest } Zyklen liegen.
    .remedy = Berichtigen Sie die Angabe.
policy-unknown = Eine Instandhaltungsstrategie „{ $policy }“ gibt es nicht.
    .remedy = Wählen Sie eine von diesen: { $permitted }.
policy-share = Bei der heutigen Strategie „condition“ muss der Anteil rechtzeitig gefundener Ausfälle zwischen 0 und 1 liegen, der Anteil verschenkter Lebensdauer unter 1.
    .remedy = Schreiben Sie 0.7 für sieben von zehn Ausfällen.
policy-cycles = Das heutige Intervall oder Austauschalter muss zwischen 1 und { $largest } Zyklen liegen.
    .remedy = Berichtigen Sie die Angabe; „run-to-failure“ braucht keine.

## Abschnitte eines Laufs

stage-data = Daten werden gelesen
stage-features = Jeder Zyklus wird beschrieben
stage-network = Die Netze lernen
stage-trees = Die Bäume wachsen
stage-baselines = Die Vergleichsverfahren rechnen
stage-judge = Das Ergebnis wird beurteilt
stage-write = Der Ergebnisordner wird geschrieben

## Einstellungen

setting-only-simulated = Die Einstellung { $key } formt die simulierte Flotte; mit --data sind aber eigene Daten angegeben.
    .remedy = Lassen Sie die Einstellung weg oder lassen Sie --data weg.
setting-only-cmapss = Die Einstellung { $key } wählt unter C-MAPSS-Dateien aus; ein Ordner damit ist aber nicht angegeben.
    .remedy = Nennen Sie den Ordner mit --data, oder lassen Sie die Einstellung weg, um die simulierte Flotte zu verwenden.

## Kennzahlen

number = { NUMBER($value, maximumFractionDigits: 1, minimumFractionDigits: 0) }
count = { NUMBER($value) }
percent = { NUMBER($value, style: "percent", maximumFractionDigits: 0) }
cycles = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } Zyklen
seconds-long = { NUMBER($value, maximumFractionDigits: 1) } s
figure-ranged = { NUMBER($value, maximumFractionDigits: 2, minimumFractionDigits: 2) } Zyklen (90-%-Bereich { NUMBER($low, maximumFractionDigits: 1) } bis { NUMBER($high, maximumFractionDigits: 1) })
figure-rmse = Fehler des Modells (RMSE)
figure-baseline = Fehler von { $name } (RMSE)
figure-uncapped = Fehler des Modells, ungekappt (RMSE)
figure-score = NASA-Score (0 ist fehlerfrei)
figure-coverage = Wahre Lebensdauer im 90-%-Intervall
figure-width = Mittlere Breite des Intervalls
figure-cross-validation = Fehler in der Kreuzvalidierung auf Trainingseinheiten (RMSE)
figure-seconds = Trainingszeit
method-model = Dieses Modell
method-ridge = Ridge-Regression
method-gradient-boosting = Gradient Boosting

## Modellkarte und Datenblatt

card-name = Restlebensdauer einer Flotte
card-purpose = Ordnet die Einheiten einer Flotte danach, wie viele Zyklen ihnen voraussichtlich bleiben, damit Menschen Prüfung und Austausch planen können. Eine Freigabe für den Betrieb ist das nicht, und es ersetzt keine vorgeschriebene Prüfung.
card-method-features = Messwerte werden innerhalb ihres Betriebszustands normiert; daraus entstehen Mittelwerte über 5, 20 und 50 Zyklen, Steigungen, der Unterschied zu den eigenen ersten 20 Zyklen und das Alter der Einheit.
card-method-model = Die Vorhersage ist der Mittelwert aus { $members } kleinen neuronalen Netzen (Gewicht { NUMBER($weight, style: "percent", maximumFractionDigits: 0) }) und 5 Ensembles von Gradient-Boosting-Bäumen; das Gewicht wurde auf Trainingseinheiten gewählt, die die Teile nicht gesehen hatten.
card-method-folds = Jeder Teil lernte von vier Fünfteln der Trainingseinheiten; das ungesehene Fünftel kalibriert die Intervalle. Keine Entscheidung fiel anhand der Testeinheiten.
card-method-interval = Die Intervalle sind konform („conformal“): Quantile der Fehler auf ungesehenen Trainingseinheiten, je nach vorhergesagter Restlebensdauer.
card-oversight = Über jeden Austausch entscheidet ein Mensch. Der Bericht zeigt neben jeder Zahl ihre Spanne und die Sensoren, die sich verändert haben; so lässt sich der Vorschlag an der Maschine prüfen.
limit-known-modes = Es kennt nur Ausfallarten, die in den Trainingsdaten vorkommen. Ein neuartiger Schaden kann unbemerkt bleiben.
limit-cap = Vorhersagen enden bei { $cap } Zyklen: Diese Zahl heißt „so viel oder mehr“.
limit-interval = Die Intervalle gelten im Mittel über Einheiten wie die trainierten, nicht für jede einzelne, und nicht nach einem Wechsel von Maschine, Sensor oder Aufgabe.
limit-quality = Wenige Ausfälle machen jede Zahl unsicher; sehen Sie zuerst auf die Spannen, dann auf die Zahlen.
limit-simulated = Diese Daten sind simuliert. Die Zahlen zeigen, dass das Verfahren funktioniert; über eine wirkliche Maschine sagen sie nichts.
sheet-units = Trainingseinheiten
sheet-failures = davon bis zum Ausfall gelaufen
sheet-rows = Zeilen
sheet-lengths = Kürzester / mittlerer / längster Verlauf, Zyklen
sheet-test-units = Einheiten im Betrieb (Test)

## Bericht

report-urgent-figure = { NUMBER($urgent) } von { NUMBER($units) }
report-urgent = Einheiten im Betrieb haben voraussichtlich höchstens noch { $horizon } Zyklen vor sich
report-error = Zyklen beträgt der typische Fehler (RMSE; 90-%-Bereich { NUMBER($low, maximumFractionDigits: 1) } bis { NUMBER($high, maximumFractionDigits: 1) }). Zum Vergleich: Gradient Boosting { NUMBER($boosting, maximumFractionDigits: 1) }, Ridge-Regression { NUMBER($ridge, maximumFractionDigits: 1) }.
report-coverage = der Einheiten hielten wirklich so lange, wie der 90-%-Bereich angab; er ist im Mittel { NUMBER($width, maximumFractionDigits: 0) } Zyklen breit
report-urgency-title = Welche Einheiten sind zuerst dran?
report-urgency-text = Die Einheiten mit der kürzesten vorhergesagten Restlebensdauer und dem Bereich, der in neun von zehn Fällen stimmt. Die Zahl { $cap } heißt „{ $cap } oder mehr“.
report-legend = Punkt: Vorhersage. Band: 90-%-Bereich.
report-legend-truth = Raute: was wirklich blieb.
report-cycles-left = verbleibende Zyklen
report-unit = Einheit
report-predicted = Vorhersage
report-low = Bereich von
report-high = bis
report-true = Wirklich
report-compare-title = Ist das Modell besser als etwas Einfaches?
report-compare-text = Typischer Fehler auf { $units } Einheiten, die zuvor niemand angesehen hat; kürzer ist besser. Der Strich zeigt die Spanne, die daher rührt, dass es nur so viele Einheiten sind: Wo sich Spannen weit überlappen, kann der Unterschied Zufall sein.
report-rmse-axis = typischer Fehler (RMSE), Zyklen
report-rmse = RMSE
report-spread = 90-%-Bereich
report-score = NASA-Score
report-uncapped = RMSE ungekappt
report-method = Verfahren
report-scatter-title = Vorhersage und Wirklichkeit
report-scatter-text = Ein Punkt je Einheit; auf der gestrichelten Linie stimmte die Vorhersage genau. Darüber fiel eine Einheit früher aus als vorhergesagt. Die wirkliche Restlebensdauer ist hier bei { $cap } gekappt.
report-true-axis = wirklich verbliebene Zyklen
report-predicted-axis = vorhergesagte Zyklen
report-limits-title = Wann Sie sich nicht darauf verlassen sollten
