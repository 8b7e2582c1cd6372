"""The program as a process: from its start and the first paint of its window to its end."""
