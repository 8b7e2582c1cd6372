"""The left side: where the visitor is insured, and who they are."""

from PySide6.QtWidgets import QFrame

from yibao.policy.places.region_search import RegionSearch
from yibao.policy.places.regions import RegionTable
from yibao.presenters.notices import WHICH_PLACE, WHICH_PLACE_AGAIN
from yibao.window.asking.inquiry_form import InquiryForm
from yibao.window.asking.region_picker import RegionPicker
from yibao.window.kit.arranged import Column
from yibao.window.kit.look import em
from yibao.window.kit.scrolling_column import ScrollingColumn

WIDTH = 20
"""Least width, in characters."""


class AskingSide(ScrollingColumn):
    """The region and the form, in the order of a conversation."""

    def __init__(self, regions: RegionTable, search: RegionSearch) -> None:
        self.picker = RegionPicker(regions, search, which=(WHICH_PLACE, WHICH_PLACE_AGAIN))
        self.form = InquiryForm()
        super().__init__("参保地区和来访者")
        margin = em(self, 0.7)
        card = Column(em(self, 0.5), (margin, margin, margin, margin))
        card.setProperty("role", "card")
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        card.add(self.picker, rule, self.form)
        self.hold(card)
        self.setMinimumWidth(em(self, WIDTH))
