"""How it is said: every Chinese sentence that does not stand in resources/."""
