## The command line

missing-extra-short = (not installed: needs { $module })
missing-extra = "ai-studio { $command }" needs the Python package { $module }, which is not installed here.
    .remedy = Install the missing part: pip install "ai-studio[hub,lab]".
interrupted = Stopped.
