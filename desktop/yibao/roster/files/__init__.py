"""Files of rows, whatever their kind: read with a sentence for what is wrong, and written."""
