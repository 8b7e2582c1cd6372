"""The office's own rules: entered by a form, listed, previewed, exchanged, and their history."""
