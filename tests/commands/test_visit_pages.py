"""The visits that a trainer reads are those that the program answers."""

from tests.commands.visit_pages import COMMAND, PAGES, renewed

VISITS = 12


def test_every_visit_stands_there_as_it_is_answered_today() -> None:
    pages = PAGES.read_text("utf-8")

    assert pages == renewed(pages), "print them anew: python -m tests.commands.visit_pages"


def test_each_visit_has_an_answer_and_a_picture() -> None:
    _, *visits = PAGES.read_text("utf-8").split("\n## ")

    assert len(visits) == VISITS
    for visit in visits:
        assert COMMAND.search(visit), visit[:20]
        name = visit.split("](visits/")[1].split(")")[0]
        assert (PAGES.parent / "visits" / name).is_file()
