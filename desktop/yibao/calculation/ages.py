"""Ages in completed years, and the days on which they are reached."""

from datetime import date


def completed_years(born: date, on: date) -> int:
    """Completed years of age on a day; a birth on 29 February counts from 1 March elsewhere."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def reaches(born: date, age: int) -> date:
    """The day on which somebody completes so many years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
