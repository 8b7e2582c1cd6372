"""Words of the field that a visitor does not know, each in one clause."""

from collections.abc import Iterable, Iterator, Mapping

EXPLAINED: Mapping[str, str] = {
    "大额": "大额医疗互助（也叫大额救助）：另外交的钱，医药费花得多时由它再报。",
    "长期护理": "长期护理保险：失能以后，请人照护的钱由它报一部分。",
    "缴费基数": "缴费基数：交医保时按它算钱的那个工资数。",
    "视同缴费": "视同缴费：没有交钱、但按规定也算年限的工龄。",
}


def explained(said: Iterable[str]) -> Iterator[str]:
    """What the words mean that are used."""
    text = "".join(said)
    yield from (meaning for word, meaning in EXPLAINED.items() if word in text)
