"""A result in plain lines: what is strong, what may grow, what needs attention, and what has changed."""

from collections.abc import Iterable, Sequence

from dialogs.diagnostics.amounts import area_amount, whole_amount
from dialogs.diagnostics.attention import critical_label
from locales import Safe, Words
from services.diagnostics.views import ResultView
from services.questionnaires.results import AreaScore, Result
from services.questionnaires.rules import enough_answered, judged

MOST_STRENGTHS = 2
EVEN = 15
"""Areas that lie closer together than this, in percentage points, are level."""


def result_lines(words: Words, view: ResultView, *, own: bool = True) -> list[Safe]:
    """Paragraphs, the weightiest first. To others (`own` false) no question and no answer is told, only areas."""
    if not judged(view.questionnaire, view.result):
        return [_head(words, view), words.html("diagnostics-result-nothing")]
    need = view.result.direction == "higher_is_need"
    parts = [Safe("\n".join([_head(words, view), *_whole(words, view, need), *_was(words, view)]))]
    if view.is_test:
        parts += [*_sides(words, view), _wrong(words, view)]
    elif need:
        parts.append(_growth(words, view, "need"))
    else:
        parts += _sides(words, view)
        parts += [_attention(words, view)] if own else []
    return [*parts, *_cycle(words, view), *_few(words, view, own), *([] if own else _changes(words, view))]


def _head(words: Words, view: ResultView) -> Safe:
    return words.html("diagnostics-result-head", title=view.questionnaire.short_title, at=view.at)


def _whole(words: Words, view: ResultView, need: bool) -> list[Safe]:
    result = view.result
    amount = whole_amount(words, result)
    if result.points is not None:
        level = view.questionnaire.level(result.level_id)
        return [words.html("diagnostics-result-points", amount=amount, level=level.label if level else "")]
    if result.percent is None:
        return []
    return [words.html("diagnostics-result-whole-need" if need else "diagnostics-result-whole", amount=amount)]


def _sides(words: Words, view: ResultView) -> list[Safe]:
    """What is strong and what may grow. One area alone is neither: there is nothing to set it against."""
    known = judged(view.questionnaire, view.result)
    if len(known) > 1 or len(view.result.areas) == 1:
        return [_strong(words, view, known), _growth(words, view, "growth")]
    level = view.questionnaire.level(known[0].level_id)
    areas = _areas(words, view, [known[0].area_id])
    return [words.html("diagnostics-result-one", areas=areas, level=level.label if level else "")]


def _strong(words: Words, view: ResultView, known_areas: Sequence[AreaScore]) -> Safe:
    """In a test a topic without a mistake is a strong side. Where all is low, no side is called strong."""
    strong: Iterable[str] = view.result.strengths
    if view.is_test:
        strong = (area.area_id for area in view.result.areas if area.percent == 100)
    chosen, state = list(strong)[:MOST_STRENGTHS], "strong"
    if not chosen:
        known = {area.area_id: area.percent for area in known_areas if area.percent is not None}
        even = max(known.values()) - min(known.values()) < EVEN
        low = all(_is_low(view, area) for area in known_areas)
        chosen = [] if even else [max(known, key=lambda one: known[one])]
        state = ("low" if even else "low_near") if low else "even" if even else "near"
    return words.html(
        "diagnostics-result-strong",
        state=state,
        areas=_areas(words, view, chosen),
        every=len(known_areas) == len(view.result.areas),
    )


def _is_low(view: ResultView, area: AreaScore) -> bool:
    """At an alarming level; in a test, where topics have no such level, without one right answer."""
    level = view.questionnaire.level(area.level_id)
    return area.percent == 0 if level is None else level.tone == "alarm"


def _growth(words: Words, view: ResultView, kind: str) -> Safe:
    titles = _areas(words, view, [deficit.area_id for deficit in view.result.deficits])
    key = "diagnostics-result-need" if kind == "need" else "diagnostics-result-growth"
    return words.html(key, any=bool(titles), areas=titles)


def _attention(words: Words, view: ResultView) -> Safe:
    """How many, in the words of the button; which ones is a press away, for a heap of them under the picture would
    read as a reproach."""
    label = critical_label(view)
    return words.html("diagnostics-result-attention", count=len(view.result.critical), answer=label)


def _wrong(words: Words, view: ResultView) -> Safe:
    return words.html("diagnostics-result-attention-test", wrong=len(view.result.wrong))


def _cycle(words: Words, view: ResultView) -> list[Safe]:
    rule = view.questionnaire.thresholds.stage_rule
    if rule is None or not view.result.broken_cycle:
        return []
    return [words.html("diagnostics-result-cycle", text=rule.text, areas=_titles(view, view.result.broken_cycle))]


def _few(words: Words, view: ResultView, own: bool) -> list[Safe]:
    """An area of which nothing applies to her is not one that she answered too little of."""
    thin = [area for area in view.result.areas if not enough_answered(view.questionnaire, area)]
    few = [area.area_id for area in thin if area.answered]
    unasked = [area.area_id for area in thin if not area.answered]
    lines = [words.html("diagnostics-result-few", areas=_titles(view, few))] if few else []
    if unasked:
        lines.append(words.html("diagnostics-result-unasked", areas=_titles(view, unasked), own=own))
    return lines


def _changes(words: Words, view: ResultView) -> list[Safe]:
    """Area by area. No word of praise: the numbers speak."""
    earlier = view.earlier
    if earlier is None:
        return []
    lines = [
        words.html(
            "diagnostics-result-change",
            title=view.questionnaire.area(change.area_id).title,
            before=area_amount(words, earlier.result.area(change.area_id)),
            after=area_amount(words, view.result.area(change.area_id)),
        )
        for change in earlier.changes
        if change.delta
    ]
    return [Safe("\n".join(lines))] if lines else []


def _counted(result: Result) -> set[str]:
    return {area.area_id for area in result.areas if area.percent is not None}


def _was(words: Words, view: ResultView) -> list[Safe]:
    """«В августе было 41 %, сейчас 63 %»."""
    earlier = view.earlier
    if earlier is None or earlier.result.percent is None or view.result.percent is None:
        return []
    then, now = earlier.at.astimezone(words.zone), view.at.astimezone(words.zone)
    when = "past_year" if then.year != now.year else "same" if then.month == now.month else "this_year"
    said = words.html(
        "diagnostics-result-was",
        when=when,
        at=earlier.at,
        month=then.month,
        year=str(then.year),
        before=whole_amount(words, earlier.result),
        after=whole_amount(words, view.result),
    )
    different = _counted(earlier.result) != _counted(view.result)
    return [said, words.html("diagnostics-result-different")] if different else [said]


def _areas(words: Words, view: ResultView, area_ids: Iterable[str]) -> Safe:
    found = (
        words.html(
            "diagnostics-result-area",
            title=view.questionnaire.area(area_id).title,
            amount=area_amount(words, view.result.area(area_id)),
        )
        for area_id in area_ids
    )
    return Safe("; ".join(found))


def _titles(view: ResultView, area_ids: Iterable[str]) -> str:
    return "; ".join(view.questionnaire.area(area_id).title for area_id in area_ids)
