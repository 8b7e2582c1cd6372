"""What Windows and Inno Setup want to know of the program."""

import identity

NUMBERS = tuple(int(part) for part in identity.FOUR_PART_VERSION.split("."))
VERSION_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("080404b0", [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
  ],
)
"""
"""0804 is Chinese (mainland), 04b0 (1200) Unicode."""
SETUP_DEFINES = {
    "Id": identity.ID,
    "AppName": identity.NAME,
    "LatinName": identity.LATIN_NAME,
    "Version": identity.VERSION,
    "FourPartVersion": identity.FOUR_PART_VERSION,
    "Publisher": identity.PUBLISHER,
    "Homepage": identity.HOMEPAGE,
    "Package": identity.PACKAGE,
    "Window": identity.WINDOW,
}


def version_resource() -> str:
    """Write the version resource of the executables in PyInstaller's form; returns its path."""
    strings = {
        "CompanyName": identity.PUBLISHER,
        "FileDescription": identity.NAME,
        "FileVersion": identity.FOUR_PART_VERSION,
        "ProductName": identity.NAME,
        "ProductVersion": identity.VERSION,
    }
    pairs = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    target = identity.ROOT / "build" / "version_resource.txt"
    target.parent.mkdir(exist_ok=True)
    text = VERSION_RESOURCE.format(numbers=NUMBERS, strings=pairs)
    target.write_text(text, encoding="utf-8")
    return str(target)


def setup_arguments() -> list[str]:
    """What the setup script is compiled with: `ISCC /DId=… packaging/windows/yibao.iss`."""
    return [f"/D{name}={value}" for name, value in SETUP_DEFINES.items()]
