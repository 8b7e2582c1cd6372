"""The left side's parts: where the visitor is insured, and who they are."""
