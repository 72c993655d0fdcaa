
## Building blocks

chart-table = Show the data as a table
simulated = simulated data
machine-title = Where this notebook computes
machine-node = Machine
machine-address = Address
machine-job = Slurm job
machine-no-job = none (computing outside of Slurm)
machine-computes = Computes on
machine-cores = { $cores } { $cores ->
        [one] core
       *[other] cores
    }, { $memory } GB of memory
machine-has = Has
machine-gpu = GPU { $names }
machine-gpu-no-driver = the processor: Slurm allotted GPU { $ids }, but no GPU driver answers here
machine-cpu = the processor (no GPU here, and none is needed for this)
machine-user = Signed in as
open-app = Open the app in a new tab
step-of = Step { $at } of { $all }
step-done = done
error-title = This did not work

training = Training
training-left = about { $seconds } s left
training-done = Done in { $seconds } s on this machine.
training-saved = Saved in the folder { $folder }.

## Files of a run

file-report-html = the report: figures, chart, limits; opens in any browser
file-model-card-md = the model card: what the model is for, and what not
file-data-sheet-md = the data sheet: where the data come from and what they hold
file-predictions-parquet = the prediction for each unit in service
file-metrics-json = all figures, for programs
file-model = the trained model, in an open format
file-run-json = configuration, seed, versions and fingerprint of the data
file-audit-jsonl = what was done, and when

## Steps of a guide

step-question = Question
step-data = Data
step-quality = Quality
step-baseline = Baseline
step-model = Model
step-uncertainty = Uncertainty
step-decision = Decision
step-limits = Limits
step-next = Next
exercises-solved = { $count } of { $all } exercises solved

## Exercises

exercise-right = That is right.
exercise-not-yet = Not yet.
exercise-open = You have not tried yet: change the cell above and run it again.
exercise-hint = Hint
exercise-solution = One solution
exercise-wrong-kind = Your answer raised an error: { $error }

## Predictive maintenance: the app

pm-eyebrow = Predictive maintenance
pm-question = Which spindle needs care next?
pm-lead = A fleet of machine-tool spindles in service: how long each will still run, how sure that is, and what acting on it saves.
pm-starting = Opening
pm-preparing = The model is being prepared
pm-preparing-more = Only the first time: it learns from 100 simulated spindle lives on this machine.
pm-failure = The fleet cannot be shown
pm-failed = Something went wrong that we had not foreseen. Load the page again; if that does not help, ask your trainer. The server's log has the details.
pm-summary = At a glance
pm-to-do = Order a replacement now
pm-of-units = of { $units } spindles
pm-to-do-more = { $soon } more to watch, { $fine } can keep running.
pm-saving = Maintenance cost saved
pm-saving-of = against the best fixed age
pm-saving-more = 90% range { $low } to { $high }, on simulated lives. In practice: 8 to 12% (US DOE).
pm-error = Typical error of a prediction
pm-error-more = RMSE, 90% range { $low } – { $high }; a ridge regression is off by { $ridge }.
pm-shifts-unit = shifts
pm-shifts-count = { $count } { $count ->
        [one] shift
       *[other] shifts
    }
    .own = { $count } cycles
pm-or-more = { $cap }+
pm-fleet = The fleet, most urgent first
pm-fleet-more = Predicted shifts left, and the range that holds the truth in 9 of 10 cases. Choose a spindle to see its story.
pm-state-now = Order now
pm-state-soon = Watch
pm-state-fine = Keep running
pm-unit = Spindle
    .own = Unit
pm-advice = Advice
pm-story = The story of spindle { $unit }
pm-story-words = After { $cycle } shifts it will probably run another { $left } shifts; in 9 of 10 cases between { $low } and { $high }.
pm-course-title = What was predicted, shift by shift
pm-course-summary = Spindle { $unit }: at the last shift { $left } shifts are predicted, 90% range { $low } to { $high }.
pm-interval = 90% range
pm-estimate = Prediction
pm-truth = Truth
pm-order-line = Order at { $threshold }
pm-shift-of-life = Shift of its life
pm-shifts-left = Shifts left
    .own = Cycles left
pm-changes = What changed, against its own beginning
pm-sensor = Sensor
pm-begin = First 20 shifts
pm-now = Last 5 shifts
pm-since = Since
pm-since-shift = shift { $cycle }
pm-since-none = no clear change
pm-changes-more = The largest changes, with the work the spindle was doing (speed, torque) taken out before comparing.
pm-your-costs = Your costs
pm-your-costs-more = Move a slider: advice, fleet and figures follow.
pm-planned-cost = A planned replacement
    .help = Parts, work and the planned stop.
pm-failure-cost = A failure in operation
    .help = Repair, scrap, and the hours the machine stands still.
pm-lead-time = From order to replacement
    .help = The spindle runs on meanwhile and may fail.
pm-costs = Maintenance cost per shift and spindle
    .own = Maintenance cost per cycle and unit
pm-costs-more = Replacing on the model's advice, beside doing without it.
pm-policy-advice = On the model's advice
pm-policy-age = At the best fixed age
pm-policy-interval = At the best fixed interval
pm-policy-today = As it is done today
pm-policy-failure = Run to failure
pm-costs-saves = Ordering when the prediction falls to { $threshold } shifts costs { $share } less (90% range { $low } to { $high }) than replacing every spindle at { $age } shifts, the best fixed age.
    .own = Ordering when the prediction falls to { $threshold } cycles costs { $share } less (90% range { $low } to { $high }) than replacing every unit at { $age } cycles, the best fixed age.
pm-costs-open = At these costs nothing can be said: against the best fixed age the model's advice saves between { $low } and { $high }, and { $units } lives cannot tell which.
pm-anchor = The saving here, beside the saving in practice
pm-anchor-here = Saved here, against the best fixed age (90% range)
pm-anchor-doe = Saved in practice, against preventive maintenance (US DOE)
pm-break-even = The advice pays from about { $cost } for one failure.
pm-grey-zone = Between { $low } and { $high } these lives allow no statement.
pm-asked = What if a sensor showed something else?
pm-asked-more = Choose a sensor, then move the slider: its last 20 shifts are changed, all others stay as they were.
pm-change = Change of the readings
pm-answer = What the model would say of { $unit }
pm-answer-changed = { $sensor }: { $after } instead of { $before } on average over the last { $rows } shifts.
pm-answer-now = As measured
pm-answer-then = As changed
pm-answer-less = It would then give this spindle { $after } instead of { $before } shifts.
pm-answer-more = It would then give this spindle { $after } instead of { $before } shifts.
pm-answer-same = It would hardly change its mind: { $after } instead of { $before } shifts, well within its range.
pm-answer-order = That is no longer above { $threshold }: the advice would become "order now".
pm-answer-wait = That is above { $threshold }: the advice would no longer be "order now".
pm-answer-unknown = Such readings hardly occur in the lives the model learned from. Its answer here is a guess.
pm-answer-meaning = What this means: the model reads wear from all its sensors together, and this is how much it makes of this one. What it does not mean: that the spindle lives longer once the reading is pushed down. A damper at the sensor mends no bearing, and in a real machine the other readings would have moved too.
pm-costs-loses = At these costs the model's advice saves nothing: replacing at a fixed age of { $age } shifts, or waiting for the failure, is as good.
    .own = At these costs the model's advice saves nothing: replacing at a fixed age of { $age } cycles, or waiting for the failure, is as good.
pm-costs-counts = { $failures } of { $units } spindles would have failed before their replacement; a planned replacement gives away { $wasted } shifts of life on average.
    .own = { $failures } of { $units } units would have failed before their replacement; a planned replacement gives away { $wasted } cycles of life on average.
pm-costs-late = Of these failures, { $missed } came without an alarm and { $late } within the time between order and replacement.
pm-costs-plain = { $rate } per shift and spindle on the model's advice
    .own = { $rate } per cycle and unit on the model's advice
pm-assumptions = What these figures assume
pm-assumptions-more = Worked out on { $units } simulated spindles that ran to failure, each judged by models that never saw it. { $lead ->
        [0] A replacement happens at once.
        [one] A replacement happens one shift after the order.
       *[other] A replacement happens { $lead } shifts after the order.
    } Each spindle is judged at the ordering level that was cheapest on the others; the fixed age is the cheapest on these very spindles, which favours it a little. The ranges come from drawing the spindles anew a thousand times. One cycle is a shift of eight hours.
    .own = Worked out on your { $units } units that ran to failure, each judged by models that never saw it, replaced { $lead } cycles after the order. Each is judged at the ordering level that was cheapest on the others; the fixed age is the cheapest on these very units, which favours it a little. The ranges come from drawing the units anew a thousand times.
pm-assumptions-anchor = For comparison: the US Department of Energy's guide puts the saving of predictive over preventive maintenance at 8 to 12% in practice. Simulated spindles are kinder than real ones.
    .own = For comparison: the US Department of Energy's guide puts the saving of predictive over preventive maintenance at 8 to 12% in practice. A figure far above that deserves distrust.
pm-quality = How good is the model?
pm-quality-error = Error beside simpler models
pm-quality-error-more = RMSE in shifts, with its 90% range, on { $units } spindles the models never saw. Shorter is better.
    .own = RMSE in cycles, with its 90% range, on { $units } units the models never saw. Shorter is better.
pm-model-own = This model
pm-model-ridge = Ridge regression
pm-model-gradient-boosting = Gradient boosting
pm-quality-interval = Do the ranges hold?
pm-quality-interval-more = { $share } of the { $units } true values lay within their 90% range. A range is { $width } shifts wide on average.
    .own = { $share } of the { $units } true values lay within their 90% range. A range is { $width } cycles wide on average.
pm-quality-limits = When not to use it
pm-quality-limits-more = Beyond { $cap } shifts it only says "{ $cap } or more". It knows two kinds of wear; a crash or a wrong assembly it does not see coming. Your own machines need their own histories: about 20 failures at least.
    .own = Beyond { $cap } cycles it only says "{ $cap } or more". It knows only the kinds of failure that its histories end in; a crash or a wrong assembly it does not see coming. After a rebuild or a change of work, check it anew.

## Predictive maintenance: the guide

pm-measured = What is measured
pm-measure = Unit
pm-column = Column
pm-check-units = Spindles
    .own = Units
pm-check-rows = Shifts recorded
    .own = Rows
pm-check-shortest = Shortest life
pm-check-median = Median life
pm-check-longest = Longest life
pm-histories = { $sensor }: { $units } spindles on their way to failure
pm-histories-summary = { $sensor } of several spindles, counted back from their failure; for most it rises or falls towards the end.
pm-before-failure = Shifts before failure (0 = failure)
pm-true-title = Predicted and true, spindle by spindle
    .own = Predicted and true, unit by unit
pm-true-summary = { $inside } of { $units } true values lie within the 90% range.
pm-true-x = Spindles, sorted by the truth
    .own = Units, sorted by the truth
pm-curve-title = What it costs to order earlier or later
pm-curve-summary = The cost is lowest when a replacement is ordered at { $best } predicted shifts.
pm-curve-x = Order when the prediction falls to … shifts
pm-curve-y = Euros per shift and spindle
pm-curve-here = Ordered at { $threshold }

pm-rule-hint = A spindle lives about 250 shifts. How old is this one? The column cycle of its last row says it: history["cycle"].iloc[-1].
pm-rule-right = Your rule is off by { $rmse } shifts, always answering 60 by { $constant }. Remember your figure: the model has to beat it.
pm-rule-not-yet = Your rule is off by { $rmse } shifts; always answering 60 by { $constant }. It should beat that.
pm-rule-number = A rule must return one number, such as 60; yours returned { $returned }.
pm-alarm-hint = Look at the curve: it falls steeply, has its lowest point, then rises slowly. Which side of the lowest point is the dangerous one?
pm-alarm-right = At { $threshold } shifts { $failures } of { $units } spindles fail before their replacement, for { $rate } per shift: at most 5% above the cheapest.
pm-alarm-not-yet = At { $threshold } shifts { $failures } of { $units } spindles fail before their replacement, for { $rate } per shift. The cheapest would cost { $best }.
pm-alarm-number = The answer is a whole number of shifts between 0 and { $cap }.

pm-quality-cross = In cross-validation over { $units } units the model is off by { $rmse } cycles (RMSE); gradient boosting alone by { $boosting }, ridge regression by { $ridge }. For the units in service the truth is not known yet.
pm-quality-interval-cross = Their width comes from units the model had not seen. Whether they hold for the units in service, time will tell: write down what comes true.

## Predictive maintenance: own data

own-kind-histories = histories, many rows for each unit
own-kind-events = events, one row for each piece of work
own-columns = Columns
own-part = Taken as
own-values = First values
own-part-unit = unit
own-part-time = time
own-part-end = reason of the end
own-part-target = failed or not
own-part-sensor = sensor
own-part-setting = setting
own-part-unused = not used
own-columns-more = Is something wrong? Copy this line into the cell above, change it, and run the cell again. Empty means: found out for you.
own-rows = Rows
own-failures = Failures
own-inputs = Inputs
own-model = Model
own-average-precision = Average precision
own-events-own = This model
own-events-logistic = Logistic regression
own-events-dummy = Always the same answer
own-events-found = It finds { $recall } of the failures; { $precision } of its alarms are right. 1 is the best figure in the table, and all rows were judged by models that had not seen them.
own-events-costs = { $alarms } alarms and { $missed } missed failures would cost { $own }; without alarms the failures cost { $without }.
own-events-costs-more = This assumes that each alarm leads to one planned intervention and prevents the failure it announces. How many rows come in a year, you know better than the table.

## Predictive maintenance: the exercises

pm-choice = The answer is one letter in quotes: "a", "b" or "c".
pm-question-hint = What does the table hold: causes and suppliers, or readings and the moment of failure?
pm-question-a = A single failure in the past has causes that nobody wrote into these readings. The data hold what was measured, shift by shift, until the end.
pm-question-b = Readings up to a known end teach how an end announces itself. How many shifts are left, and how sure that is, can be learned from them.
pm-question-c = The table says nothing about who made a spindle. A comparison of suppliers needs that column, and many failures of each.
pm-warn-hint = Draw the sensors one after the other with show.histories(fleet, "…"). Which lines leave their beginning early, long before 0?
pm-warn-unknown = The answer is the name of a sensor in quotes, one of { $known }.
pm-warn-right = { $sensor } had clearly left its beginning 30 shifts before the failure, at { $share } of 100 spindles. None warns at every spindle: that is why the model reads them all.
pm-warn-not-yet = { $sensor } had clearly left its beginning 30 shifts before the failure at only { $share } of 100 spindles. Others warn more often.
pm-count-hint = In fleet.ends the column failed says for each spindle whether it failed: add up the True values.
pm-count-all = That is the number of spindles. But some of these { $units } were taken out while they still ran; their end was never seen.
pm-count-right = { $failures } of { $units } spindles were seen to fail. The others teach how health looks, not how an end looks.
pm-count-not-yet = That is not the number of failures. The check report above tells it in its first line.
pm-gain-hint = Take the error of the ridge regression and subtract the error of this model; both stand in the list of errors.
pm-gain-number = The answer is a number of shifts, such as 5.
pm-gain-right = The model is { $gain } shifts closer to the truth. Whether that is worth its effort, the decision tells.
pm-gain-not-yet = That is not the difference between the two errors (RMSE).
pm-outside-hint = A 90% range misses the truth in 1 of 10 cases. There are { $units } spindles.
pm-outside-right = One in ten: with { $units } spindles about that many. Here it was { $seen }. A range that never misses would be too wide to be of use.
pm-outside-none = A range that always holds would have to be very wide, and would help nobody. A 90% range may miss in 1 of 10 cases.
pm-outside-not-yet = Count on 1 in 10 of the { $units } spindles.
pm-limits-hint = What has changed in the machine: the bearing, or only what the sensor shows?
pm-limits-a = The bearing does not know of the damper. Only the reading has changed, and the model believes it.
pm-limits-b = The model computes correctly, but with a reading that no longer means what it meant in training. More data of the same kind do not mend that.
pm-limits-c = The sensor now shows something else than in training. After a change at machine or sensor, the model has to be checked and usually trained anew.
pm-next-hint = Put in numbers you know, or a careful guess. Nobody sees them but you.
pm-next-open = Put in whole numbers for machines, failures and sensors.
pm-next-sensors = Without a sensor there is nothing to learn from. Begin with one that is there already: motor current and temperature are often in the control.
pm-next-failures = With { $failures } recorded failures a model would only pretend to know: about { $missing } more are needed. Until then: write down every end with its reason, and keep the readings. Replacement at a good age can be worked out sooner.
pm-next-enough = { $failures } failures are enough for a first honest try. Put the readings into one table, one row per machine and shift, and open template.ipynb.

## Predictive maintenance: shaping the simulated fleet

pm-simulated = Another fleet
pm-simulated-more = How much does the data decide? Shape the simulated spindles, and let a model learn from them anew.
pm-again = Simulate and learn anew
pm-shape-noise = Noise of the sensors
    .help = 1: as usual; 3: cheap sensors on a shaking machine.
pm-shape-wear = Speed of wear
    .help = 2: bearings wear twice as fast.
pm-shape-censored = Taken out before failing
    .help = Their end was never seen; the more, the less there is to learn.
