"""What is to be paid: a month, a year, and for the months that are missing."""
