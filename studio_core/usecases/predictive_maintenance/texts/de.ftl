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
decision-cost = Kosten müssen über null liegen, eine Vorlaufzeit nicht unter null.
    .remedy = Berichtigen Sie die Angabe.
decision-threshold = Die Schwelle muss zwischen 0 und { $largest } Zyklen liegen.
    .remedy = Berichtigen Sie die Angabe.

## Abschnitte eines Laufs

stage-data = Daten werden gelesen
stage-features = Jeder Zyklus wird beschrieben
stage-network = Die Netze lernen
stage-trees = Die Bäume wachsen
stage-baselines = Die Vergleichsverfahren rechnen
stage-judge = Das Ergebnis wird beurteilt
stage-write = Der Ergebnisordner wird geschrieben
