"""The same answers for many people: a file of them in, the file with the answers out.

Reading happens in a child process (`child`) with limits on memory; `supervision` starts it, hears
from it and ends it.
"""
