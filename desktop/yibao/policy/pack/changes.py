"""What a pack changes in a store: rule by rule, and under the rules of an office."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from yibao.policy.loading.checks import cited
from yibao.policy.references import Reference
from yibao.policy.rules.kinds import Rule
from yibao.policy.store import PolicyStore

ChangeKind = Literal["added", "changed", "gone"]


class RuleChange(Struct, frozen=True):
    """One subject of which the stores do not say the same."""

    kind: ChangeKind
    rule: Rule
    """As it will be; where it is gone, as it was."""
    before: Rule | None
    after: Rule | None


def changes(before: PolicyStore, after: PolicyStore) -> tuple[RuleChange, ...]:
    """Every rule that is added, changed or gone, the places in their order."""
    found = [
        change
        for about in before.subjects.keys() | after.subjects.keys()
        if (change := _change(before, after, about))
    ]
    return tuple(sorted(found, key=lambda c: (c.rule.area, c.rule.id)))


def resting_on(
    office: Iterable[Rule], before: PolicyStore, after: PolicyStore
) -> Iterator[tuple[Rule, Rule | None, Rule | None]]:
    """An office's rules under which something else will lie, with what lay and will lie there.

    The stores are those without the office's rules.
    """
    for rule in office:
        was, becomes = _under(rule, before), _under(rule, after)
        if _plain(was, before) != _plain(becomes, after):
            yield rule, was, becomes


def _change(
    before: PolicyStore, after: PolicyStore, about: tuple[str, str, str]
) -> RuleChange | None:
    was, becomes = before.subjects.get(about), after.subjects.get(about)
    if was is None and becomes is not None:
        return RuleChange("added", becomes, None, becomes)
    if was is not None and becomes is None:
        return RuleChange("gone", was, was, None)
    if was and becomes and _plain(was, before) != _plain(becomes, after):
        return RuleChange("changed", becomes, was, becomes)
    return None


def _under(rule: Rule, store: PolicyStore) -> Rule | None:
    return next(store.around(type(rule), rule.area, (rule.whom,)), None)


def _plain(rule: Rule | None, store: PolicyStore) -> object:
    """What a rule says and by which sources, whatever it is called."""
    if rule is None:
        return None
    return rule.periods, _sources(rule, store.references)


def _sources(rule: Rule, held: Mapping[str, Reference]) -> list[Reference]:
    return [held[id_] for period in rule.periods for _, ids in cited(period) for id_ in ids]
