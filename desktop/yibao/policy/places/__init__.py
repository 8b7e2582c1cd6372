"""The divisions of the mainland, and how one of them is found."""
