"""The window as a frozen program."""

import sys

from yibao.program.start import main

sys.exit(main())
