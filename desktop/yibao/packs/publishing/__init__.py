"""What whoever publishes packs does: keys, building, signing, rotating."""
