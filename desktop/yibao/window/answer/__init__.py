"""What is shown and copied of an answer: its cards, its timeline, and a second place beside it."""
