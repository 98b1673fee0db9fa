request-queue-menu-btn = Requests
request-queue-list =
    <b>Requests for tutors</b>{ $overdue ->
        [0] { "" }
       *[other] {". "}Overdue: { $overdue }.
    }

    { $which ->
        [new] { $total ->
            [0] No request is waiting for tutors.
           *[other] These wait for tutors to answer:
        }
        [waiting] { $total ->
            [0] No request waits for you.
           *[other] These wait for your decision: no tutors are left, no time is set, or it is unclear whether they met.
        }
        [overdue] { $total ->
            [0] Nothing is overdue.
           *[other] The time to answer these has passed:
        }
       *[running] { $total ->
            [0] No request has a tutor now.
           *[other] These have a tutor:
        }
    }
request-queue-filter = { $chosen ->
    [yes] {"✓ "}
   *[no] { "" }
  }{ $name ->
    [new] New: { $count }
    [waiting] To decide: { $count }
    [overdue] Overdue: { $count }
   *[running] With a tutor: { $count }
  }
request-queue-row = No. { $number } · { $topic }
request-queue-card =
    Request <b>No. { $number }</b> — { $state }

    { $facts }
    Teacher: { $teacher }, { $school }{ $has_tutor ->
        [yes] {"."} Tutor: { $tutor }, { $tutor_school }.
       *[no] {"."}
    }
    { $waits ->
        [yes] { $is_overdue ->
            [yes] <b>Overdue.</b> It was to be answered by { DATE($until) }.
           *[no] To be answered by the end of { DAY($until) }.
        }
       *[no] { $declined ->
            [yes] Reason given: { $reason }
           *[no] { $has_meeting ->
                [yes] Meeting: { WHEN($at) }.
               *[no] No meeting time is set.
            }
        }
    }{ $may_settle ->
        [yes]
            { "" }
            Teacher: { $teacher_said ->
                [held] it was held
                [not_held] it was not
               *[nothing] no answer
            }. Tutor: { $tutor_said ->
                [held] it was held
                [not_held] it was not
               *[nothing] no answer
            }. If you have found out how it was, mark it below.
       *[no] { "" }
    }

    <b>History</b>
    { $history }
request-queue-btn-assign = Appoint a tutor
request-queue-btn-decline = { $has_tutor ->
    [yes] Close with an answer
   *[no] Decline
  }
request-queue-btn-remind = Remind of the time to meet
request-queue-alert-reminded = The reminder will go at a decent hour. One a day is enough.
request-queue-btn-reassign = Give to another
request-queue-btn-assign-yes = Yes, appoint
request-queue-btn-decline-yes = Send to the teacher
request-queue-assign-confirm =
    Appoint a tutor for request No. { $number } “{ $topic }”?

    <b>{ $name }</b>. Open requests: { $open } of { $most }.{ $full ->
        [yes] {" "}That is more than the tutor is ready to lead.
       *[no] { "" }
    }{ $refused ->
        [yes] {" "}The tutor answered “I cannot” to this one: better agree first.
       *[no] { "" }
    }{ $has_tutor ->
        [yes] {" "}Another tutor has it now: { $before }, who will be told that it was given away.
       *[no] { "" }
    }{ $is_off ->
        [yes] {" "}<b>A meeting is set: { WHEN($at) }. It will be cancelled</b>, and the teacher will be told.
       *[no] { "" }
    }

    Both teacher and tutor get a message at once.
request-queue-decline-confirm =
    About request No. { $number } “{ $topic }” the teacher will read:

    { $reason }

    Send it?
request-queue-assign = { $total ->
    [0] { $has_tutor ->
        [yes] { $psychology ->
            [yes] There are no other connected psychologists.
           *[no] There are no other connected tutors of “{ $subject }”.
        } You can remind whoever has the request now, close it with an answer, or ask a colleague to become a tutor.
       *[no] { $psychology ->
            [yes] A psychologist is needed, and no connected tutor is one.
           *[no] There are no connected tutors of “{ $subject }”.
        } You can decline with an explanation, or ask a colleague to become a tutor.
    }
   *[other] Who is to get request No. { $number } “{ $topic }”? The numbers: how many are open, and how many the tutor will lead.
  }
request-queue-tutor = { $name } · { $open }/{ $most }{ $refused ->
    [yes] {" "}· refused
   *[no] { "" }
  }
request-queue-decline = Why can request No. { $number } “{ $topic }” not be helped? Write the reason to the teacher in your own words or choose a ready answer.
request-queue-reason-btn = { $reason ->
    [nobody] No tutor for the topic yet
    [event] An event for all is coming
    [psychologist] A psychologist helps
   *[elsewhere] The regional centre helps
  }
request-queue-reason = { $reason ->
    [nobody] There is no tutor for this topic in the district now. You can ask again in a month.
    [event] An event for everyone is being prepared on this topic. Please look into “Events”.
    [psychologist] A psychologist can help better with this. A methodist will arrange it and contact you.
   *[elsewhere] The regional centre can help better with this. A methodist will contact you and say how to sign up.
  }
request-queue-reason-long = That is { $length } characters, and { $limit } fit. Shorten it a little and send it again.
