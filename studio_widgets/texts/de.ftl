
## Bausteine

chart-table = Daten als Tabelle anzeigen
simulated = simulierte Daten
machine-title = Wo dieses Notebook rechnet
machine-node = Rechner
machine-address = Adresse
machine-job = Slurm-Job
machine-no-job = keiner (es wird außerhalb von Slurm gerechnet)
machine-computes = Rechnet auf
machine-cores = { $cores } { $cores ->
        [one] Kern
       *[other] Kerne
    }, { $memory } GB Arbeitsspeicher
machine-has = Hat
machine-gpu = GPU { $names }
machine-gpu-no-driver = dem Prozessor: Slurm hat GPU { $ids } zugeteilt, doch kein GPU-Treiber antwortet hier
machine-cpu = dem Prozessor (hier ist keine GPU, und dafür braucht es keine)
machine-user = Angemeldet als
open-app = App in neuem Tab öffnen
step-of = Schritt { $at } von { $all }
step-done = erledigt
error-title = Das hat nicht geklappt

training = Training
training-left = noch etwa { $seconds } s
training-done = In { $seconds } s auf diesem Rechner gerechnet.
training-saved = Gespeichert im Ordner { $folder }.

## Dateien eines Laufs

file-report-html = der Bericht: Zahlen, Diagramm, Grenzen; öffnet sich in jedem Browser
file-model-card-md = die Modellkarte: wofür das Modell da ist und wofür nicht
file-data-sheet-md = das Datenblatt: woher die Daten kommen und was sie enthalten
file-predictions-parquet = die Vorhersage für jede Einheit im Betrieb
file-metrics-json = alle Zahlen, für Programme
file-model = das trainierte Modell in einem offenen Format
file-run-json = Einstellungen, Startwert, Versionen und Fingerabdruck der Daten
file-audit-jsonl = was wann getan wurde

## Schritte eines Leitfadens

step-question = Frage
step-data = Daten
step-quality = Qualität
step-baseline = Vergleich
step-model = Modell
step-uncertainty = Unsicherheit
step-decision = Entscheidung
step-limits = Grenzen
step-next = Weiter
exercises-solved = { $count } von { $all } Aufgaben gelöst

## Aufgaben

exercise-right = Das stimmt.
exercise-not-yet = Noch nicht.
exercise-open = Sie haben es noch nicht versucht: Ändern Sie die Zelle darüber und führen Sie sie erneut aus.
exercise-hint = Hinweis
exercise-solution = Eine Lösung
exercise-wrong-kind = Ihre Antwort hat einen Fehler ausgelöst: { $error }

## Vorausschauende Wartung: die App

pm-eyebrow = Vorausschauende Wartung
pm-question = Welche Spindel braucht als Nächste Pflege?
pm-lead = Werkzeugmaschinen-Spindeln im Betrieb: wie lange jede noch läuft, wie sicher das ist und was es spart, danach zu handeln.
pm-starting = Wird geöffnet
pm-preparing = Das Modell wird vorbereitet
pm-preparing-more = Nur beim ersten Mal: Es lernt auf diesem Rechner aus 100 simulierten Spindelleben.
pm-failure = Die Flotte kann nicht gezeigt werden
pm-failed = Etwas Unvorhergesehenes ist schiefgegangen. Laden Sie die Seite neu; hilft das nicht, fragen Sie Ihre Trainerin oder Ihren Trainer. Einzelheiten stehen im Protokoll des Servers.
pm-summary = Auf einen Blick
pm-to-do = Jetzt Austausch bestellen
pm-of-units = von { $units } Spindeln
pm-to-do-more = { $soon } weitere beobachten, { $fine } können weiterlaufen.
pm-saving = Gesparte Wartungskosten
pm-saving-of = gegenüber dem besten festen Alter
pm-saving-more = 90-%-Bereich { $low } bis { $high }, an simulierten Leben. In der Praxis: 8 bis 12 % (US-Energieministerium).
pm-error = Typischer Fehler einer Vorhersage
pm-error-more = RMSE, 90-%-Bereich { $low } – { $high }; eine Ridge-Regression liegt um { $ridge } daneben.
pm-shifts-unit = Schichten
pm-shifts-count = { $count } { $count ->
        [one] Schicht
       *[other] Schichten
    }
    .own = { $count } Zyklen
pm-or-more = { $cap }+
pm-fleet = Die Flotte, Dringendes zuerst
pm-fleet-more = Vorhergesagte Restschichten und der Bereich, in dem die Wahrheit in 9 von 10 Fällen liegt. Wählen Sie eine Spindel, um ihre Geschichte zu sehen.
pm-state-now = Jetzt bestellen
pm-state-soon = Beobachten
pm-state-fine = Weiterlaufen
pm-unit = Spindel
    .own = Einheit
pm-advice = Empfehlung
pm-story = Die Geschichte der Spindel { $unit }
pm-story-words = Nach { $cycle } Schichten läuft sie voraussichtlich noch { $left } Schichten; in 9 von 10 Fällen zwischen { $low } und { $high }.
pm-course-title = Was Schicht für Schicht vorhergesagt wurde
pm-course-summary = Spindel { $unit }: Bei der letzten Schicht sind { $left } Schichten vorhergesagt, 90-%-Bereich { $low } bis { $high }.
pm-interval = 90-%-Bereich
pm-estimate = Vorhersage
pm-truth = Wahrheit
pm-order-line = Bestellen bei { $threshold }
pm-shift-of-life = Schicht ihres Lebens
pm-shifts-left = Restschichten
    .own = Restzyklen
pm-changes = Was sich gegenüber ihrem eigenen Anfang geändert hat
pm-sensor = Sensor
pm-begin = Erste 20 Schichten
pm-now = Letzte 5 Schichten
pm-since = Seit
pm-since-shift = Schicht { $cycle }
pm-since-none = keine klare Änderung
pm-changes-more = Die größten Änderungen; was an der Arbeit der Spindel liegt (Drehzahl, Drehmoment), ist vor dem Vergleich herausgerechnet.
pm-your-costs = Ihre Kosten
pm-your-costs-more = Bewegen Sie einen Regler: Empfehlung, Flotte und Zahlen folgen.
pm-planned-cost = Ein geplanter Austausch
    .help = Teile, Arbeit und der geplante Stillstand.
pm-failure-cost = Ein Ausfall im Betrieb
    .help = Reparatur, Ausschuss und die Stunden, in denen die Maschine steht.
pm-lead-time = Von der Bestellung bis zum Austausch
    .help = Die Spindel läuft solange weiter und kann ausfallen.
pm-costs = Wartungskosten je Schicht und Spindel
    .own = Wartungskosten je Zyklus und Einheit
pm-costs-more = Austausch auf Empfehlung des Modells, daneben ohne Modell.
pm-policy-advice = Auf Empfehlung des Modells
pm-policy-age = Im besten festen Alter
pm-policy-interval = Im besten festen Abstand
pm-policy-today = Wie heute
pm-policy-failure = Bis zum Ausfall
pm-costs-saves = Bestellen, sobald die Vorhersage auf { $threshold } Schichten fällt, kostet { $share } weniger (90-%-Bereich { $low } bis { $high }) als ein Austausch jeder Spindel nach { $age } Schichten, dem besten festen Alter.
    .own = Bestellen, sobald die Vorhersage auf { $threshold } Zyklen fällt, kostet { $share } weniger (90-%-Bereich { $low } bis { $high }) als ein Austausch jeder Einheit nach { $age } Zyklen, dem besten festen Alter.
pm-costs-open = Bei diesen Kosten lässt sich nichts sagen: Gegenüber dem besten festen Alter spart die Empfehlung des Modells zwischen { $low } und { $high }, und { $units } Leben reichen nicht aus, um das zu entscheiden.
pm-anchor = Die Ersparnis hier neben der Ersparnis in der Praxis
pm-anchor-here = Hier gespart, gegenüber dem besten festen Alter (90-%-Bereich)
pm-anchor-doe = In der Praxis gespart, gegenüber vorbeugender Wartung (US-Energieministerium)
pm-break-even = Die Empfehlung lohnt sich ab etwa { $cost } für einen Ausfall.
pm-grey-zone = Zwischen { $low } und { $high } erlauben diese Leben keine Aussage.
pm-asked = Was wäre, wenn ein Sensor etwas anderes zeigte?
pm-asked-more = Wählen Sie einen Sensor und bewegen Sie den Regler: Seine letzten 20 Schichten ändern sich, alle anderen bleiben, wie sie waren.
pm-change = Änderung der Messwerte
pm-answer = Was das Modell dann über { $unit } sagte
pm-answer-changed = { $sensor }: im Mittel der letzten { $rows } Schichten { $after } statt { $before }.
pm-answer-now = Wie gemessen
pm-answer-then = Wie geändert
pm-answer-less = Es gäbe dieser Spindel dann { $after } statt { $before } Schichten.
pm-answer-more = Es gäbe dieser Spindel dann { $after } statt { $before } Schichten.
pm-answer-same = Es bliebe fast bei seiner Meinung: { $after } statt { $before } Schichten, weit innerhalb seines Bereichs.
pm-answer-order = Das liegt nicht mehr über { $threshold }: Die Empfehlung hieße nun „jetzt bestellen“.
pm-answer-wait = Das liegt über { $threshold }: Die Empfehlung hieße nicht mehr „jetzt bestellen“.
pm-answer-unknown = Solche Messwerte kommen in den Leben, aus denen das Modell gelernt hat, kaum vor. Seine Antwort ist hier geraten.
pm-answer-meaning = Was das heißt: Das Modell liest Verschleiß an allen Sensoren zusammen ab, und so viel gibt es auf diesen einen. Was es nicht heißt: dass die Spindel länger lebt, sobald man den Messwert drückt. Ein Dämpfer am Sensor heilt kein Lager, und an einer echten Maschine hätten sich die anderen Messwerte mitbewegt.
pm-costs-loses = Bei diesen Kosten spart die Empfehlung des Modells nichts: Ein Austausch nach festen { $age } Schichten oder das Warten auf den Ausfall ist genauso gut.
    .own = Bei diesen Kosten spart die Empfehlung des Modells nichts: Ein Austausch nach festen { $age } Zyklen oder das Warten auf den Ausfall ist genauso gut.
pm-costs-counts = { $failures } von { $units } Spindeln wären vor ihrem Austausch ausgefallen; ein geplanter Austausch verschenkt im Mittel { $wasted } Schichten.
    .own = { $failures } von { $units } Einheiten wären vor ihrem Austausch ausgefallen; ein geplanter Austausch verschenkt im Mittel { $wasted } Zyklen.
pm-costs-late = Von diesen Ausfällen kamen { $missed } ohne Alarm und { $late } in der Zeit zwischen Bestellung und Austausch.
pm-costs-plain = { $rate } je Schicht und Spindel auf Empfehlung des Modells
    .own = { $rate } je Zyklus und Einheit auf Empfehlung des Modells
pm-assumptions = Was diese Zahlen voraussetzen
pm-assumptions-more = Berechnet an { $units } simulierten Spindeln, die bis zum Ausfall liefen; jede wurde von Modellen beurteilt, die sie nie gesehen hatten. { $lead ->
        [0] Ausgetauscht wird sofort.
        [one] Ausgetauscht wird eine Schicht nach der Bestellung.
       *[other] Ausgetauscht wird { $lead } Schichten nach der Bestellung.
    } Jede Spindel wird bei dem Bestellwert beurteilt, der an den anderen der günstigste war; das feste Alter ist das günstigste an eben diesen Spindeln, was es etwas begünstigt. Die Bereiche entstehen, indem die Spindeln tausendmal neu gezogen werden. Ein Zyklus ist eine Schicht von acht Stunden.
    .own = Berechnet an Ihren { $units } Einheiten, die bis zum Ausfall liefen; jede wurde von Modellen beurteilt, die sie nie gesehen hatten, und { $lead } Zyklen nach der Bestellung ausgetauscht. Beurteilt wird sie bei dem Bestellwert, der an den anderen der günstigste war; das feste Alter ist das günstigste an eben diesen Einheiten, was es etwas begünstigt. Die Bereiche entstehen, indem die Einheiten tausendmal neu gezogen werden.
pm-assumptions-anchor = Zum Vergleich: Der Leitfaden des US-Energieministeriums nennt in der Praxis 8 bis 12 % Ersparnis der vorausschauenden gegenüber der vorbeugenden Wartung. Simulierte Spindeln sind gutmütiger als echte.
    .own = Zum Vergleich: Der Leitfaden des US-Energieministeriums nennt in der Praxis 8 bis 12 % Ersparnis der vorausschauenden gegenüber der vorbeugenden Wartung. Einer Zahl weit darüber sollten Sie misstrauen.
pm-quality = Wie gut ist das Modell?
pm-quality-error = Fehler neben einfacheren Modellen
pm-quality-error-more = RMSE in Schichten mit 90-%-Bereich an { $units } Spindeln, die die Modelle nie gesehen hatten. Kürzer ist besser.
    .own = RMSE in Zyklen mit 90-%-Bereich an { $units } Einheiten, die die Modelle nie gesehen hatten. Kürzer ist besser.
pm-model-own = Dieses Modell
pm-model-ridge = Ridge-Regression
pm-model-gradient-boosting = Gradient Boosting
pm-quality-interval = Stimmen die Bereiche?
pm-quality-interval-more = { $share } der { $units } wahren Werte lagen in ihrem 90-%-Bereich. Ein Bereich ist im Mittel { $width } Schichten breit.
    .own = { $share } der { $units } wahren Werte lagen in ihrem 90-%-Bereich. Ein Bereich ist im Mittel { $width } Zyklen breit.
pm-quality-limits = Wann Sie es nicht verwenden sollten
pm-quality-limits-more = Jenseits von { $cap } Schichten sagt es nur „{ $cap } oder mehr“. Es kennt zwei Arten von Verschleiß; eine Kollision oder eine falsche Montage sieht es nicht kommen. Ihre eigenen Maschinen brauchen ihre eigenen Verläufe: mindestens etwa 20 Ausfälle.
    .own = Jenseits von { $cap } Zyklen sagt es nur „{ $cap } oder mehr“. Es kennt nur die Arten von Ausfällen, mit denen seine Verläufe enden; eine Kollision oder eine falsche Montage sieht es nicht kommen. Prüfen Sie es nach einem Umbau oder bei anderer Arbeit neu.

## Vorausschauende Wartung: der Leitfaden

pm-measured = Was gemessen wird
pm-measure = Einheit
pm-column = Spalte
pm-check-units = Spindeln
    .own = Einheiten
pm-check-rows = Aufgezeichnete Schichten
    .own = Zeilen
pm-check-shortest = Kürzestes Leben
pm-check-median = Mittleres Leben (Median)
pm-check-longest = Längstes Leben
pm-histories = { $sensor }: { $units } Spindeln auf dem Weg zum Ausfall
pm-histories-summary = { $sensor } mehrerer Spindeln, vom Ausfall aus zurückgezählt; bei den meisten steigt oder fällt der Wert gegen Ende.
pm-before-failure = Schichten vor dem Ausfall (0 = Ausfall)
pm-true-title = Vorhersage und Wahrheit, Spindel für Spindel
    .own = Vorhersage und Wahrheit, Einheit für Einheit
pm-true-summary = { $inside } von { $units } wahren Werten liegen im 90-%-Bereich.
pm-true-x = Spindeln, nach der Wahrheit sortiert
    .own = Einheiten, nach der Wahrheit sortiert
pm-curve-title = Was es kostet, früher oder später zu bestellen
pm-curve-summary = Am günstigsten ist es, bei { $best } vorhergesagten Schichten zu bestellen.
pm-curve-x = Bestellen, sobald die Vorhersage auf … Schichten fällt
pm-curve-y = Euro je Schicht und Spindel
pm-curve-here = Bestellt bei { $threshold }

pm-rule-hint = Eine Spindel lebt etwa 250 Schichten. Wie alt ist diese? Das sagt die Spalte cycle ihrer letzten Zeile: history["cycle"].iloc[-1].
pm-rule-right = Ihre Regel liegt um { $rmse } Schichten daneben, immer 60 zu antworten um { $constant }. Merken Sie sich Ihre Zahl: Das Modell muss sie unterbieten.
pm-rule-not-yet = Ihre Regel liegt um { $rmse } Schichten daneben, immer 60 zu antworten um { $constant }. Das sollte sie unterbieten.
pm-rule-number = Eine Regel muss eine Zahl zurückgeben, etwa 60; Ihre gab { $returned } zurück.
pm-alarm-hint = Sehen Sie sich die Kurve an: Sie fällt steil, hat ihren tiefsten Punkt und steigt dann langsam. Welche Seite des tiefsten Punktes ist die gefährliche?
pm-alarm-right = Bei { $threshold } Schichten fallen { $failures } von { $units } Spindeln vor ihrem Austausch aus, für { $rate } je Schicht: höchstens 5 % über dem Günstigsten.
pm-alarm-not-yet = Bei { $threshold } Schichten fallen { $failures } von { $units } Spindeln vor ihrem Austausch aus, für { $rate } je Schicht. Das Günstigste wären { $best }.
pm-alarm-number = Die Antwort ist eine ganze Zahl von Schichten zwischen 0 und { $cap }.

pm-quality-cross = In der Kreuzvalidierung über { $units } Einheiten liegt das Modell um { $rmse } Zyklen daneben (RMSE), Gradient Boosting allein um { $boosting }, die Ridge-Regression um { $ridge }. Für die Einheiten im Betrieb ist die Wahrheit noch nicht bekannt.
pm-quality-interval-cross = Ihre Breite stammt von Einheiten, die das Modell nicht gesehen hatte. Ob sie für die Einheiten im Betrieb halten, zeigt sich mit der Zeit: Schreiben Sie mit, was eintrifft.

## Vorausschauende Wartung: eigene Daten

own-kind-histories = Verläufe, viele Zeilen je Einheit
own-kind-events = Ereignisse, eine Zeile je Arbeitsgang
own-columns = Spalten
own-part = Verstanden als
own-values = Erste Werte
own-part-unit = Einheit
own-part-time = Zeit
own-part-end = Grund des Endes
own-part-target = ausgefallen oder nicht
own-part-sensor = Sensor
own-part-setting = Einstellung
own-part-unused = nicht verwendet
own-columns-more = Stimmt etwas nicht? Kopieren Sie diese Zeile in die Zelle darüber, ändern Sie sie und führen Sie die Zelle erneut aus. Leer heißt: wird für Sie herausgefunden.
own-rows = Zeilen
own-failures = Ausfälle
own-inputs = Eingänge
own-model = Modell
own-average-precision = Mittlere Genauigkeit (AP)
own-events-own = Dieses Modell
own-events-logistic = Logistische Regression
own-events-dummy = Immer dieselbe Antwort
own-events-found = Es findet { $recall } der Ausfälle; { $precision } seiner Alarme sind richtig. Der beste Wert in der Tabelle ist 1; alle Zeilen wurden von Modellen beurteilt, die sie nicht gesehen hatten.
own-events-costs = { $alarms } Alarme und { $missed } übersehene Ausfälle würden { $own } kosten; ohne Alarme kosten die Ausfälle { $without }.
own-events-costs-more = Dabei führt jeder Alarm zu einem geplanten Eingriff und verhindert den Ausfall, den er ankündigt. Wie viele Zeilen in einem Jahr anfallen, wissen Sie besser als die Tabelle.

## Vorausschauende Wartung: die Aufgaben

pm-choice = Die Antwort ist ein Buchstabe in Anführungszeichen: "a", "b" oder "c".
pm-question-hint = Was steht in der Tabelle: Ursachen und Lieferanten oder Messwerte und der Zeitpunkt des Ausfalls?
pm-question-a = Ein einzelner Ausfall von früher hat Ursachen, die niemand in diese Messwerte geschrieben hat. Die Daten enthalten, was Schicht für Schicht bis zum Ende gemessen wurde.
pm-question-b = Messwerte bis zu einem bekannten Ende zeigen, wie sich ein Ende ankündigt. Wie viele Schichten bleiben und wie sicher das ist, lässt sich daraus lernen.
pm-question-c = Wer eine Spindel gebaut hat, sagt die Tabelle nicht. Ein Vergleich von Lieferanten braucht diese Spalte und von jedem viele Ausfälle.
pm-warn-hint = Zeichnen Sie die Sensoren nacheinander mit show.histories(fleet, "…"). Welche Linien verlassen ihren Anfang früh, lange vor der 0?
pm-warn-unknown = Die Antwort ist der Name eines Sensors in Anführungszeichen, einer von { $known }.
pm-warn-right = { $sensor }: 30 Schichten vor dem Ausfall hatte der Wert seinen Anfang bei { $share } von 100 Spindeln deutlich verlassen. Keiner warnt bei jeder Spindel, deshalb liest das Modell sie alle.
pm-warn-not-yet = { $sensor }: 30 Schichten vor dem Ausfall hatte der Wert seinen Anfang nur bei { $share } von 100 Spindeln deutlich verlassen. Andere warnen öfter.
pm-count-hint = In fleet.ends sagt die Spalte failed für jede Spindel, ob sie ausfiel: Zählen Sie die True-Werte zusammen.
pm-count-all = Das ist die Zahl der Spindeln. Einige dieser { $units } wurden jedoch ausgebaut, als sie noch liefen; ihr Ende hat niemand gesehen.
pm-count-right = Bei { $failures } von { $units } Spindeln wurde der Ausfall gesehen. Die anderen zeigen, wie Gesundheit aussieht, nicht, wie ein Ende aussieht.
pm-count-not-yet = Das ist nicht die Zahl der Ausfälle. Der Prüfbericht oben nennt sie in seiner ersten Zeile.
pm-gain-hint = Nehmen Sie den Fehler der Ridge-Regression und ziehen Sie den Fehler dieses Modells ab; beide stehen in der Liste der Fehler.
pm-gain-number = Die Antwort ist eine Zahl von Schichten, etwa 5.
pm-gain-right = Das Modell liegt um { $gain } Schichten näher an der Wahrheit. Ob das den Aufwand lohnt, zeigt die Entscheidung.
pm-gain-not-yet = Das ist nicht der Unterschied der beiden Fehler (RMSE).
pm-outside-hint = Ein 90-%-Bereich verfehlt die Wahrheit in 1 von 10 Fällen. Es sind { $units } Spindeln.
pm-outside-right = Eine von zehn, bei { $units } Spindeln also etwa so viele. Hier waren es { $seen }. Ein Bereich, der nie danebenliegt, wäre zu breit, um zu nützen.
pm-outside-none = Ein Bereich, der immer stimmt, müsste sehr breit sein und hülfe niemandem. Ein 90-%-Bereich darf in 1 von 10 Fällen danebenliegen.
pm-outside-not-yet = Rechnen Sie mit 1 von 10 der { $units } Spindeln.
pm-limits-hint = Was hat sich an der Maschine geändert: das Lager oder nur, was der Sensor zeigt?
pm-limits-a = Das Lager weiß nichts von dem Dämpfer. Nur der Messwert ist ein anderer, und das Modell glaubt ihm.
pm-limits-b = Das Modell rechnet richtig, aber mit einem Messwert, der nicht mehr bedeutet, was er beim Training bedeutete. Mehr Daten derselben Art helfen da nicht.
pm-limits-c = Der Sensor zeigt nun etwas anderes als beim Training. Nach einer Änderung an Maschine oder Sensor muss das Modell geprüft und meist neu trainiert werden.
pm-next-hint = Setzen Sie Zahlen ein, die Sie kennen, oder eine vorsichtige Schätzung. Außer Ihnen sieht sie niemand.
pm-next-open = Setzen Sie für Maschinen, Ausfälle und Sensoren ganze Zahlen ein.
pm-next-sensors = Ohne Sensor gibt es nichts zu lernen. Beginnen Sie mit einem, der schon da ist: Motorstrom und Temperatur stehen oft in der Steuerung.
pm-next-failures = Mit { $failures } aufgezeichneten Ausfällen würde ein Modell nur so tun, als wüsste es etwas: Es fehlen noch etwa { $missing }. Bis dahin: Schreiben Sie jedes Ende mit seinem Grund auf und heben Sie die Messwerte auf. Ein gutes festes Alter lässt sich schon früher ausrechnen.
pm-next-enough = { $failures } Ausfälle genügen für einen ersten ehrlichen Versuch. Bringen Sie die Messwerte in eine Tabelle, eine Zeile je Maschine und Schicht, und öffnen Sie template.ipynb.

## Vorausschauende Wartung: die simulierte Flotte formen

pm-simulated = Eine andere Flotte
pm-simulated-more = Wie viel hängt an den Daten? Formen Sie die simulierten Spindeln und lassen Sie ein Modell von Neuem aus ihnen lernen.
pm-again = Neu simulieren und lernen
pm-shape-noise = Rauschen der Sensoren
    .help = 1: wie üblich; 3: billige Sensoren an einer Maschine, die bebt.
pm-shape-wear = Tempo des Verschleißes
    .help = 2: Lager verschleißen doppelt so schnell.
pm-shape-censored = Vor dem Ausfall ausgebaut
    .help = Ihr Ende hat niemand gesehen; je mehr es sind, desto weniger gibt es zu lernen.
