"""Which day it is. Roles begin and end with the days of the place where they are held."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.database import zone_of_service
from services.people import rules


def today(session: AsyncSession, now: datetime) -> date:
    """The day in the time zone of the service."""
    return now.astimezone(zone_of_service(session)).date()


def day_there(session: AsyncSession, unit_zone: str | None, now: datetime) -> date:
    """The day in a unit, whose own zone (IANA name) may be None."""
    return rules.day_there(unit_zone, zone_of_service(session), now)


def since_now(session: AsyncSession, unit_zone: str | None, now: datetime) -> date:
    """The day from which a role holds that is given this moment, and before which one ends that is taken.

    The earlier of both days: whoever asks, in the unit's zone or in that of the service, finds it so at once.
    """
    return min(today(session, now), day_there(session, unit_zone, now))
