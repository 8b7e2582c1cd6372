"""What the account gets, in words: how much, when, on what conditions."""
