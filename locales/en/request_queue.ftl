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
           *[other] These wait for you: no tutors are left, or the two sides disagree about the meeting.
        }
        [overdue] { $total ->
            [0] Nothing is overdue.
           *[other] These have had no answer for three working days:
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
    [waiting] Wait for you: { $count }
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
       *[no] { $has_meeting ->
            [yes] Meeting: { WHEN($at) }.
           *[no] No meeting time is set.
        }
    }

    <b>What has happened</b>
    { $history }
request-queue-btn-assign = Appoint a tutor
request-queue-btn-decline = Decline
request-queue-assign = { $total ->
    [0] There are no connected tutors of “{ $subject }”. You can decline with an explanation, or ask a colleague to become a tutor.
   *[other] Who is to get request No. { $number } “{ $topic }”? The numbers: how many are open, and how many the tutor will lead.
  }
request-queue-tutor = { $name } · { $open } of { $most }{ $refused ->
    [yes] {" "}· cannot
   *[no] { "" }
  }
request-queue-decline = Why can request No. { $number } “{ $topic }” not be helped? Write the reason to the teacher in your own words or choose a ready answer.
request-queue-reason-btn = { $reason ->
    [nobody] No tutor for the topic yet
    [event] An event for all is coming
   *[elsewhere] The regional centre helps
  }
request-queue-reason = { $reason ->
    [nobody] There is no tutor for this topic in the district now. As soon as there is one, we shall tell you.
    [event] An event for everyone is being prepared on this topic. Please look into “Events”.
   *[elsewhere] The regional centre can help better with this. A methodist will contact you and say how to sign up.
  }
request-queue-reason-long = That is { $length } characters, and { $limit } fit. Shorten it a little and send it again.
