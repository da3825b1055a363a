"""The exception that a rule raises when it stops an action."""


class Regelbrott(Exception):
    """A rule, legal or local, stops the action. `str()` is a plain Swedish sentence for the user.

    `field` names the form field that must be changed, or is empty when no single field is wrong. `loggad`: the stop
    already has its own log row.
    """

    loggad = False

    def __init__(self, text: str, field: str = "") -> None:
        super().__init__(text)
        self.field = field
