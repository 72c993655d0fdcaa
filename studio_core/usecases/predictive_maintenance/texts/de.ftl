## Woher die Daten stammen

origin-simulated = Simulierte Daten: Werkzeugmaschinenspindeln, die es nur in diesem Programm gibt (Startwert { $seed }). Keine wirkliche Maschine wurde gemessen.
origin-cmapss = NASA C-MAPSS, Teildatensatz { $subset }: Turbofan-Triebwerke, im Triebwerkssimulator der NASA bis zum Ausfall betrieben (Saxena, Goebel, Simon, Eklund, PHM 2008).
origin-ai4i = AI4I 2020: simulierter Betrieb einer Fräsmaschine (Matzka 2020; UCI Machine Learning Repository). Die Ausfälle folgen bekannten Regeln; keine wirkliche Maschine wurde gemessen.
origin-own = Ihre eigenen Daten aus { $file }.
rights-simulated = Teil von AI Studio, BSD-3-Clause. Die Gleichungen und ihre Quellen stehen in docs/analyst.md und simulate.py.
rights-cmapss = Werk einer US-Behörde, verbreitet vom NASA Prognostics Center of Excellence. Bitte zitieren: A. Saxena, K. Goebel, D. Simon, N. Eklund, Damage Propagation Modeling for Aircraft Engine Run-to-Failure Simulation, International Conference on Prognostics and Health Management (PHM08), 2008.
rights-ai4i = CC BY 4.0. Bitte zitieren: S. Matzka, Explainable Artificial Intelligence for Predictive Maintenance Applications, Third International Conference on Artificial Intelligence for Industries (AI4I), 2020.
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
quality-short = { $count } { $count ->
        [one] Einheit hat weniger als { $rows } Zeilen und bleibt
       *[other] Einheiten haben weniger als { $rows } Zeilen und bleiben
    } außer Betracht: { $names }.
quality-set-aside = Keine Einheit ist mehr im Betrieb. Deshalb wurden { $count } der ausgefallenen beiseitegelegt und an einem zufälligen Zyklus abgeschnitten: An ihnen wird das Modell gemessen.
quality-events = { $rows } Zeilen, davon { $failures } mit Ausfall.
quality-leak = { $count } { $count ->
        [one] Spalte verrät die Antwort und ist
       *[other] Spalten verraten die Antwort und sind
    } deshalb keine Eingangsgröße: { $names }.
quality-missing = { $cells } { $cells ->
        [one] Zelle ist
       *[other] Zellen sind
    } leer; dort steht der übliche Wert der Spalte (Median).

## Was die Physik einer Ereignistabelle hinzufügt

physics-temperature-difference = Temperaturdifferenz
physics-power = Mechanische Leistung
physics-strain = Drehmoment × Verschleiß
mode-tool-wear = Werkzeugverschleiß
mode-heat = Wärmeabfuhr
mode-power = Leistung
mode-overstrain = Überlast
mode-random = Zufall

## Was schiefgehen kann

data-missing = Unter { $path } gibt es nichts.
    .remedy = Nennen Sie einen Ordner mit train_FD001.txt, test_FD001.txt und RUL_FD001.txt, ein Archiv davon oder eine eigene Tabelle (CSV, Parquet, Excel).
folder-unknown = In { $folder } liegen weder C-MAPSS-Dateien ({ $subsets }) noch eine Tabelle.
    .remedy = Nennen Sie einen Ordner mit train_FD001.txt, test_FD001.txt und RUL_FD001.txt (oder denselben mit .gz) oder eine eigene Tabelle (CSV, Parquet, Excel).
folder-several = In { $folder } liegen mehrere Tabellen: { $names }.
    .remedy = Nennen Sie eine davon.
target-unclear = { $file }, Zeile { $row }, Spalte { $column }: „{ $value }“ sagt nicht, ob es zum Ausfall kam.
    .remedy = Tragen Sie in jeder Zeile 1 für einen Ausfall und 0 für keinen ein (oder ja und nein).
target-leak = { $file }: Die Spalte { $column } kann keine Eingangsgröße sein: { $reason } Ein Modell damit wäre nur scheinbar gut.
    .remedy = Nehmen Sie sie aus den Sensoren heraus.
leak-mode = Sie sagt, auf welche Art die Zeile ausfiel; das weiß man erst hinterher.
leak-flag = Manche ihrer Werte stehen nur in Zeilen mit Ausfall, wie ein Reparaturschlüssel oder ein Fehlertext.
leak-after = Sie wurde nur dort gemessen, wo es zum Ausfall kam, oder nur dort, wo nicht.
leak-auc = Sie allein trennt die Ausfälle fast fehlerfrei vom Rest; das kann nur etwas, das hinterher eingetragen wurde.
too-few-events = { $file } enthält { $failures } { $failures ->
        [one] Ausfall
       *[other] Ausfälle
    } in { $rows } Zeilen; nötig sind mindestens { $needed } Ausfälle und ebenso viele Zeilen ohne: Ein Modell würde Wissen nur vortäuschen.
    .remedy = Ergänzen Sie Zeilen, oder nehmen Sie einen längeren Zeitraum.
subset-unknown = Einen C-MAPSS-Teildatensatz „{ $subset }“ gibt es nicht.
    .remedy = Wählen Sie einen von diesen: { $permitted }.
folder-missing = { $folder } ist kein Ordner.
    .remedy = Nennen Sie den Ordner mit train_FD001.txt, test_FD001.txt und RUL_FD001.txt (oder denselben mit .gz).
cmapss-file-missing = Die Datei { $file } (oder { $file }.gz) liegt nicht in { $folder } (vorhanden: { $found }).
    .remedy = Legen Sie sie dort ab oder wählen Sie mit --set subset=FD001 den Teildatensatz, den Sie haben.
rul-count = { $file } hat { $rows } Zeilen, aber { $test } enthält { $units } Einheiten.
    .remedy = Geben Sie die beiden zusammengehörigen Dateien an: eine Zeile RUL je Test-Einheit.
sensor-unknown = Einen Sensor { $sensor } gibt es nicht.
    .remedy = Nehmen Sie einen von diesen: { $known }.
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
stage-sequence = Lernen aus den rohen Messreihen
stage-trees = Die Bäume wachsen
stage-forest = Die Wälder wachsen
stage-baselines = Die Vergleichsverfahren rechnen
stage-judge = Das Ergebnis wird beurteilt
stage-write = Der Ergebnisordner wird geschrieben

## Einstellungen

setting-only-simulated = Die Einstellung { $key } formt die simulierte Flotte; mit --data sind aber eigene Daten angegeben.
    .remedy = Lassen Sie die Einstellung weg oder lassen Sie --data weg.
setting-only-data = Die Einstellung { $key } sagt etwas über eigene Daten; angegeben sind aber keine.
    .remedy = Nennen Sie sie mit --data, oder lassen Sie die Einstellung weg, um die simulierte Flotte zu verwenden.
setting-only-table = Die Einstellung { $key } benennt Spalten einer eigenen Tabelle; C-MAPSS-Dateien haben feste Spalten.
    .remedy = Lassen Sie die Einstellung weg.
setting-only-cmapss = Die Einstellung { $key } wählt unter C-MAPSS-Dateien aus; die Daten sind aber eine Tabelle.
    .remedy = Lassen Sie die Einstellung weg.

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
figure-sequence = Rohe Messreihen allein, in der Kreuzvalidierung (RMSE)
figure-sequence-value = { NUMBER($value, maximumFractionDigits: 2, minimumFractionDigits: 2) } Zyklen; { $share ->
        [0] kein Anteil am Modell
       *[other] Anteil am Modell { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
    }
figure-saving = Ersparnis gegenüber Austausch im besten Alter
figure-saving-value = { NUMBER($value, style: "percent", maximumFractionDigits: 0) } (90-%-Bereich { NUMBER($low, style: "percent", maximumFractionDigits: 0) } bis { NUMBER($high, style: "percent", maximumFractionDigits: 0) })
figure-seconds = Trainingszeit
method-model = Dieses Modell
share = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 3) }
share-ranged = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) } (90-%-Bereich { NUMBER($low, minimumFractionDigits: 3, maximumFractionDigits: 3) } bis { NUMBER($high, minimumFractionDigits: 3, maximumFractionDigits: 3) })
figure-average-precision = Mittlere Präzision
figure-average-precision-of = Mittlere Präzision von { $name }
figure-f1 = F1
figure-f1-of = F1 von { $name }
figure-precision = Berechtigte Alarme
figure-recall = Gefundene Ausfälle
figure-brier = Brier-Wert (0 ist fehlerfrei)
method-logistic = Logistische Regression
method-dummy = Immer dasselbe
method-ridge = Ridge-Regression
method-sequence = Rohe Reihen allein
method-gradient-boosting = Gradient Boosting

## Modellkarte und Datenblatt

card-name = Restlebensdauer einer Flotte
card-purpose = Ordnet die Einheiten einer Flotte danach, wie viele Zyklen ihnen voraussichtlich bleiben, damit Menschen Prüfung und Austausch planen können. Eine Freigabe für den Betrieb ist das nicht, und es ersetzt keine vorgeschriebene Prüfung.
card-method-features = Messwerte werden innerhalb ihres Betriebszustands normiert; daraus entstehen Mittelwerte über 5, 20 und 50 Zyklen, Steigungen, der Unterschied zu den eigenen ersten 40 Zyklen und das Alter der Einheit.
card-method-model = Die Vorhersage ist der Mittelwert aus { $members } kleinen neuronalen Netzen (Gewicht { NUMBER($weight, style: "percent", maximumFractionDigits: 0) }) und 5 Ensembles von Gradient-Boosting-Bäumen; das Gewicht wurde auf Trainingseinheiten gewählt, die die Teile nicht gesehen hatten.
card-method-sequence = Patch-Transformer, die die Messreihen selbst lesen (PatchTST), haben einen Anteil von { NUMBER($share, style: "percent", maximumFractionDigits: 0) }: In der Kreuzvalidierung über ganze Einheiten war der Gewinn deutlich.
card-method-no-sequence = Patch-Transformer, die die Messreihen selbst lesen (PatchTST), wurden erprobt und weggelassen: In der Kreuzvalidierung über ganze Einheiten war kein deutlicher Gewinn zu sehen.
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
card-events-name = Ausfälle in einer Ereignistabelle
card-events-purpose = Sagt zu einem Arbeitsgang, wie wahrscheinlich ein Ausfall ist, damit Menschen vorher nachsehen können. Eine Freigabe für den Betrieb ist das nicht, und es ersetzt keine vorgeschriebene Prüfung.
card-events-features = Eingangsgrößen sind die gemessenen Spalten; wo Temperaturen, Drehzahl, Drehmoment und Verschleiß vorliegen, auch die Temperaturdifferenz, die mechanische Leistung und Drehmoment mal Verschleiß.
card-events-forest = Das Modell ist ein Random Forest; aus seinen Stimmen werden Wahrscheinlichkeiten (Platt), und Alarm gibt es ab der Wahrscheinlichkeit, bei der gefundene Ausfälle und Fehlalarme am besten ausgewogen sind (F1).
card-events-folds = Jede Zahl stammt aus { $folds }-facher Kreuzvalidierung{ $repeats ->
        [one] .
       *[other] , { $repeats }-mal mit anderer Aufteilung wiederholt.
    } Kalibrierung und Schwelle wurden jeweils nur im Trainingsteil gewählt.
card-events-oversight = Über jedes Anhalten entscheidet ein Mensch. Gezeigt werden die Wahrscheinlichkeit und die Größen, auf die es ankommt; so lässt sich ein Alarm an der Maschine prüfen.
limit-events-known = Es kennt nur Ausfallarten, die in der Tabelle vorkommen. Ein neuartiger Schaden kann unbemerkt bleiben.
limit-events-probability = Die Wahrscheinlichkeiten gelten im Mittel über Zeilen wie diese, nicht für jede einzelne.
limit-events-change = Nach einem Wechsel von Maschine, Werkzeug, Sensor oder Aufgabe muss neu trainiert werden.
sheet-events-failed = davon mit Ausfall
sheet-events-inputs = Eingangsgrößen

## Bericht

report-urgent-figure = { NUMBER($urgent) } von { NUMBER($units) }
report-urgent = Einheiten im Betrieb haben voraussichtlich höchstens noch { $horizon } Zyklen vor sich
report-error = Zyklen beträgt der typische Fehler (RMSE; 90-%-Bereich { NUMBER($low, maximumFractionDigits: 1) } bis { NUMBER($high, maximumFractionDigits: 1) }). Zum Vergleich: Gradient Boosting { NUMBER($boosting, maximumFractionDigits: 1) }, Ridge-Regression { NUMBER($ridge, maximumFractionDigits: 1) }.
report-cross-validation = Zyklen beträgt der typische Fehler (RMSE) an { NUMBER($units) } Einheiten, deren Ende bekannt ist; jede beurteilten Modelle, die sie nicht kannten; Gradient Boosting allein: { NUMBER($boosting, maximumFractionDigits: 1) }, Ridge-Regression: { NUMBER($ridge, maximumFractionDigits: 1) }
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
report-saving = der Instandhaltungskosten gespart gegenüber dem Austausch im besten Alter (90-%-Bereich { NUMBER($low, style: "percent", maximumFractionDigits: 0) } bis { NUMBER($high, style: "percent", maximumFractionDigits: 0) }), wenn ein Ausfall so viel kostet wie { NUMBER($factor, maximumFractionDigits: 1) } geplante Austausche, alle { $inspection } Zyklen jemand hinsieht und { $lead } Zyklen Vorlauf nötig sind
report-sequence-title = Sagen die rohen Messreihen mehr?
report-sequence-text = Ein Patch-Transformer (PatchTST) las die letzten 48 Zyklen selbst statt der Fenstergrößen. Allein lag sein typischer Fehler auf ungesehenen Trainingseinheiten bei { NUMBER($rmse, maximumFractionDigits: 1) } Zyklen. Mit dem besten Anteil, { NUMBER($best, style: "percent", maximumFractionDigits: 0) }, sank der mittlere quadratische Fehler des Modells um { NUMBER($gain, maximumFractionDigits: 2) } (90-%-Bereich { NUMBER($low, maximumFractionDigits: 2) } bis { NUMBER($high, maximumFractionDigits: 2) }).
report-band = Restzyklen
report-band-from = ab { NUMBER($start) }
report-band-features = Fehler: Fenster
report-band-sequence = rohe Reihen
report-band-both = beide
report-limits-title = Wann Sie sich nicht darauf verlassen sollten
events-question = Welche Arbeit wird mit einem Ausfall enden, und wie weit ist einem Alarm zu trauen?
events-recall = der Ausfälle wurden vorher gefunden
events-precision = der Alarme waren berechtigt
events-average-precision = beträgt die mittlere Präzision (1 ist fehlerfrei; 90-%-Bereich { NUMBER($low, maximumFractionDigits: 2) } bis { NUMBER($high, maximumFractionDigits: 2) }). Zum Vergleich: logistische Regression { NUMBER($logistic, maximumFractionDigits: 2) }.
events-alarms-title = Was ist ein Alarm wert?
events-alarms-text = { NUMBER($failures) } von { NUMBER($rows) } Zeilen endeten mit einem Ausfall. Alarm gibt es ab einer Wahrscheinlichkeit von { NUMBER($threshold, style: "percent", maximumFractionDigits: 0) }, und es gab ihn { NUMBER($alarms) }-mal: { NUMBER($right) }-mal zu Recht, { NUMBER($wrong) }-mal umsonst; { NUMBER($missed) } Ausfälle kamen ohne Alarm. Jede Zeile beurteilten Modelle, die sie nicht kannten.
events-alarm = Alarm
events-no-alarm = Kein Alarm
events-failed = Ausfall
events-not-failed = Kein Ausfall
events-rejected-title = Was keine Eingangsgröße sein darf
events-rejected-text = { $count } { $count ->
        [one] Spalte verrät
       *[other] Spalten verraten
    } die Antwort: { $names }. So etwas wird erst eingetragen, wenn der Ausfall geschehen ist. Ein Modell, das es liest, wirkt hier fast fehlerfrei und weiß nichts, wenn es darauf ankommt.
events-modes-text = Diese Spalten zeigen deshalb nur, welche Ausfälle gefunden werden und welche nicht:
events-mode = Ausfallart
events-failures = Ausfälle
events-found = davon gefunden
events-compare-text = Mittlere Präzision auf Zeilen, die die Modelle nicht kannten; länger ist besser. Der Strich zeigt die Spanne, die daher rührt, dass es nur so viele Ausfälle sind. „Immer dasselbe“ gibt jeder Zeile dieselbe Wahrscheinlichkeit.
events-calibration-title = Stimmt die Wahrscheinlichkeit?
events-calibration-text = Ein Punkt je Gruppe von Zeilen mit ähnlicher Wahrscheinlichkeit; auf der gestrichelten Linie traf sie genau zu. Der Strich am Punkt ist sein 90-%-Bereich: lang, wo es wenige Zeilen sind.
events-said = genannte Wahrscheinlichkeit
events-happened = Anteil mit Ausfall
events-important-title = Worauf achtet das Modell?
events-important-text = So viel mittlere Präzision geht verloren, wenn eine Eingangsgröße unter den Zeilen vertauscht wird; wo zwei dasselbe sagen, scheint jede weniger wichtig.
events-important-axis = verlorene mittlere Präzision
