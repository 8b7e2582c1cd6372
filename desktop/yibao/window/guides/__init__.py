"""The guide panels: how it is done, step by step, for the place that was chosen."""
