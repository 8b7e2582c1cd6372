"""The commands of the command line, a file for each: what it is told, and what it answers."""
