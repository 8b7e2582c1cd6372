"""What scripts read and write: arguments, JSON, and what is wrong with a policy file."""
