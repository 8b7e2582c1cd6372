"""How the guide panels are put together, searched and copied."""
