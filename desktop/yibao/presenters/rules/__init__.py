"""How a rule is said, whatever it is about."""
