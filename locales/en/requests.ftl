requests-menu-btn = I need help

requests-form = { $form ->
    [session] methodical session
    [practicum] practicum
    [master_class] master class
    [intensive] methodical intensive
    [training] training
    [psychology] psychological consulting
   *[mentor_hour] mentor's hour
  }
requests-form-line = { $form ->
    [session] <b>Methodical session</b> — look into a topic together and find a way
    [practicum] <b>Practicum</b> — do it yourself with the tutor beside you
    [master_class] <b>Master class</b> — see how an experienced colleague does it
    [intensive] <b>Methodical intensive</b> — go through a topic in two or three full days
    [training] <b>Training</b> — practise a skill by exercises
    [psychology] <b>Psychological consulting</b> — talk over a difficult pupil, a class or being tired with a psychologist
   *[mentor_hour] <b>Mentor's hour</b> — talk about your own question, one to one
  }
requests-form-btn = { $form ->
    [session] Methodical session
    [practicum] Practicum
    [master_class] Master class
    [intensive] Methodical intensive
    [training] Training
    [psychology] Psychological consulting
   *[mentor_hour] Mentor's hour
  }
requests-when = { $when ->
    [afternoons] on weekdays after lessons
    [mornings] on weekday mornings
    [saturday] on Saturday
   *[any] at any time
  }
requests-when-btn = { $when ->
    [afternoons] Weekdays after lessons
    [mornings] Weekday mornings
    [saturday] Saturday
   *[any] Any time
  }
requests-status = { $status ->
    [new] looking for a tutor
    [accepted] a tutor proposes a time
    [assigned] has a tutor, choosing a time
    [scheduled] the meeting is set
    [met] finding out whether you met
    [done] the meeting was held
    [confirmed] finished
    [clarify] clearing up whether you met
    [declined] closed by the methodist
   *[withdrawn] withdrawn
  }
requests-facts =
    <b>{ $topic }</b>
    { $subject } · { $form }
    Suits: { $when }
requests-facts-note = Note: { $note }

requests-facts-begun =
    <b>{ $topic }</b>
    { $subject }{ $some_form ->
        [yes] {" "}· { $form }
       *[no] { "" }
    }

requests-unsent =
    You have begun a request and not sent it:

    { $facts }

    { $given ->
        [yes] Go on with it, or begin a new one on “{ $topic }”? If you begin anew, this one is erased.
       *[no] Go on with it? If you begin anew, this one is erased.
    }
requests-btn-continue = Go on with the request
requests-btn-anew = Begin anew
requests-ask-subject = { $given ->
    [yes]
        Topic: <b>{ $topic }</b>

        In which subject do you need a tutor? Choose one{ common-pages }
   *[no] In which subject do you need a tutor? Choose one{ common-pages }
  }
requests-ask-topic =
    What do you need help with? Choose a topic or write it in your own words.
requests-ask-topic-measured =
    What do you need help with? Choose a topic or write it in your own words.

    Your diagnostics suggest:
    { $measured }
requests-ask-topic-row = • { $title }
requests-topic-long = That is { $length } characters, and a topic holds { $limit }. Name it in one phrase; details can go into the note.
requests-topic-short = Write the topic in words, at least three letters. For example: “Solid geometry in year 10”.
requests-ask-form =
    Topic: <b>{ $topic }</b>

    What kind of help suits you?

    { $forms }
requests-ask-when =
    Topic: <b>{ $topic }</b>

    When is it convenient for you to meet?
requests-ask-note =
    Topic: <b>{ $topic }</b>

    { $some_note ->
        [yes] The note now reads: { $note }

            Write another, or keep it.
       *[no] Add a note for the tutor: which class, what you have tried, what does not work. Or press “Skip”.
    }

    Please give no names of pupils.
requests-btn-keep-note = Keep it
requests-btn-drop-note = Drop the note
requests-note-long = <b>The note was not kept: it is too long.</b> That is { $length } characters, and a note holds { $limit }. Shorten it a little and send it again: your message is still above, you can copy it.
requests-note-caption = The words under the file have become your note. The file itself is not kept: show it to the tutor when you meet.
requests-note-file = A file cannot be added to a request: show it to the tutor when you meet. Please write the note in words.
requests-alert-gone = This request has been sent, or thrown away, on another device. Here are your requests.
requests-ask-confirm =
    Please check your request:

    { $facts }

    { $psychology ->
        [yes] Psychologists, other specialists (speech therapists, special teachers) and a methodist will see it and your school. Tutors of your subject will not. Your name is told to the one who takes it and to a methodist.
       *[no] Tutors will see all of the above and your school. Your name is told to the one who takes it and to a methodist.
    }
requests-btn-send = Send

requests-list = { $total ->
    [0] Here you can ask for a tutor: a teacher who knows a topic well. You have sent no requests yet.
   *[other] Your requests. Press one to see how it stands.
  }
requests-list-unsent = Your request on “{ $topic }” has not been sent. Everything you have put into it is kept.
requests-btn-ask = Ask for a tutor
requests-list-row = { $topic } · { $status ->
    [new] looking
    [accepted] choose a time
    [assigned] no time yet
    [scheduled] { BRIEF($at) } { TIME($at) }
    [met] was it held?
    [done] please rate
    [confirmed] finished
    [clarify] clearing up
    [declined] closed
   *[withdrawn] withdrawn
  }
requests-sent = { $asked ->
    [0]
        Request <b>No. { $number }</b> has been sent.

        { $psychology ->
            [yes] This is a matter for a psychologist. None is free among the tutors now, so a methodist has got it and will look for somebody who can help.
           *[no] There is no free tutor of this subject now, so a methodist has got it.
        } You will have an answer here by { DAY($until) }.
    [one]
        Request <b>No. { $number }</b> has been sent to { $psychology ->
            [yes] a psychologist or another specialist (speech therapist, special teacher)
           *[no] { $asked } tutor
        }.

        As soon as somebody answers, we shall write to you here. If nobody takes it by the end of { DAY($until) }, a methodist will.
   *[other]
        Request <b>No. { $number }</b> has been sent to { $psychology ->
            [yes] psychologists and other specialists: { $asked }
           *[no] { $asked } tutors
        }.

        As soon as somebody answers, we shall write to you here. If nobody takes it by the end of { DAY($until) }, a methodist will.
  }
requests-card =
    Request <b>No. { $number }</b> — { $status }

    { $facts }

    { $now }

    <b>History</b>
    { $history }
requests-now = { $status ->
    [new] { $asked ->
        [yes] We are looking for a tutor. As soon as somebody answers, we shall write.
       *[no] { $psychology ->
            [yes] No psychologist is free among the tutors now; a methodist sees to your request. As soon as there is an answer, we shall write.
           *[no] No tutor is free now; a methodist sees to your request. As soon as there is an answer, we shall write.
        }
    }
    [accepted] A time to meet is proposed. Press the one that suits you:
    [assigned] Tutor: { $tutor }, { $tutor_school }. The time of the meeting will come here.
    [scheduled] Tutor: { $tutor }, { $tutor_school }. Meeting: { WHEN($at) }.{ $agreed ->
        [yes] { "" }
       *[no] {" "}Does it suit you?
    }
    [met] Tutor: { $tutor }, { $tutor_school }. Meeting: { WHEN($at) }. { $mine ->
        [held] You answered: it was held. Waiting for the tutor's answer.
        [not_held] You answered: it was not. The tutor will set a new time, or answer differently.
       *[nothing] { $theirs ->
            [held] The tutor says that it was held. What do you say?
            [not_held] The tutor says that it was not held. If it was, please say so.
           *[nothing] Did you meet?
        }
    }
    [done] Tutor: { $tutor }, { $tutor_school }. The meeting was held. Please say whether the tutor was of use.
    [confirmed] Tutor: { $tutor }, { $tutor_school }. Your rating: “{ $rating }”. Thank you for telling us how it went.
    [clarify] Tutor: { $tutor }, { $tutor_school }. You and the tutor answered differently about the meeting; a methodist will help to clear it up.
    [declined] The methodist answered: { $reason }
   *[withdrawn] You have withdrawn this request.
  }
requests-proposal-line = • { WHEN($at) } — { $tutor }
requests-gone-topic = the topic was erased with the teacher’s data
requests-gone-person = somebody who has erased their data
requests-history-earlier = … and before: { $count }
requests-history-time = { $line } — { SHORT($meeting_at) }
requests-history-line = { SHORT($at) } — { $what ->
    [sent] the request was sent
    [proposed] a meeting time was proposed
    [suits] the time suits
    [expired] the proposed time passed without an answer
    [ruled_held] settled: the meeting was held
    [ruled_not_held] settled: there was no meeting
    [refused] answered “I cannot”
    [time_refused] the time did not suit
    [taken] the request was taken
    [assigned] a tutor was appointed
    [reminded] a reminder of the time to meet
    [scheduled] the meeting was set
    [rescheduled] the meeting was moved
    [held] said to have been held
    [not_held] said not to have been held
    [done] the meeting was held
    [disputed] the answers about the meeting differ
    [rated] rated
    [rated_again] rating changed
    [declined] the request was closed by the methodist
    [handed_back] given back, looking for another tutor
   *[withdrawn] the request was withdrawn
  }{ $who ->
    [you] {" "}(you)
    [teacher] {" "}(teacher)
    [tutor] {" "}({ $named ->
        [yes] { $name }
       *[no] tutor
    })
    [methodist] {" "}(methodist)
   *[clock] { "" }
  }
requests-btn-accept = { SHORT($at) } suits
requests-btn-none-fits = None of them suits
requests-no-fit = { $agreed ->
    [yes] Meeting: { WHEN($at) }. You answered that it suits. If it no longer does, the meeting is off and the tutor will choose another time.
   *[no] The card of request No. { $number } shows how it stands now.
  }
requests-btn-no-fit-yes = Yes, it does not suit
requests-btn-no-fit-no = No, keep it
requests-btn-withdraw = Withdraw the request
requests-withdraw = Withdraw request No. { $number } “{ $topic }”? The tutor will be told. You can send a new request at any time.
requests-btn-withdraw-yes = Yes, withdraw
requests-btn-withdraw-no = No, keep it

requests-notice-offer =
    { $standing ->
        [given] <b>A methodist asks you to help: request No. { $number }</b>
        [asked] <b>New request No. { $number }</b>
       *[other] <b>Request No. { $number }</b>
    }

    { $facts }
    { $school }

    { $standing ->
        [asked] Will you take it?
        [proposed] You proposed { WHEN($at) }. Waiting for the teacher's answer.
        [refused] You answered that you cannot. It is still free.
        [given] Teacher: { $teacher }. Please set a time to meet.
        [taken] It is yours. Teacher: { $teacher }. Please set a time.
        [set] It is yours. Teacher: { $teacher }.
        [finished] The meeting was held, the request is finished. Thank you for your help.
        [another] Another tutor is on it already. Thank you for answering.
        [over] Your answer is no longer needed here.
        [superseded] A newer message about it stands below.
        [withdrawn] The teacher has withdrawn it.
       *[ended] A methodist has closed it.
    }
requests-btn-take-after-all = I will take it after all
requests-btn-take = I will take it
requests-btn-other-time = Propose another time
requests-btn-cannot = I cannot
requests-btn-set-time = Set a time
requests-btn-open = Open the request

requests-notice-now = Request No. { $number } “{ $topic }”: { $status }.
requests-notice-overdue =
    We promised an answer to request No. { $number } “{ $topic }” and are late: there is no tutor yet. We are sorry.

    The request is not lost, a methodist knows of it. As soon as something is settled, we shall write.
requests-notice-soon =
    A reminder: the meeting about request No. { $number } “{ $topic }” is on <b>{ WHEN($at) }</b>.
    { $for_tutor ->
        [yes] Teacher: { $teacher }, { $school }.{ $agreed ->
            [yes] { "" }
           *[no] {" "}The teacher has not said yet whether the time suits.
        }
       *[no] Tutor: { $tutor }, { $tutor_school }.{ $agreed ->
            [yes] { "" }
           *[no] {" "}You have not answered yet: does it suit you?
        }
    }
requests-notice-taken =
    { $is_off ->
        [yes]
            <b>The meeting is off: { WHEN($off) }.</b> A methodist has given your request to another tutor.

            { "" }
       *[no] { "" }
    }{ $assigned ->
        [yes] A methodist has found you a tutor for request No. { $number } “{ $topic }”
       *[no] Your request No. { $number } “{ $topic }” has been taken by a tutor
    }: <b>{ $tutor }</b>, { $tutor_school }.

    { $status ->
        [assigned] What comes next: the tutor sets a time, and it will come here. If it does not suit, one button says so.
       *[other] The new time comes in a message of its own.
    }
requests-notice-proposal =
    { $stage ->
        [set] Meeting about request No. { $number } “{ $topic }”
        [moved] The meeting about request No. { $number } “{ $topic }” has been moved
       *[proposed] A tutor proposes to meet about request No. { $number } “{ $topic }”
    }: <b>{ WHEN($at) }</b>.
    Tutor: { $tutor }.

    { $answer ->
        [ask] Does it suit you?
        [yes] You answered: it suits. The meeting is set; afterwards we shall ask how it went.
        [no] You answered: it does not suit. The tutor will choose another time.
       *[gone] That time is no longer on offer. The button below shows how things stand.
    }
requests-btn-fits = Yes, that works
requests-btn-no-fit = It does not
requests-notice-answer = { $answer ->
    [suits] Request No. { $number } “{ $topic }”: <b>{ WHEN($at) }</b> suits the teacher. Teacher: { $teacher }, { $school }.
    [refused] Request No. { $number } “{ $topic }”: the time set does not suit the teacher. Suits: { $when }. Please set another.
    [proposal_refused] Request No. { $number } “{ $topic }”: the time proposed does not suit the teacher. Suits: { $when }. You can propose another.
    [expired] Request No. { $number } “{ $topic }”: the teacher did not answer in time. You can propose another time.
    [undelivered] Request No. { $number } “{ $topic }”: { $teacher } ({ $school }) has stopped the bot and did not get the time of the meeting: <b>{ WHEN($at) }</b>. Please get in touch in another way. If the teacher comes back before that, we shall tell.
    [time_wanted] Request No. { $number } “{ $topic }”: { $teacher } has been waiting for a time to meet for two working days. Suits: { $when }. Will you set one?
    [reminded] Request No. { $number } “{ $topic }”: a methodist reminds you that { $teacher } is waiting for a time to meet. Suits: { $when }. Will you set one?
    [not_held_tutor] Request No. { $number } “{ $topic }”: the teacher says that the meeting was not held. It happens; please set a new time. If it was held, say so.
    [not_held_teacher] Request No. { $number } “{ $topic }”: the tutor says that the meeting was not held. A new time will come here. If it was held, say so.
    [ruled_not_held_tutor] Request No. { $number } “{ $topic }”: a methodist has found out that there was no meeting. Please set a new time.
    [ruled_not_held_teacher] Request No. { $number } “{ $topic }”: a methodist has found out that there was no meeting. The tutor will set a new time; it will come here.
    [disputed_teacher] Request No. { $number } “{ $topic }”: you answered { $mine ->
        [held] that the meeting was held, and the tutor that it was not
       *[not_held] that the meeting was not held, and the tutor that it was
    }. A methodist will help to clear it up. If yours was a slip, you can change it.
    [disputed_tutor] Request No. { $number } “{ $topic }”: you answered { $mine ->
        [held] that the meeting was held, and the teacher that it was not
       *[not_held] that the meeting was not held, and the teacher that it was
    }. A methodist will help to clear it up. If yours was a slip, you can change it.
    [ruled_held] Request No. { $number } “{ $topic }”: a methodist has found out that the meeting was held. There is nothing left to do. Thank you for your help.
   *[no_tutor] Request No. { $number } “{ $topic }”: the tutor cannot work with you. If a meeting was set, it is off. We are looking for another and shall write.
  }
requests-notice-queue = { $why ->
    [silent] Request No. { $number } “{ $topic }” ({ $subject }, { $school }): the tutors have not answered yet. The teacher is to be answered by the end of { DAY($until) }.
    [overdue] Request No. { $number } “{ $topic }” ({ $subject }, { $school }) is overdue: there is no tutor, and it was to be answered by the end of { DAY($until) }. The teacher knows.
    [no_time] Request No. { $number } “{ $topic }” ({ $school }): { $tutor } has taken it and has not set a time yet. You can remind the tutor, give the request to another, or close it with an answer to the teacher.
    [unconfirmed] Request No. { $number } “{ $topic }” ({ $school }): a meeting with { $tutor } was set for { WHEN($at) }. It is not clear whether it was held. Teacher: { $teacher_said ->
        [held] it was held
        [not_held] it was not
       *[nothing] no answer
    }. Tutor: { $tutor_said ->
        [held] it was held
        [not_held] it was not
       *[nothing] no answer
    }. Please find out and mark it.
    [settled] Request No. { $number } “{ $topic }” ({ $school }) no longer waits for you: { $state }.
    [disputed] Request No. { $number } “{ $topic }” ({ $school }): teacher and tutor answered differently whether they met. Teacher: { $teacher_said ->
        [held] it was held
        [not_held] it was not
       *[nothing] no answer
    }. Tutor: { $tutor_said ->
        [held] it was held
        [not_held] it was not
       *[nothing] no answer
    }. Please help to clear it up.
   *[nobody] { $psychology ->
        [yes] Request No. { $number } “{ $topic }” ({ $form }, { $school }) waits for you: a psychologist is needed, and none is free among the tutors. It is to be answered by the end of { DAY($until) }.
       *[no] Request No. { $number } “{ $topic }” ({ $subject }, { $school }) waits for you: no tutor is free. It is to be answered by the end of { DAY($until) }.
    }
  }
requests-notice-erased = { $status ->
    [withdrawn] Request No. { $number } is withdrawn: the teacher has erased their data.
   *[other] Request No. { $number } is closed: the teacher has erased their data.
  }
requests-notice-declined =
    A methodist answered your request No. { $number } “{ $topic }”: { $reason }

    You can send a new request at any time.
requests-notice-ended = { $status ->
    [withdrawn] The teacher has withdrawn request No. { $number } “{ $topic }”. There will be no meeting.
    [declined] A methodist has closed request No. { $number } “{ $topic }”. There will be no meeting.
   *[other] A methodist has given request No. { $number } “{ $topic }” to another tutor. You need not meet about it any more. Thank you for your help.
  }
requests-notice-meeting =
    Request No. { $number } “{ $topic }”. Meeting: { WHEN($at) }. { $for_tutor ->
        [yes] Teacher: { $teacher }.
       *[no] Tutor: { $tutor }.
    }

    { $answer ->
        [nothing] Did you meet?
        [superseded] There is a newer message about this meeting below.
        [held] You answered: it was held. Thank you.
        [not_held] You answered: it was not. { $for_tutor ->
            [yes] Please set a new time when it suits you.
           *[no] The tutor will set a new time; it will come here.
        }
       *[disputed] You and the other side answered differently. A methodist will help to clear it up. If yours was a slip, you can change it.
    }
requests-btn-held = It was held
requests-btn-not-held = It was not
requests-notice-rate =
    The meeting with your tutor about request No. { $number } “{ $topic }” was held. Was the tutor of use?

    { $answer ->
        [ask] Neither the tutor nor your colleagues will see your answer.
       *[given] Your answer: “{ $rating }”. Thank you, the request is finished.
    }
requests-btn-rate-again = Change the rating
requests-btn-rated = ✓ { $rating }
requests-btn-rate-3 = 3 — helped a lot
requests-btn-rate-2 = 2 — helped
requests-btn-rate-1 = 1 — helped a little
requests-btn-rate-0 = 0 — did not help

error-request-taken = Another tutor is on request No. { $number } already. Thank you for answering.
error-request-time-gone = This time for request No. { $number } no longer holds. Here is how the request stands now.
error-request-time-busy = You have or have proposed a meeting close to { WHEN($at) } already. Please choose another time.
error-request-not-possible = { $status ->
    [withdrawn] Request No. { $number } has been withdrawn.
    [declined] Request No. { $number } has been closed by the methodist.
    [done] The meeting about request No. { $number } has been held.
    [confirmed] Request No. { $number } is finished.
   *[other] This can no longer be done to request No. { $number }: it has changed. Here is how it stands now.
  }
error-request-no-school = To ask for a tutor we need to know where you work. Ask your methodist to add your school.
error-request-bad-time = A meeting must lie ahead, and no further than half a year.
error-request-reason-needed = Please write the reason in words: the teacher will read it.
error-request-asked-already = You have such a request already: No. { $number }. Here it is.
