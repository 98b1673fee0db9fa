from db.vocabulary import NoticeKind
from dialogs.common.notice import Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from dialogs.pairs.buttons import PairsPress
from locales import Words
from services.content import Content
from services.mentoring.notices import load_silence
from services.mentoring.views import SilentNotice


def render_silence(words: Words, view: SilentNotice, content: Content) -> Notice:
    button = NoticeButton(words.plain("pairs-btn-open"), PairsPress().pack())
    return Notice(words.html("pairs-notice-silent", count=view.count), ((button,),))


NOTICES = {NoticeKind.CHECK_IN_SILENT_PAIR: NoticeType(load_silence, render_silence)}
