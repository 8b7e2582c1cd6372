"""What one person gets: pure functions of a store, an inquiry and a day."""
