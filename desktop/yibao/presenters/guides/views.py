"""What is shown of a guide panel."""

from msgspec import Struct


class ItemView(Struct, frozen=True):
    """One thing to explain."""

    title: str
    paragraphs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    """Label and text: where it is true, whom it is for, what to bring, which site."""
    cautions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Title, issuer, date and level of each."""
    reported: bool = False
    """Whether one of them is only a report."""


class GroupView(Struct, frozen=True):
    """Items under one heading."""

    title: str
    items: tuple[ItemView, ...]


class GuideView(Struct, frozen=True):
    """One panel."""

    id: str
    title: str
    groups: tuple[GroupView, ...]
    caution: str
    """What is said of the whole panel where a source of it is only a report."""
    short_title: str = ""
    """What it is called where there is little room."""

    def of_item(self, heading: str, item: ItemView) -> "GuideView":
        """The panel as far as it is about one of its items, which stands under a heading."""
        caution = self.caution if item.reported else ""
        return GuideView(self.id, self.title, (GroupView(heading, (item,)),), caution)
