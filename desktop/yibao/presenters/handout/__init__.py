"""What stands on the sheet that a visitor takes home."""
