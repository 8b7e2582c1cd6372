"""How an answer is said: to the clerk, to the visitor, beside another place, step by step."""
