"""A signed set of rules that goes over the program's own: its files, and what it changes."""
