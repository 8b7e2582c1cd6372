"""The examples that travel with the rules, worked out again and held against the rules."""
