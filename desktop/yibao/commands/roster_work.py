"""The child process of a roster, with the store and the one way to write a file."""

from functools import partial

from yibao.commands.stores import whole_store
from yibao.roster import child
from yibao.system.files import fill_file
from yibao.system.limits import limit_memory
from yibao.system.processes import end_in_order


def main() -> int:
    """Be the child; returns the exit status."""
    end_in_order()
    return child.main(limit_memory, whole_store, partial(fill_file, keep_before=False))
