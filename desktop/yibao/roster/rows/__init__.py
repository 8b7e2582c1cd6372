"""What a row says: its columns, its cells, the person, and the answer it shares with others."""
