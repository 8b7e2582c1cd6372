"""The policy desk: an office's own rules, seen, entered, ended, confirmed and exchanged."""
