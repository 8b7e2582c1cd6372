"""A row of a roster: what is written behind it, and what is said where nothing can be."""
