from db.vocabulary import NoticeKind
from dialogs.common.notice import TO_MENU, Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from locales import Words
from services.content import Content
from services.people.notices import load_roles
from services.people.views import RoleNotice


def render_given(words: Words, view: RoleNotice, content: Content) -> Notice:
    return Notice(words.html("staff-notice-given", role=str(view.role), unit=view.unit), _menu(words))


def render_taken(words: Words, view: RoleNotice, content: Content) -> Notice:
    return Notice(words.html("staff-notice-taken", role=str(view.role), unit=view.unit), _menu(words))


def _menu(words: Words) -> tuple[tuple[NoticeButton, ...], ...]:
    return ((NoticeButton(words.plain("common-btn-menu"), TO_MENU),),)


NOTICES = {
    NoticeKind.ROLE_GIVEN: NoticeType(load_roles, render_given),
    NoticeKind.ROLE_TAKEN: NoticeType(load_roles, render_taken),
}
