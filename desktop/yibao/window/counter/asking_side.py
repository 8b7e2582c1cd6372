"""The left side: where the visitor is insured, and who they are."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.presenters.notices import WHICH_PLACE, WHICH_PLACE_AGAIN
from yibao.window.asking.inquiry_form import InquiryForm
from yibao.window.asking.region_picker import RegionPicker
from yibao.window.kit.look import card, em
from yibao.window.kit.scrolling_column import ScrollingColumn

WIDTH = 20
"""Least width, in characters."""


class AskingSide(ScrollingColumn):
    """The region and the form, in the order of a conversation."""

    def __init__(self, regions: RegionTable, search: RegionSearch) -> None:
        self.picker = RegionPicker(regions, search, which=(WHICH_PLACE, WHICH_PLACE_AGAIN))
        self.form = InquiryForm()
        frame = card()
        super().__init__(frame, "参保地区和来访者")
        layout = QVBoxLayout(frame)
        margin = em(frame, 0.7)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(em(frame, 0.5))
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        for widget in (self.picker, rule, self.form):
            layout.addWidget(widget)
        layout.addStretch()
        self.setMinimumWidth(em(self, WIDTH))
