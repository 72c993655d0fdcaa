## The command line

missing-extra-short = (not installed: needs { $module })
missing-extra = "ai-studio { $command }" needs the Python package { $module }, which is not installed here.
    .remedy = Install the missing part: pip install "ai-studio[hub,lab]".
interrupted = Stopped.
stopped = The work was stopped before it was done; nothing was saved.
    .remedy = Start it again when you are ready.

usecases-title = Proof of concept
usecases-id = Name
usecases-minutes = Minutes
usecases-needs = Needs
usecases-data = Data
usecase-unknown = There is no proof of concept called "{ $name }".
    .remedy = Choose one of: { $known }.
usecase-broken = The description { $file } cannot be used: { $reason }.
    .remedy = Reinstall ai-studio, or correct the file.
usecase-no-run = "{ $name }" cannot be run from the command line.
    .remedy = Open its guide notebook instead.

new-written = Written: { $folder }
new-nothing = Everything was there already; nothing was changed.
new-kept = Kept, because it was there already: { $name }
new-target-not-folder = { $folder } is a file, not a folder.
    .remedy = Name a folder; it is created when it does not exist.
new-not-writable = Nothing can be written in { $folder } ({ $reason }).
    .remedy = Choose a folder you may write in.
notebooks-missing = The notebooks of "{ $name }" are not installed (looked in { $folder }).
    .remedy = Reinstall ai-studio, or run this from a complete source checkout.

run-written = The run folder is { $folder }
run-report = Report: { $file }
run-elapsed = { $elapsed } elapsed
run-remaining = about { $remaining } left
data-twice = "{ $name }" reads one data path, but { $count } were given.
    .remedy = Give --data once.
package-missing = The Python package { $module } is not installed here.
    .remedy = Install the missing part: pip install "ai-studio[lab]".

setting-form = "--set { $given }" has no equals sign.
    .remedy = Write it as key=value. Keys: { $keys }.
setting-twice = The setting { $key } was given twice.
    .remedy = Give it once.
setting-unknown = There is no setting called "{ $key }".
    .remedy = Choose one of: { $keys }.
setting-wrong = The setting { $key } cannot be "{ $value }".
    .remedy = Permitted: { $permitted }.
permitted-whole = a whole number from { $low } to { $high }
permitted-number = a number from { $low } to { $high }
permitted-truth = true or false
permitted-text = text

## Run folders

run-folder-none = { $folder } is not a run folder.
    .remedy = Name the folder that "ai-studio run" wrote; it holds a run.json.
run-folder-damaged = The run folder { $folder } is damaged: run.json or metrics.json cannot be read.
    .remedy = Run it again into another folder.
run-folder-version = The run folder { $folder } was written by another version of AI Studio (format { $found }).
    .remedy = Use the version that wrote it, or run it again.
run-file-damaged = The file { $file } of the run folder cannot be read.
    .remedy = Run it again into another folder.
out-not-run = { $folder } holds other files and is not a run folder, so nothing is written there.
    .remedy = Name an empty or a new folder with --out.
out-not-folder = { $folder } is a file, not a folder.
    .remedy = Name an empty or a new folder with --out.
out-not-writable = Nothing can be written in { $folder }.
    .remedy = Choose another folder with --out.

out-busy = Another process is working on the run folder { $folder }.
    .remedy = Wait for it, or name another folder with --out.
out-failed = The run folder { $folder } could not be written: { $reason }.
    .remedy = Check free space and rights there, or choose another folder with --out.

## Reading files

file-missing = The file { $file } is not in { $folder }.
    .remedy = Check the name and the folder.
file-unreadable = The file { $file } cannot be read: { $reason }.
    .remedy = Check its access rights.
file-too-large = The file { $file } holds more than { $megabytes } MB.
    .remedy = Save it as Parquet, which takes a fraction of the space, or give a smaller table: fewer units, or fewer readings per cycle.
file-empty = The file { $file } has no rows.
    .remedy = Give a file with data.
file-not-text = The file { $file } is not a text table: row { $row } cannot be read as UTF-8.
    .remedy = Save it as plain text in UTF-8, or compress that with gzip.
file-not-gzip = The file { $file } ends in .gz but is not compressed with gzip.
    .remedy = Remove the ending .gz if it is plain text, or get the file again.
file-damaged = The file { $file } is damaged and cannot be read to its end.
    .remedy = Get the file again.
row-width = { $file }, row { $row }: { NUMBER($found) } columns where { NUMBER($expected) } are expected ({ $names }).
    .remedy = Correct the row, or check that this is the right file.
cell-not-number = { $file }, row { $row }, column { $column }: "{ $value }" is not a number.
    .remedy = Write a number with a decimal point there, or remove the row.
cell-not-whole = { $file }, row { $row }, column { $column }: "{ $value }" is not a whole number from 0 up.
    .remedy = Write a whole number there, or remove the row.
cell-empty = { $file }, row { $row }, column { $column }: there is no value.
    .remedy = Fill in the value, or remove the row.
column-missing = { $file } has no column "{ $column }" (found: { $found }).
    .remedy = Add the column, or rename the one that holds it.
cycle-twice = { $file }, row { $row }, column cycle: cycle { $cycle } of unit { $unit } is there twice.
    .remedy = Remove one of the two rows.
cell-too-long = { $file }, row { $row }: a cell holds more than a table's cell can; a quotation mark is probably missing.
    .remedy = Close the quotation mark in that row, or remove it.
column-twice = { $file } has two columns called "{ $column }".
    .remedy = Give each column a name of its own in the first row.
header-missing = { $file } begins with numbers ({ $first }) where the names of the columns should stand.
    .remedy = Put the columns' names into the first row.
too-many-columns = { $file } has { NUMBER($columns) } columns; tables of up to { NUMBER($most) } are read.
    .remedy = Keep the columns for unit, time, sensors and settings, and check that it is the right file.
table-too-large = { $file } holds { NUMBER($rows) } rows of { NUMBER($columns) } columns, more than fits into memory here.
    .remedy = Keep the columns you need, or average the readings over each cycle.
file-not-table = { $file } is not a table that can be read here.
    .remedy = Save it as CSV in UTF-8, as Parquet or as an Excel workbook (endings: { $kinds }).
excel-old = { $file } is a workbook in the format of Excel before 2007.
    .remedy = Save it in Excel as .xlsx, or as CSV.
decimal-mixed = { $file }, row { $row }, column { $column }: "{ $value }" has another decimal sign than the numbers before it.
    .remedy = Write all numbers of the table with the same decimal sign, a point or a comma.
decimal-unclear = { $file }, row { $row }, column { $column }: "{ $value }" can be read in two ways, with a decimal comma or with a thousands separator.
    .remedy = Write the numbers with a decimal point and without thousands separators.
note-encoding = The file is not written in UTF-8; it was read as { $encoding }.
note-separator = Columns are separated by { $separator }.
note-decimal-comma = Numbers were read with a decimal comma.
note-sheet = The workbook has { $count } sheets; the first, "{ $sheet }", was read.
column-two-parts = { $file }: the column "{ $column }" was given two parts.
    .remedy = Name each column once among unit, time, end, target, sensors and settings.
no-sensors = { $file } has no column of numbers left that could be a sensor (found: { $found }).
    .remedy = Name the sensors with --set sensors=first,second and check that they hold numbers.
table-unclear = It cannot be seen what the columns of { $file } mean (found: { $found }).
    .remedy = For histories of units name --set unit=… and --set time=…; for a table of events name the column that says whether it failed, --set target=….
note-guessed-unit = The column "{ $column }" was taken for the unit.
note-guessed-time = The column "{ $column }" was taken for the time.
note-guessed-end = The column "{ $column }" was taken for the reason why a history ends.
note-guessed-target = The column "{ $column }" was taken for what is to be predicted.
note-left-out = { $count } { $count ->
        [one] column measures nothing (a text, a counter or empty) and is
       *[other] columns measure nothing (texts, counters or empty) and are
    } left out: { $names }.
column-not-number = { $file }: the column { $column } holds texts, not numbers.
    .remedy = Leave it out of the sensors and settings, or write numbers there.
time-unclear = { $file }, row { $row }, column { $column }: "{ $value }" is neither a number nor a date.
    .remedy = Write whole cycles there, or dates as 2024-12-31 14:00.
date-unclear = { $file }, row { $row }, column { $column }: "{ $value }" can be read in two ways, day first or month first.
    .remedy = Write dates as 2024-12-31.
life-leak = { $file }: the column { $column } follows the remaining life itself. Nobody has it while the unit still runs, so a model with it would only seem to be good.
    .remedy = Leave it out of the sensors.
note-time-step = The time in "{ $column }" has fractions; a cycle is { $step } of its units, the usual distance between two rows.
note-dates = The dates in "{ $column }" are counted in { $step ->
        [second] seconds
        [minute] minutes
        [ten] steps of ten minutes
        [hour] hours
        [week] weeks
       *[day] days
    } from each unit's first row.
note-all-failed = No column says why a history ends, so all { $units } units count as run to failure. Where that is not so, add such a column.
note-empty-sensors = { $count } { $count ->
        [one] column is empty in more than half of the rows and is
       *[other] columns are empty in more than half of the rows and are
    } left out: { $names }.
note-filled = { $cells } empty { $cells ->
        [one] cell was
       *[other] cells were
    } filled with the unit's last reading before it (at its beginning, the first one after it).
note-life-leak = { $count } { $count ->
        [one] column follows the remaining life itself, which nobody has while the unit still runs; it is
       *[other] columns follow the remaining life itself, which nobody has while the unit still runs; they are
    } left out: { $names }.

## Report, model card, data sheet

report-title = Report
report-language = Language
report-made-with = Made with AI Studio { $version }. This file holds everything it shows and asks no other host for anything.
report-how = How this came about
report-table = The same as a table
report-record-started = Started
report-record-duration = Duration
report-record-seed = Seed
report-record-device = Computed on
report-record-data = Data
report-record-fingerprint = Fingerprint of the data
report-record-configuration = Settings
report-record-packages = Versions
seconds = { NUMBER($value, maximumFractionDigits: 1) } s

card-title = Model card: { $title }
card-purpose = Purpose
card-method = Method
card-data = Data
card-figures = Figures
card-limits = Limits
card-oversight = People decide
card-provenance = Provenance
sheet-title = Data sheet: { $title }
sheet-origin = Origin
sheet-content = Content
sheet-quality = Check report
sheet-channels = Channels
sheet-rights = Rights and citation
sheet-fingerprint = Fingerprint
figure-name = Figure
figure-value = Value
channel-name = Name
channel-unit = Unit
channel-meaning = Meaning
