"""`python -m yibao`: the window; with a command of the command line, that command."""

import sys

OF_THE_WINDOW = ("--demo", "--render")


def main() -> int:
    """Run what the arguments ask for; Qt is imported only for the window."""
    if len(sys.argv) > 1 and sys.argv[1] not in OF_THE_WINDOW:
        from yibao.cli import main as command  # noqa: PLC0415

        return command()
    from yibao.program.start import main as window  # noqa: PLC0415

    return window()


if __name__ == "__main__":
    sys.exit(main())
