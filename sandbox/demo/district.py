"""The district as a whole. The same seed gives the same district everywhere: no clock, no order of hashes."""

from random import Random

from sandbox.demo.duties import leave_out, name_pairs, name_tutors
from sandbox.demo.places import CENTRE, MUNICIPALITY, REGION, SCHOOLS
from sandbox.demo.plan import District
from sandbox.demo.season import season, sign_ups
from sandbox.demo.staff import staff

SEED = 2026


def build_district(seed: int = SEED) -> District:
    rng = Random(seed)
    people = staff(rng)
    tutors = name_tutors(rng, people)
    pairs = name_pairs(people)
    codes = leave_out(rng, people)
    events = season()
    return District(
        region=REGION,
        centre=CENTRE,
        municipality=MUNICIPALITY,
        schools=SCHOOLS,
        people=tuple(people),
        tutors=tutors,
        pairs=pairs,
        events=events,
        sign_ups=sign_ups(rng, events, people),
        entry_codes=codes,
    )
