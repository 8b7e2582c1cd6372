"""QR codes of official sites."""

from yibao.presenters.handout.qr import qr_modules


def test_a_code_is_a_square_with_its_three_corners() -> None:
    modules = qr_modules("https://fuwu.nhsa.gov.cn")
    size = len(modules)

    assert all(len(row) == size for row in modules)
    ring = (True, False, True, True, True, False, True)
    assert modules[3][:7] == modules[3][-7:] == modules[-4][:7] == ring


def test_another_address_is_another_code() -> None:
    assert qr_modules("https://a.example") != qr_modules("https://b.example")
