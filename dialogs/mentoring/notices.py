from db.vocabulary import CheckInSide, NoticeKind
from dialogs.common.notice import Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from dialogs.mentoring.buttons import CheckInPress
from locales import Words
from locales.names import with_name
from services.calendar.model import Calendar
from services.content import Content
from services.mentoring.notices import load_check_ins, load_help, load_questions
from services.mentoring.views import CheckInNotice, HelpNotice, QuestionNotice

FRIDAY = 4


def render_check_in(words: Words, view: CheckInNotice, content: Content) -> Notice:
    if view.side is CheckInSide.MENTOR:
        name = with_name(view.partner.given, view.partner.patronymic, words.locale)
        text = words.html("mentoring-notice-mentor", name=name, again=view.nudge)
    else:
        friday = not view.nudge and not view.put_off and _on_friday(content.calendar)
        text = words.html("mentoring-notice-mentee", friday=friday, again=view.nudge)
    answer, tomorrow, skip = (
        NoticeButton(
            words.plain(f"mentoring-btn-{act}"),
            CheckInPress(act=act, check_in_id=view.check_in_id).pack(),
        )
        for act in ("answer", "tomorrow", "skip")
    )
    return Notice(text, ((answer, tomorrow), (skip,)))


def _on_friday(calendar: Calendar) -> bool:
    return calendar.check_in_weekday == FRIDAY


def render_question(words: Words, view: QuestionNotice, content: Content) -> Notice:
    name = f"{view.mentee.given} {view.mentee.surname}".strip()
    return Notice(words.html("mentoring-notice-question", name=name, text=view.text))


def render_help(words: Words, view: HelpNotice, content: Content) -> Notice:
    key = f"mentoring-notice-help-{view.side}"
    return Notice(words.html(key, mentor=view.mentor, mentee=view.mentee, school=view.school))


NOTICES = {
    NoticeKind.CHECK_IN: NoticeType(load_check_ins, render_check_in),
    NoticeKind.CHECK_IN_NUDGE: NoticeType(load_check_ins, render_check_in),
    NoticeKind.MENTEE_QUESTION: NoticeType(load_questions, render_question),
    NoticeKind.MENTORING_HELP: NoticeType(load_help, render_help),
}
