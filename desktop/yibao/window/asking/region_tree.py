"""All regions to browse: province, prefecture, county."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from yibao.policy.places.regions import Region, RegionTable
from yibao.policy.terms import NATION
from yibao.window.kit.escape import Escape
from yibao.window.kit.look import em
from yibao.window.kit.telling import show

CODE = Qt.ItemDataRole.UserRole


class RegionTree(QWidget):
    """A tree whose branches are made when they are opened, and a button for a whole branch."""

    picked = Signal(str)
    """A region was settled on, by its code."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, regions: RegionTable, prefix: str) -> None:
        super().__init__()
        self._regions = regions
        self._tree = QTreeWidget()
        self._tree.setObjectName(f"{prefix}Tree")
        self._tree.setAccessibleName("按省市县查找")
        self._tree.setHeaderHidden(True)
        self._tree.setExpandsOnDoubleClick(False)
        self._branch = QPushButton()
        self._branch.setObjectName(f"{prefix}BranchButton")
        self._branch.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.3))
        layout.addWidget(self._tree)
        layout.addWidget(self._branch)
        Escape(self._tree, self.left.emit)
        self._tree.itemExpanded.connect(self._fill)
        self._tree.itemClicked.connect(self._open_or_pick)
        self._tree.itemActivated.connect(self._pick)
        self._tree.currentItemChanged.connect(self._offer_branch)
        self._branch.clicked.connect(self._pick_current)

    def start(self) -> None:
        """Make the first level, unless it is there, and go to it."""
        if self._tree.topLevelItemCount() == 0:
            self._tree.addTopLevelItems(self._items(NATION))
        self._tree.setFocus()

    def _fill(self, item: QTreeWidgetItem) -> None:
        if item.childCount() == 0:
            item.addChildren(self._items(item.data(0, CODE)))

    def _items(self, area: str) -> list[QTreeWidgetItem]:
        return [self._item(region) for region in self._regions.children(area)]

    def _item(self, region: Region) -> QTreeWidgetItem:
        item = QTreeWidgetItem([region.name])
        item.setData(0, CODE, region.code)
        if self._regions.children(region.code):
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _open_or_pick(self, item: QTreeWidgetItem) -> None:
        """A click opens or shuts a branch, and picks what has nothing below it."""
        if self._regions.children(item.data(0, CODE)):
            item.setExpanded(not item.isExpanded())
        else:
            self._pick(item)

    def _offer_branch(self, item: QTreeWidgetItem | None) -> None:
        branch = item is not None and bool(self._regions.children(item.data(0, CODE)))
        show(self._branch, branch)
        if item is not None:
            self._branch.setText(f"就选{item.text(0)}")

    def _pick_current(self) -> None:
        if item := self._tree.currentItem():
            self._pick(item)

    def _pick(self, item: QTreeWidgetItem) -> None:
        self.picked.emit(item.data(0, CODE))
