"""The window as a frozen program."""

import sys

from yibao.start import main

sys.exit(main())
