"""The same two figures for everybody in a file, vectorised; run in the environment of OpenFisca.

Reads a text table with age, sex and months paid, and writes it again with both figures.
"""

import csv
import sys

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_rules import PERIOD, system


def main() -> None:
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    age, sex, paid = (headings.index(name) for name in ("年龄", "性别", "累计缴费年限"))
    simulation = SimulationBuilder().build_default_simulation(system, count=len(rows))
    simulation.set_input("age", PERIOD, np.array([int(row[age] or 0) for row in rows]))
    simulation.set_input("is_male", PERIOD, np.array([row[sex] == "男" for row in rows]))
    months = np.array([_months(row[paid]) for row in rows])
    simulation.set_input("paid_months", PERIOD, months)
    credit = simulation.calculate("monthly_credit", PERIOD)
    missing = simulation.calculate("missing_months", PERIOD)
    with open(sys.argv[2], "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*headings, "每月到账", "还差月数"])
        writer.writerows(
            [*row, f"{a:.2f}", int(b)] for row, a, b in zip(rows, credit, missing, strict=True)
        )


def _months(text: str) -> int:
    years, _, months = text.partition("-")
    return int(years or 0) * 12 + int(months or 0)


if __name__ == "__main__":
    main()
