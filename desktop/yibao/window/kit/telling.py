"""Parts that say themselves when they need another height, and what hears of it."""

from PySide6.QtWidgets import QWidget


class Telling:
    """A widget that tells its holder of every change, so that nobody has to ask it again."""


class Holder:
    """A widget that remembers how high its parts are."""

    def forget(self, part: QWidget) -> None:
        """A part is hidden now, or shown, or may need another height."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Give the parts their places, if anything has changed."""
        raise NotImplementedError


def show(part: QWidget, shown: bool) -> None:
    """Show or hide a part that does not tell by itself."""
    if part.isHidden() == shown:
        part.setVisible(shown)
        tell(part)


def tell(part: QWidget) -> bool:
    """Have the nearest holder around a part forget it; returns whether there is one."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, Holder):
        part, around = around, around.parentWidget()
    if isinstance(around, Holder):
        around.forget(part)
        return True
    return False
