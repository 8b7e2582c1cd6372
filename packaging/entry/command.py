"""The command line as a frozen program."""

import sys

from yibao.cli import main

sys.exit(main())
