"""The machine: folders, files, settings, logging, crash reports, single instance, fonts."""
