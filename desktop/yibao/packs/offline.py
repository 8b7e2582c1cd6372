"""TUF's client without the network that it would bring along.

It imports its own fetcher even where it is given another. In its place stands a name, so that
neither urllib3 nor ssl is loaded, or needed in the packages. Without cryptography it would import
all the same, and find every signature wrong: here that is an ImportError.
"""

import sys
from types import ModuleType

import cryptography

_NETWORK = "tuf.ngclient.urllib3_fetcher"
_nothing = ModuleType(_NETWORK)
_nothing.Urllib3Fetcher = type("Urllib3Fetcher", (), {})  # pyright: ignore[reportAttributeAccessIssue]
sys.modules[_NETWORK] = _nothing

from tuf.ngclient.config import UpdaterConfig  # noqa: E402
from tuf.ngclient.fetcher import FetcherInterface  # noqa: E402
from tuf.ngclient.updater import Updater  # noqa: E402

__all__ = ["FetcherInterface", "Updater", "UpdaterConfig", "cryptography"]
