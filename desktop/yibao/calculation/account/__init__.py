"""What reaches the personal account: the rule applied, what comes off, what changes."""
