"""What the rules say: regions, references and dated rules, read from JSON, looked up by day."""
