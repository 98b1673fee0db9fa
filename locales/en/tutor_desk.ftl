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
    [timed] { SHORT($at) } · { $topic }
    [assigned] No. { $number } · { $topic } · no time yet
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
        [refused] You answered that you cannot.
        [given] Teacher: { $teacher }. What is left is to set a time.
        [taken] Teacher: { $teacher }. What is left is to set a time.
        [scheduled] Teacher: { $teacher }. Meeting: { WHEN($at) }. The teacher has been told.
        [clarify] Teacher: { $teacher }. You two answered differently about the meeting; a methodist will help. You can set a new one.
        [done] Teacher: { $teacher }. The meeting was held. Thank you.
        [confirmed] Teacher: { $teacher }. The meeting was held, the request is finished. Thank you.
        [another] Another tutor has taken it already. Thank you for answering.
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

        When will you meet? Choose or write, for example: 18.10 15:00.
   *[no] Request No. { $number } “{ $topic }”. The teacher is free { $when }.

        Which time do you propose? Choose or write, for example: 18.10 15:00.
  }
tutor-desk-moment = { SHORT($moment) }
tutor-desk-btn-later = Other days ›
tutor-desk-time-busy = You have a meeting close to { WHEN($at) } already. Please choose another time.
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
