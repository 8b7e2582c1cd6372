"""医保窗口助手 (Yibao Counter): what reaches a medical-insurance account, and why."""

__version__ = "0.1.0"

APPLICATION_ID = "io.github.yibaocounter.yibao"
"""The program's name among all programs of a machine: desktop entry, bundle, mutex, registry."""
