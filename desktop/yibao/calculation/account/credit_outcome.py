"""What one rule on the account credit makes of an inquiry on a day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from yibao.calculation.account.credit import (
    CreditAmounts,
    Inputs,
    for_each_hundred,
    gross_credit,
    inputs_of,
    net_credit,
)
from yibao.calculation.account.credit_adjustment import adjusted
from yibao.calculation.account.credit_deductions import (
    Taken,
    inputs_taken,
    lapsed,
    sum_taken,
    taken_of_some,
    taken_on,
)
from yibao.calculation.account.published_average import published_average
from yibao.calculation.assessment import CreditOutcome, CreditUnderCondition
from yibao.calculation.inquiry import Inquiry
from yibao.calculation.quantities import Quantity, Span
from yibao.calculation.trace import PeriodOfRule, Trace
from yibao.policy.rules.credit_rules import CreditInput, CreditPeriod, CreditStatus, OtherCredit
from yibao.policy.rules.deductions import Deduction
from yibao.policy.rules.methods import (
    AmountByAge,
    AmountUnknown,
    CreditMethod,
    IndividualAmount,
    NoAccount,
    Share,
    ShareByAge,
    ShareRange,
)
from yibao.policy.store import CreditRuleInForce, PolicyStore

WITHOUT_AMOUNT: dict[type[CreditMethod], CreditStatus] = {
    IndividualAmount: "individual",
    AmountUnknown: "amount_unknown",
    NoAccount: "no_account",
}


def apply_rule(
    store: PolicyStore,
    in_force: CreditRuleInForce,
    other: OtherCredit | None,
    inquiry: Inquiry,
    on: date,
) -> CreditOutcome:
    """What a rule in force, or another source beside it, makes of an inquiry on a day.

    Of a rule that has run out, it tells what it gave on its last day.
    """
    if not in_force.ended or in_force.period.end_date is None:
        return _Application(store, in_force, other, inquiry, on).outcome()
    last = _Application(store, in_force, other, inquiry, in_force.period.end_date).outcome()
    return CreditOutcome(
        method=last.method,
        status="ended",
        last_known=last,
        missing=last.missing,
        uses=last.uses,
        references=last.references,
    )


class _Application:
    """One rule, one inquiry, one day."""

    def __init__(
        self,
        store: PolicyStore,
        in_force: CreditRuleInForce,
        other: OtherCredit | None,
        inquiry: Inquiry,
        on: date,
    ) -> None:
        self._store = store
        self._rule = in_force
        self._period: CreditPeriod = in_force.period
        self._stated = other or in_force.period
        self._method: CreditMethod = self._stated.method
        self._inquiry = inquiry
        self._on = on
        self._average = published_average(store, self._method, inquiry, on)
        self._inputs = self._known()

    def outcome(self) -> CreditOutcome:
        """How far the method can be carried out, and what it comes to."""
        references = self._store.cited(self._stated.references)
        status = WITHOUT_AMOUNT.get(type(self._method))
        if status:
            references += self._store.cited(self._period.notice_references)
            return CreditOutcome(method=self._method, status=status, references=references)
        if self._average:
            references += self._store.cited(self._average.references)
        always, sometimes = taken_on(self._period, self._on), taken_of_some(self._period, self._on)
        deducted = (id_ for d in (*always, *sometimes) for id_ in d.references)
        named = dict.fromkeys((*deducted, *self._period.notice_references))
        references += tuple(r for r in self._store.cited(named) if r not in references)
        needed = tuple(dict.fromkeys((*inputs_of(self._method), *inputs_taken(always))))
        uses = (*needed, *inputs_taken(sometimes))
        missing: tuple[CreditInput, ...] = tuple(name for name in needed if not self._inputs[name])
        if missing:
            trace = self._trace()
            hundred = None
            method = self._method
            if isinstance(method, Share | ShareRange | ShareByAge) and "average_pension" in missing:
                hundred = for_each_hundred(method, trace)
            return CreditOutcome(
                method=self._method,
                status="missing",
                missing=missing,
                for_each_hundred=hundred,
                steps=trace.steps,
                uses=uses,
                references=references,
            )
        computed = self._computed(always, sometimes)
        return msgspec.structs.replace(computed, uses=uses, references=references)

    def _computed(
        self, always: Sequence[Deduction], sometimes: Sequence[Deduction]
    ) -> CreditOutcome:
        trace = self._trace()
        gross = gross_credit(self._method, self._stated.rounding, self._inputs, trace)
        adjustment = self._period.adjustment
        less = adjusted(adjustment, gross, self._inquiry, trace) if adjustment else gross
        taken = tuple(sum_taken(d, self._method, self._inputs, trace) for d in always)
        reached = gross if less is None else less
        amounts = self._net(reached, taken, trace)
        differs = isinstance(self._method, ShareRange) or _is_range(amounts.per_year)
        return CreditOutcome(
            method=self._method,
            status="range" if differs else "exact",
            credited=self._period.credited,
            credited_in=self._period.credited_in,
            first_month=self._period.first_month,
            amounts=amounts,
            taken=taken,
            lapsed=lapsed(self._period, self._on),
            under_conditions=tuple(self._under(d, reached, taken) for d in sometimes),
            depends_on_birthday=differs and self._is_by_age and len(reached) == len(gross),
            adjustment_open=less is None,
            steps=trace.steps,
        )

    @property
    def _is_by_age(self) -> bool:
        """Whether the method makes a difference of the age."""
        return isinstance(self._method, AmountByAge | ShareByAge)

    def _under(
        self, deduction: Deduction, gross: Sequence[Quantity], taken: tuple[Taken, ...]
    ) -> CreditUnderCondition:
        """What is left for those who meet the condition of one more deduction."""
        names = inputs_taken((deduction,))
        missing: tuple[CreditInput, ...] = tuple(name for name in names if not self._inputs[name])
        if missing:
            return CreditUnderCondition(deduction, None, None, missing)
        trace = self._trace()
        more = sum_taken(deduction, self._method, self._inputs, trace)
        amounts = self._net(gross, (*taken, more), trace)
        return CreditUnderCondition(deduction, more, amounts, steps=trace.steps)

    def _net(
        self, gross: Sequence[Quantity], taken: Sequence[Taken], trace: Trace
    ) -> CreditAmounts:
        monthly = {t.deduction.name: t.amount for t in taken if t.deduction.taken == "monthly"}
        yearly = {t.deduction.name: t.amount for t in taken if t.deduction.taken == "yearly"}
        return net_credit(gross, self._period.credited, monthly, yearly, trace)

    def _trace(self) -> Trace:
        return Trace(PeriodOfRule(self._rule.rule.id, self._period.start_date))

    def _known(self) -> Inputs:
        published = Decimal(self._average.amount) if self._average else None
        retired_from = self._inquiry.retired_from
        return {
            "age": self._inquiry.ages_on(self._on),
            "average_pension": _if_known(self._inquiry.average_pension or published),
            "pension": _if_known(self._inquiry.pension),
            "base": _if_known(self._inquiry.base),
            "retired_from": () if retired_from == "employer" else (retired_from,),
        }


def _if_known(value: Decimal | None) -> tuple[Decimal, ...]:
    return () if value is None else (value,)


def _is_range(span: Span) -> bool:
    return span.low != span.high
