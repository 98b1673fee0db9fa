"""Who may ask for a tutor."""

from services.errors import ConsentNeeded
from services.people.views import PersonView
from services.requests.errors import NoSchoolKnown


def check_may_ask(person: PersonView) -> None:
    """Raises ConsentNeeded for somebody without a name, NoSchoolKnown where there is no queue to stand in."""
    if person.anonymous or not person.consented:
        raise ConsentNeeded()
    if person.municipality_id is None or person.unit_id is None:
        raise NoSchoolKnown()
