"""The whole of what a clerk works at: two sides, the bar over them, and what ends a visit."""
