"""What is printed: the sheet, and the dialog that sends it to a printer or into a file."""
