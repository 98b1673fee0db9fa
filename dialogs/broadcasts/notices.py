from db.vocabulary import NoticeKind
from dialogs.common.notice import Attachment, Notice
from dialogs.common.notice_type import NoticeType
from locales import Safe, Words
from services.broadcasts.notices import load_announcements, load_tests
from services.broadcasts.rules import LONGEST_NAME
from services.broadcasts.views import Announcement
from services.content import Content


def render(words: Words, view: Announcement, content: Content) -> Notice:
    """Who writes, and the author's message as it is: whoever previews it sees what everyone gets."""
    attached, parts = view.attached, [view.html] if view.html else []
    if view.author:
        name = view.author if len(view.author) <= LONGEST_NAME else f"{view.author[: LONGEST_NAME - 1]}…"
        parts.insert(0, words.html("broadcasts-signature", name=name, role=str(view.role)))
    attachment = Attachment(attached.kind, attached.name, remote_id=attached.remote_id) if attached else None
    return Notice(Safe("\n\n".join(parts)), attachment=attachment)


NOTICES = {
    NoticeKind.BROADCAST: NoticeType(load_announcements, render),
    NoticeKind.BROADCAST_TEST: NoticeType(load_tests, render),
}
