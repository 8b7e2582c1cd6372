"""The field's own vocabulary, as the rule files spell it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

AREA = "^([0-9]{6}|[0-9]{2}0000-direct)$"
PLACE = "^([0-9]{6}([0-9]{3})?|[0-9]{6}(-[a-z]+)+)$"
AMOUNT = r"^(?!0(\.0{1,2})?$)(0|[1-9][0-9]{0,6})(\.[0-9]{1,2})?$"
PERCENTAGE = r"^(?!0(\.0{1,4})?%$)(0|[1-9][0-9]?)(\.[0-9]{1,4})?%$"
IDENTIFIER = "^[a-z0-9]+(-[a-z0-9]+)*$"
SOME_TEXT = r"\S"

AreaCode = Annotated[str, Meta(pattern=AREA)]
"""GB/T 2260 code of an area; `000000` is the nation, `NN0000-direct` the province itself (省直)."""

PlaceCode = Annotated[str, Meta(pattern=PLACE)]
"""Code of any place that can be chosen: of an area, or of a zone or a town inside one. Those of
the statisticians are kept (`320576`, `441900121`); where there is none, a name stands behind the
code of the area (`130600-xiongan`)."""

NATION = "000000"
DIRECT = "-direct"

Amount = Annotated[str, Meta(pattern=r"^(?!0(\.0{1,2})?$)(0|[1-9][0-9]{0,6})(\.[0-9]{1,2})?$")]
"""Yuan, as text, more than nothing: "97", "158.20"."""

Percentage = Annotated[str, Meta(pattern=r"^(?!0(\.0{1,4})?%$)(0|[1-9][0-9]?)(\.[0-9]{1,4})?%$")]
"""A share of something, as text, more than nothing: "2.8%"."""

Identifier = Annotated[str, Meta(pattern=IDENTIFIER)]
"""Name of a record inside the store: small letters, digits and hyphens."""

Text = Annotated[str, Meta(pattern=SOME_TEXT)]
"""Words for people; at least one."""

InsuranceStatus = Literal[
    "retired",
    "retired_flexible",
    "retired_pooled_only",
    "retirement_pending",
    "in_service",
    "flexible",
    "paying_pooled_only",
    "resident",
]
"""Whom a rule is for.

- `retired`: 退休, in the full plan (统账结合)
- `retired_flexible`: retired from flexible employment, where a rule treats them apart
- `retired_pooled_only`: retired in the pooled-only plan (单建统筹)
- `retirement_pending`: of age, the procedure not completed
- `in_service`: 在职
- `flexible`: 灵活就业, still paying
- `paying_pooled_only`: in service or flexible, pooled-only plan
- `resident`: 城乡居民
"""

Plan = Literal["full", "pooled_only"]
"""统账结合, or 单建统筹."""
RetiredFrom = Literal["employer", "institution", "enterprise", "flexible"]
"""From what somebody retired: `institution` (机关事业单位) and `enterprise` (企业) are employers of
which it is known which kind they are."""

Status = Literal["retired", "in_service", "flexible", "resident"]
"""What a clerk asks first: 退休, 在职, 灵活就业 or 城乡居民."""

SourceLevel = Literal["official_text", "official_media", "published", "office"]
"""How far a source may be trusted: the document itself read · a state agency, or a copy of an
authority's own answer · an article that reports it · entered by an office."""

Layer = Literal["embedded", "pack", "office"]
"""Where a rule comes from; a later layer replaces whole periods of an earlier one."""


class PolicyRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of everything that is read from a policy file: unchangeable, no unknown field."""
