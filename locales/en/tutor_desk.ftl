tutor-desk-menu-btn = Tutor's desk
tutor-desk-list =
    <b>Tutor's desk</b>
    { $active ->
        [yes] Open requests of yours: { $tutees } of { $most }. Meetings held: { $held }.
       *[no] You are on a pause: no new requests come. Open requests of yours: { $tutees }. Meetings held: { $held }.
    }
    { $has_next_meeting ->
        [yes] Next meeting: { WHEN($next_meeting) }.
       *[no] No meetings ahead.
    }

    { $section ->
        [offers] { $total ->
            [0] No new requests. When there are, we shall write.
           *[other] New requests:
        }
       *[tutees] { $total ->
            [0] You are helping nobody now.
           *[other] Your requests, the nearest meetings first:
        }
    }
tutor-desk-section-offers = { $section ->
    [offers] ✓ New: { $offers }
   *[tutees] New: { $offers }
  }
tutor-desk-section-tutees = { $section ->
    [offers] Mine: { $tutees }
   *[tutees] ✓ Mine: { $tutees }
  }
tutor-desk-row = { $state ->
    [timed] { BRIEF($at) } { TIME($at) } · { $topic }
    [assigned] { $topic } · no time yet
   *[other] No. { $number } · { $topic }
  }
tutor-desk-btn-settings = How much I take
tutor-desk-card =
    <b>Request No. { $number }</b>

    { $facts }
    { $school }

    { $standing ->
        [asked] Will you take it?
        [proposed] You proposed { WHEN($at) }. Waiting for the teacher's answer.
        [refused] You answered that you cannot. It is still free.
        [given] Teacher: { $teacher }. Please set a time.
        [taken] Teacher: { $teacher }. Please set a time.
        [scheduled] Teacher: { $teacher }. Meeting: { WHEN($at) }. { $reachable ->
            [yes] { $agreed ->
                [yes] The time suits the teacher.
               *[no] The teacher has been told and has not answered yet.
            }
           *[no] <b>The teacher has stopped the bot and was not told.</b> Please get in touch in another way; when the teacher is back, we shall tell.
        }
        [met] Teacher: { $teacher }. Meeting: { WHEN($at) }. { $mine ->
            [held] You answered: it was held. Waiting for the teacher's answer.
            [not_held] You answered: it was not. What is left is to set a new time.
           *[nothing] { $theirs ->
                [held] The teacher says that it was held. What do you say?
                [not_held] The teacher says that it was not held. Set a new time, or answer if it was.
               *[nothing] Did you meet?
            }
        }
        [clarify] Teacher: { $teacher }. You two answered differently about the meeting; a methodist will help. You can set a new one.
        [done] Teacher: { $teacher }. The meeting was held. Thank you.
        [confirmed] Teacher: { $teacher }. The meeting was held, the request is finished. Thank you.
        [another] Another tutor is on it already. Thank you for answering.
        [over] Your answer is no longer needed here.
        [withdrawn] The teacher has withdrawn it.
       *[ended] A methodist has closed it.
    }
tutor-desk-btn-move = Move the meeting
tutor-desk-btn-hand-back = I cannot go on
tutor-desk-hand-back = Give back request No. { $number } “{ $topic }”? We shall look for another tutor and tell the teacher.
tutor-desk-btn-hand-back-yes = Yes, give it back
tutor-desk-btn-hand-back-no = No, keep it
tutor-desk-time = { $mine ->
    [yes] Request No. { $number } “{ $topic }” is yours. Teacher: { $teacher }. Suits: { $when }.

        When will you meet? Choose or write, for example: { $example }.
   *[no] Request No. { $number } “{ $topic }”. The teacher is free { $when }.

        Which time do you propose? Choose or write, for example: { $example }.
  }{ $too_many ->
    [yes]
        { "" }

        You have { $tutees } open requests now and meant to lead { $most } at most. If that is too many, give one back at the tutor's desk.
   *[no] { "" }
  }
tutor-desk-time-over = { $standing ->
    [finished] Request No. { $number } “{ $topic }” is finished.
    [another] Another tutor is on request No. { $number } “{ $topic }” already.
    [withdrawn] The teacher has withdrawn request No. { $number } “{ $topic }”.
    [ended] A methodist has closed request No. { $number } “{ $topic }”.
   *[over] No time is needed for request No. { $number } “{ $topic }” any more.
  }
tutor-desk-alert-not-yours = Request No. { $number } is not yours any more.
tutor-desk-moment = { SHORT($moment) }
tutor-desk-btn-later = Other days ›
tutor-desk-time-day-off = { WHEN($at) } is a day off. If you mean it, send it once more; if not, write another time.
tutor-desk-settings =
    { $active ->
        [yes] New requests come while you have fewer than { $most } open. How many are you ready to lead at once?
       *[no] You are on a pause: no new requests come. What you have taken stays yours.
    }

    Meetings that teachers have rated: { $rated }. Nobody sees the ratings but those who gave them.
tutor-desk-number = { $chosen ->
    [yes] ✓ { $number }
   *[no] { $number }
  }
tutor-desk-pause = { $active ->
    [yes] Take a pause
   *[no] Take requests again
  }
