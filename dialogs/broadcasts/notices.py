from db.vocabulary import NoticeKind
from dialogs.broadcasts.buttons import Act, BroadcastButton
from dialogs.common.notice import Attachment, Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from locales import Safe, Words
from services.broadcasts.notices import load_announcements, load_left_behind, load_tests
from services.broadcasts.rules import LONGEST_NAME
from services.broadcasts.views import Announcement, LeftBehind
from services.content import Content


def render(words: Words, view: Announcement, content: Content) -> Notice:
    """Who writes, and the author's message as it is: whoever previews it sees what everyone gets."""
    attached, parts = view.attached, [view.html] if view.html else []
    if view.author:
        name = view.author if len(view.author) <= LONGEST_NAME else f"{view.author[: LONGEST_NAME - 1]}…"
        parts.insert(0, words.html("broadcasts-signature", name=name))
    attachment = Attachment(attached.kind, attached.name, remote_id=attached.remote_id) if attached else None
    return Notice(Safe("\n\n".join(parts)), attachment=attachment)


def render_left_behind(words: Words, view: LeftBehind, content: Content) -> Notice:
    button = BroadcastButton(act=Act.LEFT, id=view.id).pack()
    return Notice(
        words.html("broadcasts-notice-left-behind", id=view.id, author=view.author or "none"),
        ((NoticeButton(words.plain("broadcasts-btn-open"), button),),),
    )


NOTICES = {
    NoticeKind.BROADCAST: NoticeType(load_announcements, render),
    NoticeKind.BROADCAST_LEFT_BEHIND: NoticeType(load_left_behind, render_left_behind),
    NoticeKind.BROADCAST_TEST: NoticeType(load_tests, render),
}
