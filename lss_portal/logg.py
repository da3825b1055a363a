"""Masking of process logs: no log line contains a personnummer, whatever went wrong."""

import logging
import re

# Six or eight digits that can be a birth date (a samordningsnummer adds 60 to the day), maybe a separator, four digits.
NUMMER = re.compile(
    r"(?<!\d)(?:1[89]|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:[-+ ]|%2B|%20)?\d{4}(?!\d)"
)


class UtanNummer(logging.Formatter):
    """Format a line with its traceback as usual, but mask anything that looks like a personnummer."""

    def format(self, record: logging.LogRecord) -> str:
        """The masked line."""
        return NUMMER.sub("[nummer]", super().format(record))
