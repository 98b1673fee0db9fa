from db.vocabulary import NoticeKind
from dialogs.common.notice import Notice, NoticeButton
from dialogs.common.notice_type import NoticeType
from dialogs.pairs.buttons import PairCardPress, PairsPress
from locales import Safe, Words
from services.content import Content
from services.mentoring.notices import load_ends, load_silence
from services.mentoring.views import EndsNotice, SilentNotice


def render_silence(words: Words, view: SilentNotice, content: Content) -> Notice:
    button = NoticeButton(words.plain("pairs-btn-open"), PairsPress().pack())
    rows = [
        words.html("pairs-notice-silent-row", mentor=pair.mentor, mentee=pair.mentee, weeks=pair.weeks)
        for pair in view.pairs
    ]
    text = words.html(
        "pairs-notice-silent", count=view.count, new=view.new, pairs=Safe("\n".join(rows)), more=view.more
    )
    return Notice(text, ((button,),))


def render_ends(words: Words, view: EndsNotice, content: Content) -> Notice:
    rows = [words.html("pairs-notice-ending-row", mentor=mentor, mentee=mentee) for mentor, mentee in view.pairs]
    text = words.html("pairs-notice-ending", ends_on=view.ends_on, pairs=Safe("\n".join(rows)), more=view.more)
    if view.pair_id is not None:
        button = NoticeButton(words.plain("pairs-btn-open-one"), PairCardPress(pair_id=view.pair_id).pack())
    else:
        button = NoticeButton(words.plain("pairs-btn-open"), PairsPress().pack())
    return Notice(text, ((button,),))


NOTICES = {
    NoticeKind.CHECK_IN_SILENT_PAIR: NoticeType(load_silence, render_silence),
    NoticeKind.PAIRS_ENDING: NoticeType(load_ends, render_ends),
}
