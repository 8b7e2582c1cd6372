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


def year_before(day: date) -> date:
    """The same day a year earlier; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)
