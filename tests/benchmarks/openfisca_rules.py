"""The two rules of Beijing written for OpenFisca; run in an environment of its own.

Prints the seconds that loading took, and those for both answers with their trace.
"""

import sys
from time import perf_counter

start = perf_counter()

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

SINCE = "2022-01-01"
PERIOD = "2026-01"
PEOPLE = {
    "retired": {"age": {PERIOD: 71}},
    "in_service": {"is_male": {PERIOD: True}, "paid_months": {PERIOD: 246}},
}
PARAMETERS = {
    "credit": {
        "below_70": {"values": {SINCE: 100}},
        "from_70": {"values": {SINCE: 110}},
        "mutual_aid": {"values": {SINCE: 3}},
    },
    "required_months": {"men": {"values": {SINCE: 300}}, "women": {"values": {SINCE: 240}}},
}
Person = build_entity("person", "persons", "A person", is_person=True)


class age(Variable):
    value_type, entity, definition_period, label = int, Person, MONTH, "Completed years"


class is_male(Variable):
    value_type, entity, definition_period, label = bool, Person, MONTH, "Whether a man"


class paid_months(Variable):
    value_type, entity, definition_period, label = int, Person, MONTH, "Months paid"


class monthly_credit(Variable):
    value_type, entity, definition_period, label = float, Person, MONTH, "Credit a month"

    def formula(person, period, parameters):
        rule = parameters(period).credit
        amount = np.where(person("age", period) < 70, rule.below_70, rule.from_70)
        return amount - rule.mutual_aid


class missing_months(Variable):
    value_type, entity, definition_period, label = int, Person, MONTH, "Months still to be paid"

    def formula(person, period, parameters):
        rule = parameters(period).required_months
        required = np.where(person("is_male", period), rule.men, rule.women)
        return np.maximum(required - person("paid_months", period), 0)


system = TaxBenefitSystem([Person])
system.add_variables(age, is_male, paid_months, monthly_credit, missing_months)
system.parameters = ParameterNode("", data=PARAMETERS)


def answer() -> tuple[float, float]:
    """The credit of the retired one, and the months that the other must still pay."""
    simulation = SimulationBuilder().build_from_entities(system, {"persons": PEOPLE})
    simulation.trace = True
    credit = simulation.calculate("monthly_credit", PERIOD)
    missing = simulation.calculate("missing_months", PERIOD)
    return credit[0], missing[1]


def main() -> None:
    assert answer() == (107, 54)
    loaded = perf_counter() - start
    times = int(sys.argv[1])
    begun = perf_counter()
    for _ in range(times):
        answer()
    print(loaded, (perf_counter() - begun) / times)


if __name__ == "__main__":
    main()
