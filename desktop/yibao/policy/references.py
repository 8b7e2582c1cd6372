"""Where a rule was read."""

from datetime import date

from yibao.policy.terms import Identifier, PolicyRecord, SourceLevel, Text


class Reference(PolicyRecord, frozen=True):
    """One document, answer or article that a period of a rule rests on."""

    id: Identifier
    title: Text
    issuer: Text
    """Issuing authority, or the site that published it."""
    level: SourceLevel
    issued_on: date | None
    """Day of issue, or null where only a month, a year or nothing is known."""
    issued_about: Text | None = None
    """What is known of the date where the day is not: "2025 年 10 月"."""
    number: Text | None = None
    """Document number (发文字号)."""
    link: Text | None = None
