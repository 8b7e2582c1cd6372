"""QR codes as patterns of dark and light, of addresses of official sites and nothing else."""

Modules = tuple[tuple[bool, ...], ...]
"""Row by row, true for dark; without the quiet zone around it."""


def qr_modules(text: str) -> Modules:
    """The code of a text, with enough redundancy for a worn print."""
    import segno  # noqa: PLC0415 - slow to import, and few visits need it

    code = segno.make_qr(text, error="m")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
