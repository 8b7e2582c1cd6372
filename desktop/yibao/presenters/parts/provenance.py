"""Where an answer comes from: the rule, its period, its sources, and what weakens them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from yibao.calculation.trace import Step
from yibao.policy.references import Reference
from yibao.policy.rules.periods import Moves, Period
from yibao.policy.store import PolicyStore, RuleInForce
from yibao.policy.terms import NATION, Layer
from yibao.presenters import formats, words
from yibao.presenters.parts import step_text
from yibao.presenters.parts.views import AnswerView, SourceView, StepView
from yibao.presenters.rules.lasting import confirmed, lasting, sighting

GOOD_FOR: Mapping[Moves, str] = {"yearly": "12 个月", "seldom": "3 年", "never": ""}
"""How long a confirmation is good for."""


def basis(store: PolicyStore, area: str, period: Period, layer: Layer) -> str:
    """Whose rule it is, of which kind its sources are, when it was confirmed, from which layer."""
    owner = "全国的原则" if area == NATION else f"{store.regions.full_name(area)}的规定"
    cited = store.cited(period.references)
    levels = "、".join(dict.fromkeys(words.LEVELS[r.level] for r in cited))
    return " · ".join([f"按{owner}", levels, confirmed(period, cited), layer_text(store, layer)])


def layer_text(store: PolicyStore, layer: Layer) -> str:
    """From where a rule comes; of a pack also by whom and when it was issued."""
    if layer != "pack" or store.pack is None:
        return words.LAYERS[layer]
    return f"{words.LAYERS[layer]}：{store.pack.issuer} {formats.day(store.pack.issued_on)}发布"


def office_notices(
    store: PolicyStore, held: RuleInForce[Period], replaced: AnswerView | None
) -> Iterator[str]:
    """Of an answer by a rule that the office keeps: by what source, and what stood there before."""
    yield from kept_by_office(store, held)
    if held.layer == "office" and replaced:
        yield f"{words.beneath(store)}的规定算出来是：{replaced.headline}。"


def kept_by_office(store: PolicyStore, held: RuleInForce[Period] | None) -> Iterator[str]:
    """Of a rule that the office keeps: for whom, and by what source."""
    if held is None or held.layer != "office":
        return
    cited = store.cited(held.period.references)
    sources = "；".join(f"{r.title}（{r.issuer}，{words.issued(r)}）" for r in cited)
    kept = words.KEPT_IN[held.kept_in or "site"]
    yield f"本单位维护（{kept}）：{sources}，{confirmed(held.period, cited)}。"


def rule_facts(
    store: PolicyStore, area: str, group: str | None, period: Period, layer: Layer
) -> Iterator[str]:
    """For whom and since when a rule holds, and how it was read."""
    people = f"，{words.GROUPS[group]}" if group else ""
    yield f"适用：{store.regions.full_name(area)}{people}"
    yield f"执行时间：{lasting(period)}"
    yield f"{confirmed(period, store.cited(period.references))}（{layer_text(store, layer)}）"
    if period.note:
        yield period.note


def weaknesses(
    held: RuleInForce[Period],
    references: Sequence[Reference],
    on: date,
    *,
    stale: bool,
    contested: bool,
) -> Iterator[str]:
    """What must be said of how far an answer may be trusted."""
    period = held.period
    if held.base_changed:
        yield words.BASE_CHANGED
    if period.provisional:
        yield "这是先发的数，说好以后要补差，最后的数没有收录。"
    seen = sighting(period, references)
    if stale and seen is None:
        yield "不知道这条规定是什么时候核对的。"
    elif stale:
        yield f"超过 {GOOD_FOR[period.moves]}没有再核对过。"
    if period.start_date is None and seen and period.confirmed_on and on < period.confirmed_on:
        yield f"来源没有写从哪一天起执行；要查的日子比核对的时间（{seen.when}）早。"
    if contested:
        yield "不同来源的说法不一样。"


def steps(done: Iterable[Step]) -> tuple[StepView, ...]:
    """The steps from which a reader learns something."""
    return tuple(
        StepView(step_text.title(step), step_text.text(step), step_text.impersonal(step))
        for step in done
        if step_text.tells_something(step)
    )


def sources(
    own: Iterable[Reference], otherwise: Iterable[Reference] = ()
) -> tuple[SourceView, ...]:
    """The sources of the rule, and after them those that say otherwise."""
    return (
        *(_source(reference, "") for reference in own),
        *(_source(reference, "另一种说法：") for reference in otherwise),
    )


def _source(reference: Reference, prefix: str) -> SourceView:
    details = [reference.issuer, words.issued(reference), words.LEVELS[reference.level]]
    if reference.number:
        details.insert(1, reference.number)
    return SourceView(prefix + reference.title, " · ".join(details))
