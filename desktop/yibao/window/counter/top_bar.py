"""The bar on top: what belongs to the program and not to one visitor."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from yibao.presenters.notices import TITLE
from yibao.window.counter.undo import Undo
from yibao.window.kit.choice import Choice
from yibao.window.kit.icons import Icons, put_icon
from yibao.window.kit.labels import with_key
from yibao.window.kit.look import TEXT_SIZES, em, say_as

NARROW = 44
"""With less than so many characters of width, what only names things makes room."""
SHORT = 30
"""With less than that, what only reminds does so, too."""
NARROWEST = 24
NEXT = "下一位"


class TopBar(QWidget):
    """Title, text size, and the buttons that are always there."""

    def __init__(self, text_size: str, icons: Icons) -> None:
        super().__init__()
        self._title = QLabel(TITLE)
        say_as(self._title, "title")
        self.text_size = _text_size_choice(text_size)
        self._size_label = QLabel(with_key("文字大小", "W"))
        say_as(self._size_label, "quiet")
        self._size_label.setBuddy(self.text_size)
        self._menu_button = _button("菜单", "H", "menuButton")
        self.menu = QMenu(self._menu_button)
        self._menu_button.setMenu(self.menu)
        self.visitor_view = _button("客屏", "M", "visitorViewButton")
        self.visitor_view.setCheckable(True)
        self.undo = Undo()
        self.next = QPushButton()
        self.next.setObjectName("nextVisitorButton")
        say_as(self.next, "primary")
        self._put_icons(icons)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what only names things where there is too little room for everything."""
        wide = event.size().width() >= em(self, NARROW)
        self._title.setVisible(wide)
        self._size_label.setVisible(wide)
        short = event.size().width() < em(self, SHORT)
        self.next.setText(NEXT if short else f"{NEXT} (Esc)")
        self._menu_button.setIcon(QIcon() if short else self._menu_icon)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """What is needed in the shortest form, so that the window can become narrow at all."""
        return QSize(em(self, NARROWEST), super().minimumSizeHint().height())

    def _put_icons(self, icons: Icons) -> None:
        pictures = {
            self._menu_button: "menu",
            self.visitor_view: "monitor",
            self.undo: "undo-2",
        }
        for button, name in pictures.items():
            put_icon(button, icons, name, QPalette.ColorRole.ButtonText)
        self._menu_icon = self._menu_button.icon()
        put_icon(self.next, icons, "user-round-plus", QPalette.ColorRole.BrightText)

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(em(self, 0.5))
        bar.addWidget(self._title)
        bar.addStretch(1)
        for widget in (
            self._size_label,
            self.text_size,
            self._menu_button,
            self.visitor_view,
            self.undo,
            self.next,
        ):
            bar.addWidget(widget)


def _button(text: str, key: str, name: str) -> QPushButton:
    button = QPushButton(with_key(text, key))
    button.setObjectName(name)
    button.setAccessibleName(text)
    return button


def _text_size_choice(chosen: str) -> Choice:
    choice = Choice({size: name for size, (name, _) in TEXT_SIZES.items()})
    choice.setObjectName("textSizeChoice")
    choice.setAccessibleName("文字大小")
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
    choice.setCurrentIndex(choice.findData(chosen))
    return choice
