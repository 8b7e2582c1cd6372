"""How a rule makes the amount of an account credit."""

from typing import Annotated, Literal

from msgspec import Meta, field

from yibao.policy.terms import Amount, Percentage, PolicyRecord

AREA_OR_POOLING = "^([0-9]{6}|[0-9]{2}0000-direct|pooling_area)$"


class PlausibleRange(PolicyRecord, frozen=True):
    """Between which a figure must lie that somebody types; outside it is only questioned."""

    low: Amount
    high: Amount


class AveragePension(PolicyRecord, frozen=True, tag="average_pension", tag_field="type"):
    """The average monthly basic pension of an area in a base year, in yuan a month."""

    area: Annotated[str, Meta(pattern=AREA_OR_POOLING)]
    """An area's code, or `pooling_area`: that of the insured person, whichever it is."""
    base_year: int | Literal["reform_year"] | None
    """The year; the year of the area's reform; or null where the source names none."""
    people: Literal["everyone", "own_group", "institution", "enterprise"] = "everyone"
    """Whose average: everybody's together, or that of the retired of institutions (机关事业单位)
    or of enterprises, to which those from flexible employment belong; `own_group`: that of the two
    to which the person belongs."""
    plausible: PlausibleRange | None = None


class OwnPension(PolicyRecord, frozen=True, tag="own_pension", tag_field="type"):
    """The person's own basic pension, in yuan a month."""


class ContributionBase(PolicyRecord, frozen=True, tag="contribution_base", tag_field="type"):
    """The person's own contribution base (缴费基数), in yuan a month."""


ShareBasis = AveragePension | OwnPension | ContributionBase


class AgeRange(PolicyRecord, frozen=True):
    """Completed years of age, from (included) to (not included; null: no upper end)."""

    from_age: Annotated[int, Meta(ge=0, le=130)] = field(name="from")
    to_age: Annotated[int, Meta(ge=1, le=130)] | None = field(name="to")


class AmountBand(AgeRange, frozen=True):
    """An amount for an age."""

    amount: Amount


class RateBand(AgeRange, frozen=True):
    """A share for an age."""

    rate: Percentage


AmountBands = Annotated[tuple[AmountBand, ...], Meta(min_length=2)]
RateBands = Annotated[tuple[RateBand, ...], Meta(min_length=2)]


class FixedAmount(PolicyRecord, frozen=True, tag="amount", tag_field="type"):
    """The same amount for everyone, in yuan a credit."""

    amount: Amount


class AmountByAge(PolicyRecord, frozen=True, tag="amount_by_age", tag_field="type"):
    """An amount for each age, in yuan a credit."""

    bands: AmountBands


class Share(PolicyRecord, frozen=True, tag="share", tag_field="type"):
    """A share of something."""

    of: ShareBasis
    rate: Percentage


class ShareRange(PolicyRecord, frozen=True, tag="share_range", tag_field="type"):
    """A share that the source gives only as "from … to …": the answer stays a range."""

    of: ShareBasis
    low: Percentage
    high: Percentage


class ShareByAge(PolicyRecord, frozen=True, tag="share_by_age", tag_field="type"):
    """A share of something, another one for each age."""

    of: ShareBasis
    bands: RateBands


class IndividualAmount(PolicyRecord, frozen=True, tag="individual", tag_field="type"):
    """Each person keeps an amount of their own: it cannot be computed, and the answer says so."""


class AmountUnknown(PolicyRecord, frozen=True, tag="amount_unknown", tag_field="type"):
    """A sum is laid down, and it is not held: nothing is computed, and the answer says so."""


class NoAccount(PolicyRecord, frozen=True, tag="no_account", tag_field="type"):
    """Nothing is credited to these people."""


CreditMethod = (
    FixedAmount
    | AmountByAge
    | Share
    | ShareRange
    | ShareByAge
    | IndividualAmount
    | AmountUnknown
    | NoAccount
)
