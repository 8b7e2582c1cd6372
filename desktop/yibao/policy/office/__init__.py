"""An office's own rules: their file, what is done to them, and their exchange."""
