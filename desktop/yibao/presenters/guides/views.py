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

    def again(self, before: "GuideView") -> "GuideView | None":
        """What stood in this panel for another place or status, as it is here.

        All of it, or the one item; None where the item is told of only there.
        """
        titles = [item.title for group in before.groups for item in group.items]
        if len(titles) != 1:
            return self
        here = ((group.title, item) for group in self.groups for item in group.items)
        return next((self.of_item(*pair) for pair in here if pair[1].title == titles[0]), None)
