"""A request in words: the variables that every message about one needs."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from db.vocabulary import RequestStatus
from locales import Safe, Words
from services.content import Content
from services.requests.rules import RATINGS
from services.requests.topics import title
from services.requests.views import ChangeView, Draft, RequestView, SideView


def facts(view: RequestView, words: Words, content: Content) -> dict[str, Any]:
    """Plain values for Fluent; `facts` is a ready paragraph, `at` is only meant where a meeting has a time."""
    subject = content.subjects.name(view.subject, words.locale)
    topic = words.plain("requests-gone-topic") if view.erased else title(view, content, words.locale)
    return {
        "number": view.number,
        "topic": topic,
        "subject": subject,
        "form": words.plain("requests-form", form=str(view.form)),
        "psychology": view.psychology,
        "when": words.plain("requests-when", when=view.when_code),
        "facts": paragraph(topic, subject, str(view.form), view.when_code, view.note, words),
        "school": view.school,
        "teacher": view.requester or words.plain("requests-gone-person"),
        "tutor": view.tutor or (words.plain("requests-gone-person") if view.tutor_id else ""),
        "tutor_school": view.tutor_school,
        "status": view.phase,
        "reason": view.decline_reason or "",
        "at": view.meeting_at or view.created_at,
        "has_meeting": view.meeting_at is not None,
    }


def paragraph(topic: str, subject: str, form: str, when_code: str, note: str | None, words: Words) -> Safe:
    form_name, when = words.plain("requests-form", form=form), words.plain("requests-when", when=when_code)
    lines = [words.html("requests-facts", topic=topic, subject=subject, form=form_name, when=when)]
    if note:
        lines.append(words.html("requests-facts-note", note=note))
    return Safe("\n".join(lines))


def begun(draft: Draft, words: Words, content: Content) -> Safe:
    """As much of a request as there is."""
    subject, topic = content.subjects.name(draft.subject, words.locale), title(draft, content, words.locale)
    if draft.when_code:
        return paragraph(topic, subject, draft.form, draft.when_code, draft.note, words)
    some_form = bool(draft.form)
    form = words.plain("requests-form", form=draft.form) if some_form else ""
    return words.html("requests-facts-begun", topic=topic, subject=subject, some_form=some_form, form=form)


def held_buttons(view: SideView) -> dict[str, Any]:
    """Which of [Встреча была] [Не состоялась] a side may press: both at first, later the one to change her mind."""
    request = view.request
    asked = request.phase == "met" or request.status == RequestStatus.CLARIFY
    return {
        "ask_held": asked and view.says_held is not True,
        "ask_not_held": asked and view.says_held is not False,
        "mine": said(view.says_held),
        "theirs": said(view.theirs),
    }


def ratings(words: Words, given: int | None) -> list[dict[str, Any]]:
    """To choose from, the best first; the one that was given is marked."""
    names = [(value, words.plain(f"requests-btn-rate-{value}")) for value in sorted(RATINGS, reverse=True)]
    return [
        {"id": value, "name": words.plain("requests-btn-rated", rating=name) if value == given else name}
        for value, name in names
    ]


def rating_given(words: Words, given: int | None) -> str:
    return "" if given is None else words.plain(f"requests-btn-rate-{given}")


def said(held: bool | None) -> str:
    """As a variant: held, not_held, nothing."""
    return "nothing" if held is None else "held" if held else "not_held"


HISTORY_LINES = 15


def history_lines(changes: Sequence[ChangeView], words: Words) -> str:
    """The newest, oldest first; how many are left out is said."""
    hidden = len(changes) - HISTORY_LINES
    lines = [words.plain("requests-history-earlier", count=hidden)] if hidden > 0 else []
    for change in changes[-HISTORY_LINES:]:
        line = words.plain(
            "requests-history-line",
            at=change.at,
            what=change.what,
            who=change.who,
            named=bool(change.name),
            name=change.name,
        )
        if change.meeting_at is not None:
            line = words.plain("requests-history-time", line=line, meeting_at=change.meeting_at)
        lines.append(line)
    return "\n".join(lines)


SAMPLE: dict[str, Any] = {
    "number": 12,
    "topic": "Стереометрия: сечения",
    "subject": "Математика",
    "form": "практикум",
    "psychology": True,
    "when": "в субботу",
    "facts": Safe("<b>Стереометрия: сечения</b>"),
    "school": "Сосновская ООШ",
    "teacher": "Петрова Анна Петровна",
    "tutor": "Смирнова Ирина Викторовна",
    "tutor_school": "СОШ № 1",
    "status": "scheduled",
    "mine": "nothing",
    "theirs": "held",
    "reason": "",
    "rating": "3 — очень помогло",
    "at": datetime(2026, 10, 8, 11, 30, tzinfo=UTC),
    "has_meeting": True,
}
"""Preview data of any window about a request."""
