"""医保窗口助手 (Yibao Counter): what reaches a medical-insurance account, and why."""

__version__ = "0.1.0"
