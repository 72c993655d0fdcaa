## Where the data come from

origin-simulated = Simulated data: machine-tool spindles that exist only in this program (seed { $seed }). No real machine was measured.
origin-cmapss = NASA C-MAPSS, subset { $subset }: turbofan engines run to failure in NASA's engine simulator (Saxena, Goebel, Simon, Eklund, PHM 2008).
origin-ai4i = AI4I 2020: simulated operation of a milling machine (Matzka 2020; UCI Machine Learning Repository). Its failures follow known rules; no real machine was measured.
origin-own = Your own data, read from { $file }.
rights-simulated = Part of AI Studio, BSD-3-Clause. The equations and their sources are in docs/analyst.md and simulate.py.
rights-cmapss = Work of a US agency, distributed by the NASA Prognostics Center of Excellence. Please cite: A. Saxena, K. Goebel, D. Simon, N. Eklund, Damage Propagation Modeling for Aircraft Engine Run-to-Failure Simulation, International Conference on Prognostics and Health Management (PHM08), 2008.
rights-ai4i = CC BY 4.0. Please cite: S. Matzka, Explainable Artificial Intelligence for Predictive Maintenance Applications, Third International Conference on Artificial Intelligence for Industries (AI4I), 2020.
rights-own = The owner of the data decides. AI Studio has sent them nowhere.

## What is measured: simulated spindles

spindle-speed = Spindle speed
spindle-torque = Spindle torque
spindle-vibration = Vibration velocity at the front bearing
spindle-envelope = Vibration envelope at the bearing frequencies
spindle-bearing-temperature = Temperature of the front bearing
spindle-motor-current = Motor current
spindle-coolant-flow = Coolant flow
spindle-coolant-return = Temperature of the returning coolant
spindle-axial-growth = Axial growth of the spindle
spindle-ambient = Ambient temperature

## What is measured: C-MAPSS engines

cmapss-altitude = Altitude
cmapss-mach = Mach number
cmapss-TRA = Throttle resolver angle
cmapss-T2 = Total temperature at fan inlet
cmapss-T24 = Total temperature at outlet of the low-pressure compressor
cmapss-T30 = Total temperature at outlet of the high-pressure compressor
cmapss-T50 = Total temperature at outlet of the low-pressure turbine
cmapss-P2 = Pressure at fan inlet
cmapss-P15 = Total pressure in the bypass duct
cmapss-P30 = Total pressure at outlet of the high-pressure compressor
cmapss-Nf = Physical fan speed
cmapss-Nc = Physical core speed
cmapss-epr = Engine pressure ratio
cmapss-Ps30 = Static pressure at outlet of the high-pressure compressor
cmapss-phi = Ratio of fuel flow to Ps30
cmapss-NRf = Corrected fan speed
cmapss-NRc = Corrected core speed
cmapss-BPR = Bypass ratio
cmapss-farB = Fuel-air ratio in the burner
cmapss-htBleed = Bleed enthalpy
cmapss-Nf_dmd = Demanded fan speed
cmapss-PCNfR_dmd = Demanded corrected fan speed
cmapss-W31 = Coolant bleed of the high-pressure turbine
cmapss-W32 = Coolant bleed of the low-pressure turbine

## Check report

quality-size = { $units } units with { $rows } rows; { $failures } of the units ran until they failed.
quality-few-failures = { $failures } { $failures ->
        [one] failure
       *[other] failures
    } found, at least { $needed } needed: too little to learn from.
quality-censored = { $censored } { $censored ->
        [one] unit was taken out before it failed. It teaches
       *[other] units were taken out before they failed. They teach
    } only how a unit looks that still has plenty of life.
quality-constant = { $count } { $count ->
        [one] sensor never changes and is
       *[other] sensors never change and are
    } left out: { $names }.
quality-gaps = { $gaps } { $gaps ->
        [one] cycle is
       *[other] cycles are
    } missing inside histories; windows reach over the gaps.
quality-short = { $count } { $count ->
        [one] unit has
       *[other] units have
    } fewer than { $rows } rows and { $count ->
        [one] is
       *[other] are
    } left out: { $names }.
quality-set-aside = No unit is still in service. So { $count } of those that failed were set aside and cut at a random cycle: on them the model is judged.
quality-events = { $rows } rows, of which { $failures } failed.
quality-leak = { $count } { $count ->
        [one] column gives the answer away and is
       *[other] columns give the answer away and are
    } no input: { $names }.
quality-missing = { $cells } { $cells ->
        [one] cell is
       *[other] cells are
    } empty; the column's usual value (median) stands in.

## What physics adds to a table of events

physics-temperature-difference = Temperature difference
physics-power = Mechanical power
physics-strain = Torque × wear
mode-tool-wear = tool wear
mode-heat = heat dissipation
mode-power = power
mode-overstrain = overstrain
mode-random = random

## What can go wrong

data-missing = There is nothing at { $path }.
    .remedy = Name a folder with train_FD001.txt, test_FD001.txt and RUL_FD001.txt, an archive of them, or a table of your own (CSV, Parquet, Excel).
folder-unknown = { $folder } holds neither C-MAPSS files ({ $subsets }) nor a table.
    .remedy = Name a folder with train_FD001.txt, test_FD001.txt and RUL_FD001.txt (or the same with .gz), or a table of your own (CSV, Parquet, Excel).
folder-several = { $folder } holds several tables: { $names }.
    .remedy = Name one of them.
target-unclear = { $file }, row { $row }, column { $column }: "{ $value }" does not say whether it failed.
    .remedy = Write 1 for a failure and 0 for none (or yes and no) in every row.
target-leak = { $file }: the column { $column } cannot be an input: { $reason } A model with it would only seem to be good.
    .remedy = Leave it out of the sensors.
leak-mode = it says in which way the row failed, which is known only afterwards.
leak-flag = some of its values stand only in rows that failed, as a repair code or an error text does.
leak-after = it was measured only where a row failed, or only where it did not.
leak-auc = it alone parts failures from the rest almost without error, as only something does that was written afterwards.
too-few-events = { $file } holds { $failures } { $failures ->
        [one] failure
       *[other] failures
    } in { $rows } rows; at least { $needed } failures and as many rows without are needed: a model would only pretend to know.
    .remedy = Add rows, or keep a longer period.
subset-unknown = There is no C-MAPSS subset "{ $subset }".
    .remedy = Choose one of: { $permitted }.
folder-missing = { $folder } is not a folder.
    .remedy = Name the folder that holds train_FD001.txt, test_FD001.txt and RUL_FD001.txt (or the same with .gz).
cmapss-file-missing = The file { $file } (or { $file }.gz) is not in { $folder } (found: { $found }).
    .remedy = Put it there, or choose the subset you have with --set subset=FD001.
rul-count = { $file } has { $rows } rows, but { $test } holds { $units } units.
    .remedy = Give the two files that belong together: one row of RUL per test unit.
sensor-unknown = There is no sensor { $sensor }.
    .remedy = Take one of these: { $known }.
unit-unknown = There is no unit { $unit }.
    .remedy = Units are called, for example, { $examples }.
unit-too-short = { $file }: unit { $unit } has { $rows } { $rows ->
        [one] row
       *[other] rows
    }, at least { $needed } are needed.
    .remedy = Remove the unit, or give its whole history.
too-few-failures = { $failures } { $failures ->
        [one] failure
       *[other] failures
    } found, at least { $needed } needed: a model would only pretend to know.
    .remedy = Add units that ran until they failed.
no-gpu = The setting device=cuda asks for a GPU, and this machine has none that torch can use.
    .remedy = Use device=auto or device=cpu, or start on a GPU node.
model-lacks-channel = The model needs the channel "{ $channel }", which the data do not have.
    .remedy = Give the data with the same channels the model was trained with.
model-version = The model in { $folder } was written by another version of AI Studio (format { $found }).
    .remedy = Train it again.
model-untrusted = The model in { $folder } holds parts that no model of this studio has ({ $names }), so it is not opened.
    .remedy = Only use run folders from people you trust; train it again.
model-unreadable = The model in { $folder } cannot be read ({ $reason }).
    .remedy = Train it again.
decision-no-failures = No unit with a known failure is left to work out costs from.
    .remedy = Add units that ran until they failed.
decision-cost = A replacement must cost more than zero, an inspection interval is at least 1 cycle, and no other cost or time may be below zero.
    .remedy = Correct the figure.
decision-threshold = The threshold must lie between 0 and { $largest } cycles.
    .remedy = Correct the figure.
policy-unknown = There is no maintenance policy "{ $policy }".
    .remedy = Choose one of: { $permitted }.
policy-share = With today's policy "condition", the share of failures found in time must lie between 0 and 1, and the share of life given away must be below 1.
    .remedy = Write 0.7 for seven failures in ten.
policy-cycles = Today's interval or age must lie between 1 and { $largest } cycles.
    .remedy = Correct the figure; run-to-failure has none.

## Stages of a run

stage-data = Reading the data
stage-features = Describing each cycle
stage-network = Training the networks
stage-sequence = Training on raw sequences
stage-trees = Growing the trees
stage-forest = Growing the forests
stage-baselines = Computing the baselines
stage-judge = Judging
stage-write = Writing the run folder

## Settings

setting-only-simulated = The setting { $key } shapes the simulated fleet, but data of yours were given with --data.
    .remedy = Leave the setting out, or leave --data out.
setting-only-data = The setting { $key } says something about data of your own, but none were given.
    .remedy = Name them with --data, or leave the setting out to use the simulated fleet.
setting-only-table = The setting { $key } names columns of a table of your own; C-MAPSS files have fixed columns.
    .remedy = Leave the setting out.
setting-only-cmapss = The setting { $key } chooses among C-MAPSS files, but the data are a table.
    .remedy = Leave the setting out.

## Figures

number = { NUMBER($value, maximumFractionDigits: 1, minimumFractionDigits: 0) }
count = { NUMBER($value) }
percent = { NUMBER($value, style: "percent", maximumFractionDigits: 0) }
cycles = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } cycles
seconds-long = { NUMBER($value, maximumFractionDigits: 1) } s
figure-ranged = { NUMBER($value, maximumFractionDigits: 2, minimumFractionDigits: 2) } cycles (90 % range { NUMBER($low, maximumFractionDigits: 1) } to { NUMBER($high, maximumFractionDigits: 1) })
figure-rmse = Error of the model (RMSE)
figure-baseline = Error of { $name } (RMSE)
figure-uncapped = Error of the model, uncapped (RMSE)
figure-score = NASA score (0 is perfect)
figure-coverage = True life within the 90 % interval
figure-width = Mean width of the interval
figure-cross-validation = Error in cross-validation on training units (RMSE)
figure-sequence = Raw sequences alone, in cross-validation (RMSE)
figure-sequence-value = { NUMBER($value, maximumFractionDigits: 2, minimumFractionDigits: 2) } cycles; { $share ->
        [0] no share in the model
       *[other] share in the model { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
    }
figure-saving = Saved against replacement at the best age
figure-saving-value = { NUMBER($value, style: "percent", maximumFractionDigits: 0) } (90 % range { NUMBER($low, style: "percent", maximumFractionDigits: 0) } to { NUMBER($high, style: "percent", maximumFractionDigits: 0) })
figure-seconds = Training time
method-model = This model
share = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 3) }
share-ranged = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) } (90 % range { NUMBER($low, minimumFractionDigits: 3, maximumFractionDigits: 3) } to { NUMBER($high, minimumFractionDigits: 3, maximumFractionDigits: 3) })
figure-average-precision = Average precision
figure-average-precision-of = Average precision of { $name }
figure-f1 = F1
figure-f1-of = F1 of { $name }
figure-precision = Alarms that were right
figure-recall = Failures that were found
figure-brier = Brier score (0 is perfect)
method-logistic = Logistic regression
method-dummy = Always the same
method-ridge = Ridge regression
method-sequence = Raw readings alone
method-gradient-boosting = Gradient boosting

## Model card and data sheet

card-name = Remaining life of a fleet
card-purpose = Ranks the units of a fleet by the cycles they probably have left, so that people can plan inspection and replacement. It gives no release for operation and replaces no prescribed inspection.
card-method-features = Readings are normalised within their operating regime; from them come means over 5, 20 and 50 cycles, slopes, the difference to the unit's own first 40 cycles, and its age.
card-method-model = The prediction is the average of { $members } small neural networks (weight { NUMBER($weight, style: "percent", maximumFractionDigits: 0) }) and 5 gradient-boosted tree ensembles; the weight was chosen on training units the parts had not seen.
card-method-sequence = Patch transformers that read the readings themselves (PatchTST) have a share of { NUMBER($share, style: "percent", maximumFractionDigits: 0) }: cross-validation over whole units showed a clear gain.
card-method-no-sequence = Patch transformers that read the readings themselves (PatchTST) were tried and left out: cross-validation over whole units showed no clear gain.
card-method-folds = Each part was trained on four fifths of the training units; the fifth it never saw calibrates the intervals. No choice was made on the test units.
card-method-interval = Intervals are conformal: quantiles of the errors on unseen training units, by predicted life.
card-oversight = A person decides on every replacement. The report shows the range beside each figure and the sensors that moved, so that the suggestion can be checked at the machine.
limit-known-modes = It only knows ways of failing that occur in its training data. A new kind of damage may go unnoticed.
limit-cap = Predictions end at { $cap } cycles: that figure means "this much or more".
limit-interval = Intervals hold on average over units like those it was trained on, not for each single one, and not after a change of machine, sensor or work.
limit-quality = Few failures make every figure uncertain; look at the ranges before the figures.
limit-simulated = These data are simulated. The figures show that the method works, and say nothing about a real machine.
sheet-units = Training units
sheet-failures = of these, run to failure
sheet-rows = Rows
sheet-lengths = Shortest / median / longest history, cycles
sheet-test-units = Units in service (test)
card-events-name = Failures in a table of events
card-events-purpose = Says for a piece of work how probable a failure is, so that people can look before it happens. It gives no release for operation and replaces no prescribed inspection.
card-events-features = Inputs are the measured columns; where temperatures, speed, torque and wear are there, also the temperature difference, the mechanical power and torque times wear.
card-events-forest = The model is a random forest; its votes were turned into probabilities (Platt), and an alarm is raised at the probability that balances found failures and false alarms best (F1).
card-events-folds = Every figure comes from { $folds }-fold cross-validation{ $repeats ->
        [one] .
       *[other] , repeated { $repeats } times with other splits.
    } Calibration and threshold were chosen inside the training part of each fold.
card-events-oversight = A person decides on every stop. The probability and the inputs that count are shown, so that an alarm can be checked at the machine.
limit-events-known = It only knows ways of failing that occur in the table. A new kind of damage may go unnoticed.
limit-events-probability = Probabilities hold on average over rows like these, not for each single one.
limit-events-change = After a change of machine, tool, sensor or work it must be trained again.
sheet-events-failed = of these, failed
sheet-events-inputs = Inputs

## Report

report-urgent-figure = { NUMBER($urgent) } of { NUMBER($units) }
report-urgent = units in service probably have { $horizon } cycles or fewer left
report-error = cycles is the typical error (RMSE; 90 % range { NUMBER($low, maximumFractionDigits: 1) } to { NUMBER($high, maximumFractionDigits: 1) }). For comparison: gradient boosting { NUMBER($boosting, maximumFractionDigits: 1) }, ridge regression { NUMBER($ridge, maximumFractionDigits: 1) }.
report-cross-validation = cycles is the typical error (RMSE) on { NUMBER($units) } units whose end is known, each judged by models that had not seen it; gradient boosting alone: { NUMBER($boosting, maximumFractionDigits: 1) }, ridge regression: { NUMBER($ridge, maximumFractionDigits: 1) }
report-coverage = of the units really had a life within the stated 90 % range, which is { NUMBER($width, maximumFractionDigits: 0) } cycles wide on average
report-urgency-title = Which units come first?
report-urgency-text = The units with the least predicted life, with the range that holds nine times out of ten. A figure of { $cap } means "{ $cap } or more".
report-legend = Dot: prediction. Band: 90 % range.
report-legend-truth = Diamond: what really remained.
report-cycles-left = cycles left
report-unit = Unit
report-predicted = Predicted
report-low = Range from
report-high = to
report-true = Real
report-compare-title = Is the model better than something simple?
report-compare-text = Typical error on { $units } units that nobody looked at before; shorter is better. The line shows the range that comes from having only so many units: where ranges overlap widely, the difference may be chance.
report-rmse-axis = typical error (RMSE), cycles
report-rmse = RMSE
report-spread = 90 % range
report-score = NASA score
report-uncapped = RMSE uncapped
report-method = Method
report-scatter-title = Prediction against reality
report-scatter-text = One dot per unit; on the dashed line the prediction was exact. Above it a unit failed earlier than predicted. Real life is capped at { $cap } here.
report-true-axis = cycles that really remained
report-predicted-axis = predicted cycles
report-saving = of the maintenance cost saved against replacement at the best age (90 % range { NUMBER($low, style: "percent", maximumFractionDigits: 0) } to { NUMBER($high, style: "percent", maximumFractionDigits: 0) }), if a failure costs { NUMBER($factor, maximumFractionDigits: 1) } planned replacements, people look every { $inspection } cycles and need { $lead } to act
report-sequence-title = Do the raw readings tell more?
report-sequence-text = A patch transformer (PatchTST) read the last 48 cycles themselves instead of window figures. Alone, its typical error on unseen training units was { NUMBER($rmse, maximumFractionDigits: 1) } cycles. With the best share, { NUMBER($best, style: "percent", maximumFractionDigits: 0) }, it lowered the model's mean square error by { NUMBER($gain, maximumFractionDigits: 2) } (90 % range { NUMBER($low, maximumFractionDigits: 2) } to { NUMBER($high, maximumFractionDigits: 2) }).
report-band = Cycles left
report-band-from = from { NUMBER($start) }
report-band-features = Error: windows
report-band-sequence = raw readings
report-band-both = both
report-limits-title = When not to rely on it
events-question = Which work will end in a failure, and how far can an alarm be trusted?
events-recall = of the failures were found beforehand
events-precision = of the alarms were right
events-average-precision = is the average precision (1 is perfect; 90 % range { NUMBER($low, maximumFractionDigits: 2) } to { NUMBER($high, maximumFractionDigits: 2) }). For comparison: logistic regression { NUMBER($logistic, maximumFractionDigits: 2) }.
events-alarms-title = What is an alarm worth?
events-alarms-text = { NUMBER($failures) } of { NUMBER($rows) } rows failed. An alarm, raised from a probability of { NUMBER($threshold, style: "percent", maximumFractionDigits: 0) }, came { NUMBER($alarms) } times: { NUMBER($right) } times rightly, { NUMBER($wrong) } times for nothing; { NUMBER($missed) } failures came without. Each row was judged by models that had not seen it.
events-alarm = Alarm
events-no-alarm = No alarm
events-failed = Failed
events-not-failed = Did not fail
events-rejected-title = What was not allowed as an input
events-rejected-text = { $count } { $count ->
        [one] column gives
       *[other] columns give
    } the answer away: { $names }. Such a column is filled in once the failure has happened. A model that reads it looks almost perfect here and knows nothing when it counts.
events-modes-text = So these columns serve only to see which failures are found and which are not:
events-mode = Kind of failure
events-failures = Failures
events-found = of these, found
events-compare-text = Average precision on rows the models had not seen; longer is better. The line shows the range that comes from having only so many failures. "Always the same" gives every row the same probability.
events-calibration-title = Can the probability be believed?
events-calibration-text = One dot per group of rows with a similar probability; on the dashed line it was exactly as probable as said. The line through a dot is its 90 % range: long where there are few rows.
events-said = probability that was said
events-happened = share that failed
events-important-title = What does the model look at?
events-important-text = How much average precision is lost when one input is shuffled among the rows; where two inputs say the same, each seems to matter less.
events-important-axis = lost average precision
