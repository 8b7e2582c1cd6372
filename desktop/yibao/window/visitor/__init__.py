"""The window that the visitor looks at, on a screen of its own."""
