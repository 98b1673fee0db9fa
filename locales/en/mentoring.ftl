mentoring-menu-btn-mentor = My mentor
mentoring-menu-btn-mentees = Teachers I mentor

mentoring-notice-mentor = { $again ->
    [yes] Your pair { $name }: the week { WEEK($week) } has no entry yet. Four taps and it is done.
   *[no] Your pair { $name }: how did the week go? Four taps.
  }
mentoring-notice-mentee = { $again ->
    [yes] The questions about the week { WEEK($week) } are still waiting: there are three. You may skip them.
   *[no] { $friday ->
        [yes] It is Friday. A minute for yourself: three questions.
       *[no] A minute for yourself: three questions about the week.
      }
  }{ $several ->
    [yes] { " " }The mentor: { $mentor }.
   *[no] { "" }
  }
mentoring-notice-question =
    A question from the teacher you mentor, { $name }:

    “{ $text }”

    Answer when you meet, or in any way that suits you both.
mentoring-notice-help-mentor =
    A mentor asks for help: { $mentor } ({ $school }).
    The mentored teacher is { $mentee }.

    Please get in touch with the mentor. The bot does not pass on answers to the weekly questions.
mentoring-notice-help-mentee =
    { $mentee } ({ $school }) would like to talk to you. The mentor, { $mentor }, has not been told.

    Please get in touch yourself and in private. The bot does not pass on answers to the weekly questions.
mentoring-notice-made = { $side ->
    [mentor] You are a mentor now: { $partner }.
   *[mentee] Your mentor is { $partner }.
  } Order { $number } of { DATE($order_date) }. On Fridays I will ask briefly how the week went.
mentoring-notice-ended = { $status ->
    [finished] The mentoring of the order has finished: { $partner }. Thank you for this work.
   *[stopped] The pair was stopped before its time: { $partner }.
  } No more weekly questions will come; the journal of meetings stays with you.{ $unsent ->
    [yes] { " " }There was no time to send your last question: please ask it in person.
   *[no] { "" }
  }
mentoring-notice-gone = The mentoring by order { $number } of { DATE($order_date) } has ended. No more weekly questions will come. If a new pair is needed, please ask the methodist.
mentoring-btn-open-pair = Open
mentoring-btn-answer = Answer
mentoring-btn-tomorrow = Tomorrow
mentoring-btn-skip = Skip this week
mentoring-put-off = I will remind you: { WHEN($due_at) }.
mentoring-skipped = All right, we skip this week.{ $near ->
    [yes] { " " }The next questions: { DAY($coming) }.
   *[no] { "" }
  }

mentoring-about = <i>{ $side ->
    [mentor] Your pair { $name }, the week { WEEK($week) }
   *[mentee] The week { WEEK($week) }
  }</i>
mentoring-who-sees = <i>{ $who }</i>
mentoring-careful = <i>Please, no names of pupils and nothing about health.</i>
mentoring-answered = The questions of this week have been answered already.

mentoring-ask = Write your question to the mentor in one message. I will show it before it is sent.
mentoring-ask-typed = Written so far: “{ $text }”. Write it in another way, or press “Next”.
mentoring-ask-sent = <b>The question is on its way to your mentor.</b>
mentoring-btn-ask = Question to the mentor
mentoring-send = { $mentor } will get this question:

    “{ $text }”

    { $connected ->
        [yes] Send it?
       *[no] Your mentor is not in the bot at present: the question is kept and waits. Send it?
      }
mentoring-btn-send = Send
mentoring-btn-not-send = Do not send

mentoring-done = { $hard ->
    [yes] Saved. It was not an easy week; thank you for taking the minute.
   *[no] { $timely ->
        [yes] { $finish }
       *[no] Saved, thank you.
      }
  }
mentoring-done-sent = { $connected ->
    [yes] { $mentor } will get your question.
   *[no] { $mentor } is not in the bot at present, so no message will arrive. The question is kept: your mentor sees it on entering.
  } Only you see the other answers.
mentoring-done-suggest = Three weeks in a row without a meeting: it happens. A short fixed time helps, for example Tuesday after the fifth lesson, twenty minutes.
mentoring-done-pass-on = Please do not wait with difficulties: a methodist can be brought in. I pass on the name only if you press “Pass on to a methodist”.
mentoring-done-talk = Two hard entries in a row. It happens to many in the first year. Shall I help you get in touch with a methodist? Nobody will know without your consent.
mentoring-btn-pass-on = Pass on to a methodist
mentoring-btn-talk = Talk to a methodist
mentoring-btn-nothing = I need nothing
mentoring-contact = { $mine ->
    [yes] I will tell: { $helpers }. I will say only that you ask them to get in touch. I pass on none of your answers, and your mentor will not know.
   *[no] I will tell: { $helpers }. I will say that you ask for help with a pair ({ $partner }). I pass on none of your answers.
  } Shall I?
mentoring-contact-told = Passed on: { $helpers }. They will get in touch with you.
mentoring-contact-nobody = There is no methodist for your school in the bot yet. Please phone the methodical centre.
mentoring-btn-tell = Yes, tell them

mentoring-mine = { $active ->
    [0] { $side ->
        [mentor] You mentor nobody at present. A methodist records a pair from its order.
       *[mentee] No mentor has been recorded yet. A methodist records a pair from its order.
      }
   *[other] { $side ->
        [mentor] Teachers you mentor: { $active }.
       *[mentee] Your mentors: { $active }.
      }
  }
mentoring-mine-row = { $partner }{ $waiting ->
    [yes] { " " }— to be answered
   *[no] { $over ->
        [yes] { " " }(finished)
       *[no] { "" }
      }
  }
mentoring-pair = { $side ->
    [mentor] { $gender ->
        [woman] You mentor her:
       *[other] You mentor
      } <b>{ $partner }</b>, { $school }.
   *[mentee] Your mentor is <b>{ $partner }</b>, { $school }.
  }
    Order { $number } of { DATE($order_date) }. { $over ->
        [yes] <b>The pair has ended, the journal stays.</b>
       *[no] Until { DATE($ends_on) }.
      }
mentoring-open-questions =
    <b>Questions to you</b> (shown until you note the next meeting)
    { $questions }
mentoring-open-question = Week of { DATE($week) }: “{ $text }”
mentoring-pair-planned = The next questions: { WHEN($due_at) }.
mentoring-pair-waiting = The questions about the week { WEEK($week) } are waiting for you.
mentoring-btn-answer-now = Answer the questions
mentoring-journal = { $side ->
    [mentor] <b>Journal of meetings</b> (the other side sees only week and topic)
   *[mentee] <b>Meetings</b>
  }
    { $journal }
mentoring-journal-empty = No meetings in the journal yet: they appear when the mentor answers the weekly questions.
mentoring-journal-line = Week of { DATE($week) }{ $has_topic ->
    [yes] { " " }— { $topic }
   *[no] { "" }
  }{ $has_state ->
    [yes] . State: { $state }
   *[no] { "" }
  }{ $has_next ->
    [yes] . Agreed: { $next }
   *[no] { "" }
  }

error-mentoring-check-in-over = This week is closed. I will ask next time.
error-mentoring-too-late-to-put-off = { $tomorrow ->
    [yes] New questions come tomorrow.
   *[no] { DAY($coming) }: new questions come.
  } Answer these now, or skip the week.
error-mentoring-check-in-done = The questions of this week have been answered already.
error-mentoring-pair-ended = This pair has ended, there is nothing to answer.
