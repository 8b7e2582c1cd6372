"""The kinds of rules: a file for each, and what their periods and methods are made of."""
