from services.errors import ServiceError


class WrongCode(ServiceError):
    """No such code, or one that was used or has expired. Field: `left`, how many tries remain this hour."""

    code = "entry-wrong-code"


class TooManyCodes(ServiceError):
    """Six digits must not be guessed: an account waits after too many misses. Field: `until`."""

    code = "entry-too-many-codes"


class AlreadyEntered(ServiceError):
    """The account belongs to a known person already."""

    code = "entry-already"


class NotSixDigits(ServiceError):
    """No code at all: nothing was tried, so nothing is counted."""

    code = "entry-not-six-digits"


class CodeUsed(ServiceError):
    """The code was good when it was typed; since then somebody else has entered with it, or it was replaced."""

    code = "entry-code-used"


class NameUnclear(ServiceError):
    """Not a surname with a given name."""

    code = "people-name-unclear"


class SurnameMissing(NameUnclear):
    """A given name and a patronymic, the way one is spoken to."""

    code = "people-surname-missing"


class AlreadyConnected(ServiceError):
    """A code for somebody who is in the bot already would let another person read her results."""

    code = "staff-already-connected"


class CorrectsHerself(ServiceError):
    """Once she has entered, what is written about her is hers alone to correct."""

    code = "staff-corrects-herself"


class LastAdministrator(ServiceError):
    """Without her nobody could appoint anybody there."""

    code = "staff-last-administrator"


class NotInASchool(ServiceError):
    """A deputy head is one of a school."""

    code = "staff-not-in-a-school"


class AdministratorThere(ServiceError):
    """Somebody else was the first administrator a moment ago."""

    code = "entry-administrator-there"
