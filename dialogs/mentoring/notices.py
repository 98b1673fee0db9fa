from typing import Final

from db.vocabulary import CheckInSide, NoticeKind
from dialogs.common.notice import Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from dialogs.mentoring.buttons import Act, CheckInPress, PairPress
from locales import Words
from locales.names import with_name
from services.calendar.model import Calendar
from services.content import Content
from services.mentoring.notices import load_check_ins, load_help, load_pair_questions, load_pairs, load_questions
from services.mentoring.views import CheckInNotice, HelpNotice, PairNotice, QuestionNotice

FRIDAY = 4
ACTS: Final[tuple[Act, ...]] = ("answer", "tomorrow", "skip")


def render_check_in(words: Words, view: CheckInNotice, content: Content) -> Notice:
    if view.side is CheckInSide.MENTOR:
        name = with_name(view.partner.given, view.partner.patronymic, words.locale)
        text = words.html("mentoring-notice-mentor", name=name, again=view.nudge, week=view.week)
    else:
        friday = not view.nudge and not view.put_off and _on_friday(content.calendar)
        text = words.html(
            "mentoring-notice-mentee",
            friday=friday,
            again=view.nudge,
            week=view.week,
            several=view.several,
            mentor=f"{view.partner.given} {view.partner.patronymic}".strip(),
        )
    return Notice(text, answer_rows(words, view.check_in_id))


def answer_rows(words: Words, check_in_id: int, *, tomorrow: bool = True) -> tuple[tuple[NoticeButton, ...], ...]:
    """The buttons of a week that is open; without «Завтра» when other questions come by then."""
    answer, later, skip = (
        NoticeButton(words.plain(f"mentoring-btn-{act}"), CheckInPress(act=act, check_in_id=check_in_id).pack())
        for act in ACTS
    )
    return ((answer, later), (skip,)) if tomorrow else ((answer,), (skip,))


def _on_friday(calendar: Calendar) -> bool:
    return calendar.check_in_weekday == FRIDAY


def render_question(words: Words, view: QuestionNotice, content: Content) -> Notice:
    name = f"{view.mentee.given} {view.mentee.surname}".strip()
    return Notice(words.html("mentoring-notice-question", name=name, text=view.text))


def render_help(words: Words, view: HelpNotice, content: Content) -> Notice:
    key = f"mentoring-notice-help-{view.side}"
    return Notice(words.html(key, mentor=view.mentor, mentee=view.mentee, school=view.school))


def render_made(words: Words, view: PairNotice, content: Content) -> Notice:
    text = words.html(
        "mentoring-notice-made",
        side=view.side,
        partner=view.partner,
        number=view.order_number,
        order_date=view.order_date,
    )
    return Notice(text, _open_row(words, view))


def render_ended(words: Words, view: PairNotice, content: Content) -> Notice:
    """Of a pair whose other one is gone nothing can be opened, and why it ended is nobody's business."""
    if not view.partner:
        return Notice(words.html("mentoring-notice-gone", number=view.order_number, order_date=view.order_date))
    text = words.html(
        "mentoring-notice-ended",
        side=view.side,
        partner=view.partner,
        status=view.status,
        unsent=view.question_unsent,
    )
    return Notice(text, _open_row(words, view))


def _open_row(words: Words, view: PairNotice) -> tuple[tuple[NoticeButton, ...], ...]:
    return ((NoticeButton(words.plain("mentoring-btn-open-pair"), PairPress(pair_id=view.pair_id).pack()),),)


NOTICES = {
    NoticeKind.PAIR_MADE: NoticeType(load_pairs, render_made),
    NoticeKind.PAIR_ENDED: NoticeType(load_pairs, render_ended),
    NoticeKind.CHECK_IN: NoticeType(load_check_ins, render_check_in),
    NoticeKind.CHECK_IN_NUDGE: NoticeType(load_check_ins, render_check_in),
    NoticeKind.MENTEE_QUESTION: NoticeType(load_questions, render_question),
    NoticeKind.PAIR_QUESTION: NoticeType(load_pair_questions, render_question),
    NoticeKind.MENTORING_HELP: NoticeType(load_help, render_help),
}
