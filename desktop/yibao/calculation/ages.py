"""Ages in completed years, and the days on which they are reached."""

from datetime import date, timedelta


def completed_years(born: date, on: date) -> int:
    """Completed years of age on a day; a birth on 29 February counts from 1 March elsewhere."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def reaches(born: date, age: int) -> date:
    """The day on which somebody completes so many years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def days_of_birth(first: date, last: date, age: int, on: date) -> tuple[date, date] | None:
    """Of the days from first to last, those of somebody of that age on a day, if there are any."""
    between = (first + timedelta(days=n) for n in range((last - first).days + 1))
    days = [day for day in between if completed_years(day, on) == age]
    return (days[0], days[-1]) if days else None


def month_end(day: date) -> date:
    """The last day of the month in which a day lies."""
    if day.month == 12:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)
