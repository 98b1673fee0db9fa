"""What the fields of one questionnaire must say together. Each check yields (path, hint)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from services.questionnaires import conditions
from services.questionnaires.items import (
    AnyItem,
    ChoiceItem,
    MultiItem,
    NumberItem,
    ScaleItem,
    SingleItem,
    TextItem,
)
from services.questionnaires.model import Questionnaire, Tone

Finding = tuple[str, str]
_TONES: tuple[Tone, ...] = ("alarm", "watch", "good", "best")


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Everything that is wrong with this questionnaire by itself."""
    yield from _ids(questionnaire)
    yield from _areas(questionnaire)
    yield from _scale(questionnaire)
    yield from _items(questionnaire)
    yield from _show_if(questionnaire)
    yield from _levels(questionnaire)
    yield from _rules(questionnaire)
    yield from _recommendations(questionnaire)


def total_points(questionnaire: Questionnaire) -> int:
    """The most that a test can bring: a point for each right answer."""
    return len(scored_items(questionnaire))


def scored_items(questionnaire: Questionnaire) -> tuple[AnyItem, ...]:
    scored = {area.id for area in questionnaire.scored_areas}
    return tuple(item for item in questionnaire.items if item.counts and item.area in scored)


def _ids(questionnaire: Questionnaire) -> Iterator[Finding]:
    named: tuple[tuple[str, Iterable[str]], ...] = (
        ("areas", (area.id for area in questionnaire.areas)),
        ("items", (item.id for item in questionnaire.items)),
        ("thresholds.levels", (level.id for level in questionnaire.thresholds.levels)),
        ("thresholds.attention_rules", (rule.id for rule in questionnaire.thresholds.attention_rules)),
        ("next_steps", (step.action for step in questionnaire.next_steps)),
        ("milestones", (milestone.action for milestone in questionnaire.milestones)),
    )
    for path, ids in named:
        for repeated in (name for name, times in Counter(ids).items() if times > 1):
            yield f"{path}.{repeated}", "this id is used twice: ids must differ, and may never change later"


def _areas(questionnaire: Questionnaire) -> Iterator[Finding]:
    used = {item.area for item in questionnaire.items}
    for area in questionnaire.areas:
        if area.enabled and area.id not in used:
            yield f"areas.{area.id}", "has no items: add some, or write `enabled: false`"
    with_score = {item.area for item in scored_items(questionnaire)}
    for area in questionnaire.scored_areas:
        if area.id in used and area.id not in with_score:
            yield f"areas.{area.id}", "none of its items is scored: write `scored: false`"


def _scale(questionnaire: Questionnaire) -> Iterator[Finding]:
    scale = questionnaire.scale
    if scale.min >= scale.max:
        yield "scale.max", f"must be above scale.min ({scale.min})"
        return
    values = range(scale.min, scale.max + 1)
    asked = any(isinstance(item, ScaleItem) for item in questionnaire.items)
    if (asked or scale.labels) and list(scale.labels) != list(values):
        yield "scale.labels", f"must word every value from {scale.min} to {scale.max}, in order"
    if scale.evidence is not None:
        for value in set(scale.evidence.required_for) - set(values):
            yield "scale.evidence.required_for", f"{value} is not a value of the scale"


def _items(questionnaire: Questionnaire) -> Iterator[Finding]:
    areas = {area.id for area in questionnaire.areas}
    values = set(range(questionnaire.scale.min, questionnaire.scale.max + 1))
    for item in questionnaire.items:
        path = f"items.{item.id}"
        if item.area not in areas:
            yield f"{path}.area", f"there is no area {item.area!r}: choose one of {', '.join(sorted(areas))}"
        if item.level is not None and item.level not in questionnaire.audience.levels:
            yield f"{path}.level", f"there is no level {item.level!r} in audience.levels"
        if item.stage is not None and item.stage not in questionnaire.cycle_stages:
            yield f"{path}.stage", f"there is no stage {item.stage!r} in cycle_stages"
        if item.kim is not None and questionnaire.kim_reference is None:
            yield (
                f"{path}.kim",
                "says a task number, but kim_reference (the year of the exam model) is missing",
            )
        if isinstance(item, ScaleItem) and item.labels and set(item.labels) != values:
            yield f"{path}.labels", "must word every value of the scale"
        if isinstance(item, NumberItem) and item.min >= item.max:
            yield f"{path}.max", "must be above min"
        if isinstance(item, ChoiceItem | MultiItem | SingleItem):
            yield from _options(item, path)


def _options(item: ChoiceItem | MultiItem | SingleItem, path: str) -> Iterator[Finding]:
    ids = [option.id for option in item.options]
    for repeated in (name for name, times in Counter(ids).items() if times > 1):
        yield f"{path}.options.{repeated}", "this id is used twice"
    for option in item.options:
        if (option.button is None) is (option.text is None):
            yield f"{path}.options.{option.id}", "needs either `button` or `text`"
    if isinstance(item, SingleItem) and item.answer not in ids:
        yield f"{path}.answer", f"there is no option {item.answer!r}"
    if isinstance(item, MultiItem) and (item.max_choices or 0) > len(ids):
        yield f"{path}.max_choices", "is more than there are options"


def _show_if(questionnaire: Questionnaire) -> Iterator[Finding]:
    earlier: dict[str, AnyItem] = {}
    for item in questionnaire.items:
        if item.show_if is not None:
            path = f"items.{item.id}.show_if"
            try:
                condition = conditions.parse(item.show_if)
            except ValueError as error:
                yield path, str(error)
            else:
                if condition.kind == "area":
                    yield path, "may ask only for an item: levels are known when all is answered"
                elif condition.subject not in earlier:
                    yield path, f"{condition.subject!r} is not an earlier item"
                else:
                    yield from _comparison(questionnaire, condition, earlier[condition.subject], path)
        earlier[item.id] = item


def _comparison(
    questionnaire: Questionnaire, condition: conditions.Condition, item: AnyItem, path: str
) -> Iterator[Finding]:
    """Whether the sign and the values can go with the item at all."""
    if isinstance(item, TextItem):
        yield path, f"{item.id!r} is free text: it cannot be compared"
        return
    if (condition.operator is conditions.Operator.INCLUDES) is not isinstance(item, MultiItem):
        yield path, "`includes` goes with items of type multi, and only with them"
    if condition.operator in conditions.ORDERING and not isinstance(item, ScaleItem | NumberItem):
        yield path, f"{condition.operator} goes with numbers, and {item.id!r} has options"
    for operand in condition.operands:
        if not _possible(questionnaire, item, operand):
            yield path, f"{item.id!r} can never be {operand}"


def _possible(questionnaire: Questionnaire, item: AnyItem, operand: conditions.Operand) -> bool:
    if isinstance(item, ChoiceItem | MultiItem | SingleItem):
        return operand in {option.id for option in item.options}
    if isinstance(item, NumberItem):
        return isinstance(operand, int) and item.min <= operand <= item.max
    scale = questionnaire.scale
    return isinstance(operand, int) and scale.min <= operand <= scale.max


def _levels(questionnaire: Questionnaire) -> Iterator[Finding]:
    thresholds, path = questionnaire.thresholds, "thresholds.levels"
    scale = questionnaire.scale
    first, last = {
        "percent_of_max_per_area": (0, 100),
        "last_value": (scale.min, scale.max),
        "points_total": (0, total_points(questionnaire)),
    }[thresholds.basis]
    expected = first
    for level in thresholds.levels:
        if level.from_ != expected:
            wrong = "overlaps the level before" if level.from_ < expected else "leaves a gap"
            yield (
                f"{path}.{level.id}.from",
                f"{wrong}: must be {expected} (levels go upwards from {first} to {last})",
            )
        if level.to < level.from_:
            yield f"{path}.{level.id}.to", "must not be below `from`"
        expected = level.to + 1
    if expected != last + 1:
        yield f"{path}.{thresholds.levels[-1].id}.to", f"must be {last}: the levels cover {first} to {last}"
    tones = [_TONES.index(level.tone) for level in thresholds.levels]
    need = scale.direction == "higher_is_need"
    if tones != sorted(tones, reverse=need):
        yield path, "`tone` must follow the scale: the higher, the " + ("more alarming" if need else "better")
    if need and thresholds.levels[-1].tone in ("good", "best"):
        yield f"{path}.{thresholds.levels[-1].id}.tone", "a high need is never shown as good"


def _rules(questionnaire: Questionnaire) -> Iterator[Finding]:
    thresholds = questionnaire.thresholds
    values = range(questionnaire.scale.min, questionnaire.scale.max + 1)
    if thresholds.critical_items is not None and thresholds.critical_items.equals not in values:
        yield "thresholds.critical_items.equals", "is not a value of the scale"
    if thresholds.stage_rule is not None:
        for stage in set(thresholds.stage_rule.stages) - set(questionnaire.cycle_stages):
            yield "thresholds.stage_rule.stages", f"there is no stage {stage!r} in cycle_stages"
        if thresholds.stage_rule.equals not in values:
            yield "thresholds.stage_rule.equals", "is not a value of the scale"
    levels = {level.id for level in thresholds.levels}
    areas = {area.id for area in questionnaire.scored_areas}
    items = {item.id: item for item in questionnaire.items}
    for rule in thresholds.attention_rules:
        path = f"thresholds.attention_rules.{rule.id}.when"
        try:
            condition = conditions.parse(rule.when)
        except ValueError as error:
            yield path, str(error)
            continue
        if condition.kind == "item" and condition.subject in items:
            yield from _comparison(questionnaire, condition, items[condition.subject], path)
        elif condition.kind == "area" and condition.subject in areas:
            yield from ((path, f"there is no level {word!r}") for word in condition.operands if word not in levels)
        else:
            yield path, f"there is no {condition.kind} {condition.subject!r}"


def _recommendations(questionnaire: Questionnaire) -> Iterator[Finding]:
    thresholds = questionnaire.thresholds
    wanted = {level.id for level in thresholds.levels}
    if thresholds.basis == "points_total":
        wanted = {thresholds.area_rule.level} if thresholds.area_rule else set()
    areas = {area.id for area in questionnaire.scored_areas}
    every = {area.id for area in questionnaire.areas if area.scored}
    for area in sorted(set(questionnaire.recommendations) - every):
        yield f"recommendations.{area}", "there is no scored area with this id"
    for area in sorted(areas):
        given = set(questionnaire.recommendations.get(area, {}))
        for level in sorted(wanted - given):
            yield (
                f"recommendations.{area}.{level}",
                "is missing: every scored area needs a text for every level",
            )
        for level in sorted(given - wanted):
            yield f"recommendations.{area}.{level}", f"there is no level {level!r}"
