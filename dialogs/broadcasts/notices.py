from db.vocabulary import NoticeKind
from dialogs.common.notice import Attachment, Notice
from dialogs.common.notice_type import NoticeType
from locales import Safe, Words
from services.broadcasts.notices import load_announcements, load_tests
from services.broadcasts.views import Announcement
from services.content import Content


def render(words: Words, view: Announcement, content: Content) -> Notice:
    """The author's message as it is: whoever previews it sees what everyone gets."""
    attached = view.attached
    attachment = Attachment(attached.kind, attached.name, remote_id=attached.remote_id) if attached else None
    return Notice(Safe(view.html), attachment=attachment)


NOTICES = {
    NoticeKind.BROADCAST: NoticeType(load_announcements, render),
    NoticeKind.BROADCAST_TEST: NoticeType(load_tests, render),
}
