## Die Kommandozeile

missing-extra-short = (nicht installiert: braucht { $module })
missing-extra = „ai-studio { $command }“ braucht das Python-Paket { $module }, das hier nicht installiert ist.
    .remedy = Installieren Sie den fehlenden Teil: pip install "ai-studio[hub,lab]".
interrupted = Abgebrochen.
