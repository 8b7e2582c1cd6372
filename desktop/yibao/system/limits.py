"""Limits that a process sets itself, so that a hostile file ends it and nothing else."""

import sys

MEMORY = 1536 * 1024 * 1024
"""Bytes; a million rows of a usual list fit."""


def limit_memory() -> None:
    """Let no more memory be had than `MEMORY`."""
    if sys.platform == "win32":
        _by_job_object()
    else:
        _by_resource()


if sys.platform == "win32":

    def _by_job_object() -> None:
        """Put this process into a job that ends it beyond the limit."""
        import ctypes  # noqa: PLC0415 - there on Windows alone
        from ctypes import wintypes  # noqa: PLC0415

        class Limits(ctypes.Structure):
            """JOBOBJECT_EXTENDED_LIMIT_INFORMATION"""

            _fields_ = (
                ("per_process_user_time", wintypes.LARGE_INTEGER),
                ("per_job_user_time", wintypes.LARGE_INTEGER),
                ("flags", wintypes.DWORD),
                ("minimum_working_set", ctypes.c_size_t),
                ("maximum_working_set", ctypes.c_size_t),
                ("active_processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority", wintypes.DWORD),
                ("scheduling", wintypes.DWORD),
                ("io_counters", ctypes.c_ulonglong * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            )

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        process_memory, extended_limits = 0x100, 9
        limits = Limits(flags=process_memory, process_memory=MEMORY)
        job = kernel.CreateJobObjectW(None, None)
        kernel.SetInformationJobObject(
            job, extended_limits, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:

    def _by_resource() -> None:
        """Limit the address space, and leave no core file."""
        import resource  # noqa: PLC0415 - not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        allowed = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))
