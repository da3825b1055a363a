"""What a rule says when it stops something."""


class Regelbrott(Exception):
    """A rule of law or of the house stops the action. `str()` is a plain Swedish sentence for the user.

    `field` names the form field that it belongs to, or is empty when it is about the whole. `loggad`: the stop has a
    log row of its own already.
    """

    loggad = False

    def __init__(self, text: str, field: str = "") -> None:
        super().__init__(text)
        self.field = field
