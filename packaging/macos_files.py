"""What macOS wants to know of the program."""

import identity


def info_plist() -> dict[str, object]:
    """What stands in Info.plist besides what PyInstaller writes itself."""
    return {
        "CFBundleName": identity.NAME,
        "CFBundleDisplayName": identity.NAME,
        "CFBundleIdentifier": identity.ID,
        "CFBundleExecutable": identity.WINDOW,
        "CFBundleDevelopmentRegion": "zh_CN",
        "CFBundleShortVersionString": identity.VERSION,
        "CFBundleVersion": identity.VERSION,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
    }
