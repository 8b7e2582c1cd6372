"""Signed updates from a stick, by The Update Framework; imported only when one is at hand.

Nothing here knows the machine or Qt, and nothing reaches a network.
"""
