from db.vocabulary import NoticeKind
from dialogs.common.notice_type import NoticeType
from dialogs.requests import render
from services.requests import notices as load

NOTICES = {
    NoticeKind.REQUEST_OFFER: NoticeType(load.load_offers, render.offer),
    NoticeKind.REQUEST_OFFER_CLOSED: NoticeType(load.load_offers, render.offer),
    NoticeKind.REQUEST_TAKEN: NoticeType(load.load_taken, render.taken),
    NoticeKind.REQUEST_TIME_PROPOSED: NoticeType(load.load_proposals, render.proposal),
    NoticeKind.REQUEST_TIME_ANSWERED: NoticeType(load.load_answers, render.answer),
    NoticeKind.REQUEST_NO_TUTOR: NoticeType(load.load_for_methodists, render.queue),
    NoticeKind.REQUEST_DECLINED: NoticeType(load.load_ended, render.declined),
    NoticeKind.REQUEST_WITHDRAWN: NoticeType(load.load_ended, render.ended),
    NoticeKind.REQUEST_OVERDUE: NoticeType(load.load_overdue, render.overdue),
    NoticeKind.REQUEST_TIME_WANTED: NoticeType(load.load_time_wanted, render.answer),
    NoticeKind.REQUEST_MEETING_SOON: NoticeType(load.load_meetings, render.reminder),
    NoticeKind.REQUEST_MEETING_CONFIRM: NoticeType(load.load_meetings, render.meeting),
    NoticeKind.REQUEST_RATE: NoticeType(load.load_ratings, render.rating),
}
