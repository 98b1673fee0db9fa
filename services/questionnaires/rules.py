"""Scoring: pure decisions over a questionnaire and its answers (the rules are told in content/README.md)."""

from collections.abc import Sequence
from fractions import Fraction

from services.questionnaires import conditions
from services.questionnaires.answers import Answer, Skip, is_right
from services.questionnaires.items import AnyItem, ChoiceItem, MultiItem, NumericItem, ScaleItem, SingleItem
from services.questionnaires.model import AttentionRule, Questionnaire
from services.questionnaires.results import AreaChange, AreaScore, Deficit, FiredRule, Result
from services.questionnaires.walk import (
    Answers,
    Progress,
    item_after,
    next_item,
    options_in_order,
    position,
    previous_item,
    progress,
    visible_answers,
    visible_items,
)

__all__ = [
    "Answers",
    "Progress",
    "compare",
    "enough_answered",
    "item_after",
    "judged",
    "next_item",
    "options_in_order",
    "percent",
    "position",
    "previous_item",
    "progress",
    "score",
    "visible_answers",
    "visible_items",
]

MOST_DEFICITS = 3


def score(
    questionnaire: Questionnaire,
    answers: Answers,
    history: Sequence[Answers] = (),
    level: str | None = None,
) -> Result:
    """Scores one attempt. `history` holds earlier finished attempts, newest first, for rules that ask for
    several in a row; `level` is the organisation's own level, see `visible_items`."""
    seen = visible_answers(questionnaire, answers, level)
    shown = visible_items(questionnaire, answers, level)
    areas = tuple(_area(questionnaire, area.id, shown, seen) for area in questionnaire.scored_areas)
    scored_ids = {area.area_id for area in areas}
    scored = [item for item in shown if item.counts and item.area in scored_ids]
    points = overall = None
    if questionnaire.thresholds.basis == "points_total":
        points = sum(_is_right(questionnaire, item, seen.get(item.id)) for item in scored)
        overall = _level(questionnaire, points)
    return Result(
        questionnaire_id=questionnaire.id,
        version=questionnaire.version,
        direction=questionnaire.scale.direction,
        areas=areas,
        percent=percent(questionnaire, scored, seen),
        deficits=_deficits(questionnaire, areas),
        strengths=_strengths(questionnaire, areas),
        critical=_critical(questionnaire, shown, seen),
        wrong=tuple(
            item.id
            for item in scored
            if isinstance(item, NumericItem | SingleItem) and not is_right(questionnaire, item, seen.get(item.id))
        ),
        broken_cycle=_broken_cycle(questionnaire, shown, seen),
        flags=_flags(shown, seen),
        points=points,
        level_id=overall,
        attention=_attention(questionnaire, areas, seen, history, level),
    )


def percent(questionnaire: Questionnaire, items: Sequence[AnyItem], answers: Answers) -> int | None:
    """Σ w·(value − min) / Σ w·(max − min) × 100 over answered items, half up; None when none is answered."""
    lowest, width = questionnaire.scale.min, questionnaire.scale.max - questionnaire.scale.min
    reached = possible = Fraction(0)
    for item in items:
        value = _value(questionnaire, item, answers.get(item.id))
        if value is not None and isinstance(item, ScaleItem | NumericItem | SingleItem):
            reached += Fraction(item.weight) * (value - lowest)
            possible += Fraction(item.weight) * width
    return None if possible == 0 else int(reached / possible * 100 + Fraction(1, 2))


def enough_answered(questionnaire: Questionnaire, area: AreaScore) -> bool:
    """Whether a conclusion may be drawn of the area; if not, «too few answers» is all that is said of it."""
    return area.percent is not None and _share(area.answered, area.asked) >= _share_needed(questionnaire)


def judged(questionnaire: Questionnaire, result: Result) -> tuple[AreaScore, ...]:
    """The areas of which a conclusion may be drawn; where there is none, nothing may be said of the whole either."""
    return tuple(area for area in result.areas if enough_answered(questionnaire, area))


def compare(questionnaire: Questionnaire, earlier: Result, later: Result) -> tuple[AreaChange, ...] | None:
    """Area by area, in file order, where enough is answered in both. None when the two cannot be compared: another
    questionnaire, or another major version of it."""
    if earlier.questionnaire_id != later.questionnaire_id or _major(earlier) != _major(later):
        return None
    before = {area.area_id: area.percent for area in earlier.areas if enough_answered(questionnaire, area)}
    changes: list[AreaChange] = []
    for area in later.areas:
        old = before.get(area.area_id)
        if old is None or area.percent is None or not enough_answered(questionnaire, area):
            continue
        delta = area.percent - old
        better = None if delta == 0 else (delta > 0) is (later.direction == "higher_is_better")
        changes.append(AreaChange(area.area_id, old, area.percent, delta, better))
    return tuple(changes)


def _area(questionnaire: Questionnaire, area_id: str, shown: Sequence[AnyItem], answers: Answers) -> AreaScore:
    scored = [item for item in shown if item.area == area_id and item.counts]
    values = [_value(questionnaire, item, answers.get(item.id)) for item in scored]
    known = [value for value in values if value is not None]
    reached = percent(questionnaire, scored, answers)
    level_id = None
    if reached is not None and _share(len(known), len(scored)) >= _share_needed(questionnaire):
        match questionnaire.thresholds.basis:
            case "percent_of_max_per_area":
                level_id = _level(questionnaire, reached)
            case "last_value":
                level_id = _level(questionnaire, known[-1])
            case "points_total":
                rule = questionnaire.thresholds.area_rule
                level_id = rule.level if rule is not None and reached < rule.below else None
    right = None
    if questionnaire.thresholds.basis == "points_total":
        right = sum(_is_right(questionnaire, item, answers.get(item.id)) for item in scored)
    return AreaScore(area_id, reached, level_id, len(known), len(scored), right)


def _value(questionnaire: Questionnaire, item: AnyItem, answer: Answer | None) -> int | None:
    """The value that enters the score; None when the item is unanswered, or skipped and so left out."""
    scale = questionnaire.scale
    if answer is None:
        return None
    if isinstance(item, NumericItem | SingleItem) and not isinstance(answer, Skip):
        return scale.max if is_right(questionnaire, item, answer) else scale.min
    if isinstance(answer, int):
        return answer if scale.min <= answer <= scale.max else None
    return scale.min if scale.skip is not None and not scale.skip.excluded_from_score else None


def _is_right(questionnaire: Questionnaire, item: AnyItem, answer: Answer | None) -> bool:
    return isinstance(item, NumericItem | SingleItem) and is_right(questionnaire, item, answer)


def _level(questionnaire: Questionnaire, value: int) -> str | None:
    levels = questionnaire.thresholds.levels
    return next((level.id for level in levels if level.from_ <= value <= level.to), None)


def _deficits(questionnaire: Questionnaire, areas: Sequence[AreaScore]) -> tuple[Deficit, ...]:
    """At most three areas whose level is an alarm or a watch, or that failed a test: the lowest first, for
    needs the highest first, ties in file order."""
    found: list[Deficit] = []
    for area in areas:
        level = questionnaire.level(area.level_id)
        calm = level is not None and level.tone in ("good", "best")
        if area.percent is not None and area.level_id is not None and not calm:
            found.append(Deficit(area.area_id, area.percent, area.level_id))
    sign = -1 if questionnaire.scale.direction == "higher_is_need" else 1
    return tuple(sorted(found, key=lambda deficit: sign * deficit.percent)[:MOST_DEFICITS])


def _strengths(questionnaire: Questionnaire, areas: Sequence[AreaScore]) -> tuple[str, ...]:
    """Areas at a good level, the highest first, ties in file order. A low need is not called a strength."""
    if questionnaire.scale.direction == "higher_is_need":
        return ()
    tones = {level.id: level.tone for level in questionnaire.thresholds.levels}
    good = [area for area in areas if tones.get(area.level_id or "") in ("good", "best")]
    return tuple(area.area_id for area in sorted(good, key=lambda area: -(area.percent or 0)))


def _critical(questionnaire: Questionnaire, shown: Sequence[AnyItem], answers: Answers) -> tuple[str, ...]:
    rule = questionnaire.thresholds.critical_items
    if rule is None:
        return ()
    return tuple(item.id for item in shown if isinstance(item, ScaleItem) and answers.get(item.id) == rule.equals)


def _broken_cycle(questionnaire: Questionnaire, shown: Sequence[AnyItem], answers: Answers) -> tuple[str, ...]:
    """Areas where items of the named stages were answered, and none of them with the wanted value."""
    rule = questionnaire.thresholds.stage_rule
    if rule is None:
        return ()
    broken: list[str] = []
    for area in questionnaire.scored_areas:
        asked = [item.id for item in shown if item.area == area.id and item.stage in rule.stages]
        values = [answers[item_id] for item_id in asked if isinstance(answers.get(item_id), int)]
        if values and rule.equals not in values:
            broken.append(area.id)
    return tuple(broken)


def _flags(shown: Sequence[AnyItem], answers: Answers) -> tuple[str, ...]:
    flags: list[str] = []
    for item in shown:
        if isinstance(item, ChoiceItem | MultiItem):
            answer = answers.get(item.id)
            chosen = (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple | list) else ()
            flags += [option.flag for option in item.options if option.flag and option.id in chosen]
    return tuple(dict.fromkeys(flags))


def _attention(
    questionnaire: Questionnaire,
    areas: Sequence[AreaScore],
    answers: Answers,
    history: Sequence[Answers],
    level: str | None,
) -> tuple[FiredRule, ...]:
    rules = questionnaire.thresholds.attention_rules
    needed = max((rule.in_a_row for rule in rules), default=1) - 1
    rounds = [(answers, {area.area_id: area.level_id for area in areas})]
    for earlier in history[:needed]:
        seen, shown = (
            visible_answers(questionnaire, earlier, level),
            visible_items(questionnaire, earlier, level),
        )
        scored = (_area(questionnaire, area.id, shown, seen) for area in questionnaire.scored_areas)
        rounds.append((seen, {area.area_id: area.level_id for area in scored}))
    return tuple(FiredRule(rule.id, rule.action) for rule in rules if _fires(rule, rounds))


def _fires(rule: AttentionRule, rounds: Sequence[tuple[Answers, dict[str, str | None]]]) -> bool:
    condition = conditions.parse(rule.when)
    return len(rounds) >= rule.in_a_row and all(
        condition.subject in (answers if condition.kind == "item" else levels)
        and conditions.holds(condition, answers, levels)
        for answers, levels in rounds[: rule.in_a_row]
    )


def _share(answered: int, asked: int) -> Fraction:
    return Fraction(answered, asked) if asked else Fraction(0)


def _share_needed(questionnaire: Questionnaire) -> Fraction:
    return Fraction(questionnaire.thresholds.min_answered_share)


def _major(result: Result) -> str:
    return result.version.partition(".")[0]
