"""What a command answers."""

from typing import Any

ANSWERED, PROGRAM_FAILED, BAD_INPUT = 0, 1, 2
Output = tuple[int, str | dict[str, Any]]
"""Exit status, and what is printed: text for people, or an object for scripts."""
