"""What stands in the sheets that are opened over the window."""
