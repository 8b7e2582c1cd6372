"""The computation as it is done, step by step: what is shown is what was computed."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from yibao.calculation.operations import OPERATIONS, Operation
from yibao.calculation.quantities import Quantity


class PeriodOfRule(Struct, frozen=True):
    """The period of a rule that a step takes its figures from."""

    rule_id: str
    start_date: date | None


class Step(Struct, frozen=True, gc=False):
    """One operation that was carried out."""

    operation: Operation
    operands: tuple[Quantity, ...]
    result: Quantity
    label: str
    """What the result is, by a key of the presenters, or a name out of the rule."""
    period: PeriodOfRule


class ReplayError(Exception):
    """A step that does not give its result again."""


class Trace:
    """Carries out operations and remembers them; the only place where numbers arise."""

    def __init__(self, period: PeriodOfRule) -> None:
        self._period = period
        self._steps: list[Step] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was carried out so far, in order."""
        return tuple(self._steps)

    def do(self, operation: Operation, *operands: Quantity, label: str) -> Quantity:
        """Carry out one operation and return its result."""
        result = OPERATIONS[operation](*operands)
        self._steps.append(Step(operation, operands, result, label, self._period))
        return result


def replay(steps: Sequence[Step]) -> tuple[Quantity, ...]:
    """Carry out every step again; raises ReplayError where a result differs."""
    results = tuple(OPERATIONS[step.operation](*step.operands) for step in steps)
    for step, result in zip(steps, results, strict=True):
        if result != step.result:
            raise ReplayError(f"{step.operation}: {result} ≠ {step.result}")
    return results
