"""How resources/policy/regions.json is made: sources, readings, names, zones."""
