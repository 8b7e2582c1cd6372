"""The colours of the program: one palette for light, for dark, and for those who need contrast."""

from typing import NamedTuple


class Colours(NamedTuple):
    """One palette; every text colour has at least 7:1 on `page`, `card` and `field`."""

    page: str
    card: str
    field: str
    border: str
    """Of what can be typed into or pressed: 3:1 at least."""
    line: str
    """Of what only divides."""
    text: str
    quiet: str
    hint: str
    """Of what stands in an empty field; as pale as can be read well."""
    accent: str
    on_accent: str
    selected: str
    warning: str
    warning_back: str
    error: str
    error_back: str


LIGHT = Colours(
    page="#eef2f5",
    card="#ffffff",
    field="#ffffff",
    border="#687682",
    line="#7e8c98",
    text="#15202b",
    quiet="#3b4854",
    hint="#4a5560",
    accent="#00506f",
    on_accent="#ffffff",
    selected="#d5e9f2",
    warning="#6b3a00",
    warning_back="#fff3dd",
    error="#8f1410",
    error_back="#fde9e7",
)
DARK = Colours(
    page="#10161b",
    card="#1a222a",
    field="#222c35",
    border="#84939f",
    line="#6d7b87",
    text="#eef3f6",
    quiet="#c0ccd5",
    hint="#b4c0c9",
    accent="#86cdf0",
    on_accent="#06202c",
    selected="#1d3847",
    warning="#ffd08a",
    warning_back="#35290f",
    error="#ffb1a8",
    error_back="#3a1a18",
)
HIGH_CONTRAST = Colours(
    page="#000000",
    card="#000000",
    field="#000000",
    border="#ffffff",
    line="#ffffff",
    text="#ffffff",
    quiet="#ffffff",
    hint="#e0e0e0",
    accent="#ffff00",
    on_accent="#000000",
    selected="#003a57",
    warning="#ffe600",
    warning_back="#000000",
    error="#ffb8b0",
    error_back="#3a0000",
)
PALETTES = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}
