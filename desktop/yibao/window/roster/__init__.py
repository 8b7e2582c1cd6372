"""Many people at once: a file of them is chosen, looked at, answered and saved."""
