"""The window as it first stands on the screen, before there is anything that answers."""
