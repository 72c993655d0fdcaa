## Where the data come from

origin-simulated = Simulated data: machine-tool spindles that exist only in this program (seed { $seed }). No real machine was measured.
origin-cmapss = NASA C-MAPSS, subset { $subset }: turbofan engines run to failure in NASA's engine simulator (Saxena, Goebel, Simon, Eklund, PHM 2008).
origin-own = Your own data.
rights-simulated = Part of AI Studio, BSD-3-Clause. The equations are in simulate.py.
rights-cmapss = Work of a US agency, distributed by the NASA Prognostics Center of Excellence. Please cite: A. Saxena, K. Goebel, D. Simon, N. Eklund, Damage Propagation Modeling for Aircraft Engine Run-to-Failure Simulation, International Conference on Prognostics and Health Management (PHM08), 2008.
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

## What can go wrong

subset-unknown = There is no C-MAPSS subset "{ $subset }".
    .remedy = Choose one of: { $permitted }.
folder-missing = { $folder } is not a folder.
    .remedy = Name the folder that holds train_FD001.txt, test_FD001.txt and RUL_FD001.txt (or the same with .gz).
cmapss-file-missing = The file { $file } (or { $file }.gz) is not in { $folder } (found: { $found }).
    .remedy = Put it there, or choose the subset you have with --set subset=FD001.
rul-count = { $file } has { $rows } rows, but { $test } holds { $units } units.
    .remedy = Give the two files that belong together: one row of RUL per test unit.
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
decision-cost = A cost must be above zero, and a lead time not below zero.
    .remedy = Correct the figure.
decision-threshold = The threshold must lie between 0 and { $largest } cycles.
    .remedy = Correct the figure.

## Stages of a run

stage-data = Reading the data
stage-features = Describing each cycle
stage-network = Training the networks
stage-trees = Growing the trees
stage-baselines = Computing the baselines
stage-judge = Judging
stage-write = Writing the run folder
