"""Updates on a stick: what a pack is, what it changes, and why one is not taken."""
