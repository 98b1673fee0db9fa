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
    [psychology] <b>Psychological consulting</b> — talk over a difficult pupil, a class, being tired
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
    [done] the meeting was held
    [confirmed] finished
    [clarify] clearing up whether you met
    [declined] declined
   *[withdrawn] withdrawn
  }
requests-facts =
    <b>{ $topic }</b>
    { $subject } · { $form }
    Suits: { $when }
requests-facts-note = Note: { $note }

requests-ask-subject = In which subject do you need a tutor?
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
    What kind of help suits you?

    { $forms }
requests-ask-when = When is it convenient for you to meet?
requests-ask-note =
    Add a note for the tutor: which class, what you have tried, what does not work. Or press “Skip”.

    Please give no names of pupils.
requests-note-long = That is { $length } characters, and a note holds { $limit }. Shorten it a little and send it again: your message is still above, you can copy it.
requests-ask-confirm =
    Please check your request:

    { $facts }

    Tutors will see the topic and your school. Your name is told to the one who takes it.
requests-btn-send = Send

requests-list = { $total ->
    [0] Here you can ask for a tutor: a teacher who knows a topic well. You have no requests yet.
   *[other] Your requests. Press one to see how it stands.
  }
requests-btn-ask = Ask for a tutor
requests-list-row = No. { $number } · { $topic }
requests-sent = { $asked ->
    [0]
        Request <b>No. { $number }</b> has been sent.

        There is no free tutor of this subject now, so a methodist has got it. You will have an answer here by { DAY($until) }.
    [one]
        Request <b>No. { $number }</b> has been sent to { $asked } tutor.

        As soon as somebody answers, we shall write to you here. If nobody takes it by the end of { DAY($until) }, a methodist will.
   *[other]
        Request <b>No. { $number }</b> has been sent to { $asked } tutors.

        As soon as somebody answers, we shall write to you here. If nobody takes it by the end of { DAY($until) }, a methodist will.
  }
requests-card =
    Request <b>No. { $number }</b> — { $status }

    { $facts }

    { $now }

    <b>What has happened</b>
    { $history }
requests-now = { $status ->
    [new] We are looking for a tutor. As soon as somebody answers, we shall write.
    [accepted] A tutor proposes to meet. If a time suits you, press it below.
    [assigned] Tutor: { $tutor }, { $tutor_school }. The time of the meeting will come here.
    [scheduled] Tutor: { $tutor }, { $tutor_school }. Meeting: { WHEN($at) }.
    [done] Tutor: { $tutor }, { $tutor_school }. The meeting was held. Please say whether the tutor was of use.
    [confirmed] Tutor: { $tutor }, { $tutor_school }. Thank you for telling us how it went.
    [clarify] Tutor: { $tutor }, { $tutor_school }. You and the tutor answered differently about the meeting; a methodist will help to clear it up.
    [declined] The methodist answered: { $reason }
   *[withdrawn] You have withdrawn this request.
  }
requests-history-line = { SHORT($at) } — { $what ->
    [sent] the request was sent
    [proposed] a meeting time was proposed
    [refused] answered “I cannot”
    [time_refused] the time did not suit
    [taken] the request was taken
    [assigned] a tutor was appointed
    [scheduled] the meeting was set
    [rescheduled] the meeting was moved
    [held] said to have been held
    [not_held] said not to have been held
    [done] the meeting was held
    [disputed] the answers about the meeting differ
    [rated] rated
    [declined] the request was declined
    [handed_back] given back, looking for another tutor
   *[withdrawn] the request was withdrawn
  }{ $who ->
    [you] {" "}(you)
    [teacher] {" "}(teacher)
    [tutor] {" "}(tutor)
    [methodist] {" "}(methodist)
   *[clock] { "" }
  }
requests-btn-accept = Suits me: { SHORT($at) }
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
        [refused] You answered that you cannot.
        [given] Teacher: { $teacher }. Please set a time to meet.
        [taken] It is yours. Teacher: { $teacher }. What is left is to set a time.
        [set] It is yours. Teacher: { $teacher }.
        [another] Another tutor has taken it already. Thank you for answering.
        [withdrawn] The teacher has withdrawn it.
       *[ended] A methodist has closed it.
    }
requests-btn-take = I will take it
requests-btn-other-time = Propose another time
requests-btn-cannot = I cannot
requests-btn-set-time = Set a time
requests-btn-open = Open the request

requests-notice-taken =
    Your request No. { $number } “{ $topic }” has been taken by a tutor: <b>{ $tutor }</b>, { $tutor_school }.

    What comes next: the tutor sets a time, and it will come here. If it does not suit, one button says so.
requests-notice-proposal =
    { $stage ->
        [agreed] Meeting about request No. { $number } “{ $topic }”
       *[other] A tutor proposes to meet about request No. { $number } “{ $topic }”
    }: <b>{ WHEN($at) }</b>.
    Tutor: { $tutor }.

    { $answer ->
        [ask] Does it suit you?
        [yes] You answered: it suits. The meeting is set; afterwards we shall ask how it went.
        [no] You answered: it does not suit. The tutor will choose another time.
       *[gone] This time no longer holds. “My requests” shows how things stand.
    }
requests-btn-fits = It suits
requests-btn-no-fit = It does not
requests-notice-answer = { $answer ->
    [suits] Request No. { $number } “{ $topic }”: <b>{ WHEN($at) }</b> suits the teacher. Teacher: { $teacher }, { $school }.
    [refused] Request No. { $number } “{ $topic }”: the time set does not suit the teacher. Suits: { $when }. Please set another.
    [proposal_refused] Request No. { $number } “{ $topic }”: the time proposed does not suit the teacher. Suits: { $when }. You can propose another.
    [not_held_tutor] Request No. { $number } “{ $topic }”: the teacher says that the meeting was not held. It happens; please choose a new time.
    [not_held_teacher] Request No. { $number } “{ $topic }”: the tutor says that the meeting was not held. A new time will come here.
   *[no_tutor] Request No. { $number } “{ $topic }”: the tutor cannot work with you. We are looking for another and shall write.
  }
requests-notice-queue = { $why ->
    [silent] Request No. { $number } “{ $topic }” ({ $subject }, { $school }): the tutors have not answered yet. The teacher is to be answered by the end of { DAY($until) }.
    [disputed] Request No. { $number } “{ $topic }” ({ $school }): teacher and tutor answered differently whether they met. Please help to clear it up.
   *[nobody] Request No. { $number } “{ $topic }” ({ $subject }, { $school }) waits for you: no tutor is free. It is to be answered by the end of { DAY($until) }.
  }
requests-notice-declined =
    A methodist answered your request No. { $number } “{ $topic }”: { $reason }

    You can send a new request at any time.
requests-notice-ended = { $status ->
    [withdrawn] The teacher has withdrawn request No. { $number } “{ $topic }”. There will be no meeting.
    [declined] A methodist has closed request No. { $number } “{ $topic }”. There will be no meeting.
   *[other] A methodist has given request No. { $number } “{ $topic }” to another tutor. Thank you for your help.
  }
requests-notice-meeting =
    Request No. { $number } “{ $topic }”. Meeting: { WHEN($at) }. { $for_tutor ->
        [yes] Teacher: { $teacher }.
       *[no] Tutor: { $tutor }.
    }

    { $answer ->
        [ask] Was it held?
        [yes] You answered: it was held. Thank you.
        [no] You answered: it was not. { $for_tutor ->
            [yes] Please choose a new time when it suits you.
           *[no] The tutor will set a new time; it will come here.
        }
        [disputed] You answered: it was not, and the other side says that it was. A methodist will help to clear it up.
       *[gone] All is known about this meeting already.
    }
requests-btn-held = It was held
requests-btn-not-held = It was not
requests-notice-rate =
    The meeting with your tutor about request No. { $number } “{ $topic }” was held. Was the tutor of use?

    { $answer ->
        [ask] Neither the tutor nor your colleagues will see your answer.
       *[given] Thank you, your answer is kept. The request is finished.
    }
requests-btn-rate-3 = 3 — helped a lot
requests-btn-rate-2 = 2 — helped
requests-btn-rate-1 = 1 — helped a little
requests-btn-rate-0 = 0 — did not help

error-request-taken = Request No. { $number } has been taken by another tutor already. Thank you for answering.
error-request-not-possible = This can no longer be done to request No. { $number }: it has changed. Open it to see how things stand.
error-request-no-school = To ask for a tutor we need to know where you work. Ask your methodist to add your school.
error-request-bad-time = A meeting must lie ahead, and no further than half a year.
error-request-reason-needed = Please write the reason: the teacher will read it.
error-request-asked-already = You have such a request already: No. { $number }. It is in “My requests”.
