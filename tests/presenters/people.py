"""Who sits before the counter in these tests, and on which day."""

from datetime import date
from decimal import Decimal

DAY = date(2025, 12, 20)
IN_WORK = {
    "region": "110105",
    "status": "in_service",
    "born": date(1970, 6, 1),
    "sex": "male",
    "base": Decimal(6000),
    "paid_months": 240,
}
