events-menu-btn = Events

events-kind = { $kind ->
    [seminar] Seminar
    [practicum] Practicum
    [master_class] Master class
    [training] Training
    [mini_course] Short course
    [webinar] Webinar
    [consultation] Consultation
    [round_table] Round table
    [conference] Conference
    [meeting] Meeting
   *[any] any
  }

events-catalogue = { $total ->
    [0] { $narrowed ->
        [yes] Nothing fits these conditions. Clear the conditions, or loosen them: “Filter”.
       *[no] { $anonymous ->
            [yes] We do not know where you work, so we cannot show the events of your district. Say who you are in “My data”.
           *[no] No events are planned yet. When there are some, they will be here.
          }
      }
   *[other] <b>Events</b>{ $narrowed ->
        [yes] { " " }that fit your conditions
       *[no] { "" }
    }: { $total }{ common-pages }

    { $lines }

    Choose one to read about:
  }
events-group = { $group ->
    [mine] <i>Your subject</i>
    [everyone] <i>For everyone</i>
   *[others] <i>Other subjects</i>
  }
events-line =
    <b>{ SHORT($starts_at, $now) }. { $title }</b>
    { events-kind-of }, { $state }
events-btn-event = { BRIEF($starts_at) } { $title }
events-kind-of = { $kind ->
    [seminar] seminar
    [practicum] practicum
    [master_class] master class
    [training] training
    [mini_course] short course
    [webinar] webinar
    [consultation] consultation
    [round_table] round table
    [conference] conference
   *[meeting] meeting
  }
events-short-state = { $state ->
    [cancelled] cancelled
    [running] going on now
    [running_mine] going on now, you are signed up
    [over] over
    [past] over, you were signed up
    [confirmed] you are signed up
    [waiting] you are waiting, number { $position }
    [deadline] sign-up is closed
    [unlimited] unlimited places
    [full] { $line ->
        [0] no places, you can wait for one
       *[other] no places, { $line } waiting
      }
   *[free] { $free ->
        [one] { $free } place left
       *[other] { $free } places left
      }
  }
events-btn-filters = Filter
events-btn-mine = My events

events-filters = What shall I show? Press a condition to change it.
events-btn-filter-subjects = { $only_mine ->
    [yes] Subjects: mine and common
   *[no] Subjects: all
  }
events-btn-filter-month = Month: { $month ->
    [0] any
    [1] January { $year }
    [2] February { $year }
    [3] March { $year }
    [4] April { $year }
    [5] May { $year }
    [6] June { $year }
    [7] July { $year }
    [8] August { $year }
    [9] September { $year }
    [10] October { $year }
    [11] November { $year }
   *[12] December { $year }
  }
events-btn-filter-kind = Kind: { events-kind }
events-btn-filter-free = { $only_free ->
    [yes] Places: only with free ones
   *[no] Places: any
  }
events-btn-filter-order = Order: { $by_date ->
    [yes] by date
   *[no] { $has_subjects ->
        [yes] my subjects first
       *[no] for everyone first
      }
  }
events-btn-filter-clear = Clear all conditions
events-btn-filter-show = Show
events-month = Which month?
events-btn-month = { $month ->
    [1] January { $year }
    [2] February { $year }
    [3] March { $year }
    [4] April { $year }
    [5] May { $year }
    [6] June { $year }
    [7] July { $year }
    [8] August { $year }
    [9] September { $year }
    [10] October { $year }
    [11] November { $year }
   *[12] December { $year }
  }
events-btn-any-month = Any month
events-choose-kind = Which events shall I show?
events-btn-any-kind = All kinds

events-card = { $just ->
    [signed_up]
        Done, you are signed up.{ $reminders ->
            [both] { " " }I will remind you a day and two hours before.
            [day] { " " }I will remind you the day before.
            [hours] { " " }I will remind you two hours before.
           *[none] { "" }
        }

        { events-card-body }
    [waiting]
        There are no free places now, you are on the waiting list. As soon as a place is free it is yours, and I will write.

        { events-card-body }
    [left]
        Your sign-up is cancelled. Thank you for telling.

        { events-card-body }
    [left_line]
        You have left the waiting list.

        { events-card-body }
   *[no] { events-card-body }
  }
events-card-body =
    <b>{ $title }</b>
    { events-kind }, { $for_everyone ->
        [yes] for everyone
       *[no] { $subjects }
    }

    When: { WHEN($starts_at, $now) }–{ TIME($ends_at) }
    Where: { $has_place ->
        [yes] { $place }
       *[no] to be announced
    }{ $has_link ->
        [yes] , { $link }
       *[no] { "" }
    }
    { $has_description ->
        [yes]
            { "" }
            { $description }
            { "" }
       *[no] { "" }
    }
    { events-card-state }
events-card-state = { $closed ->
    [cancelled] <b>The event is cancelled.</b>{ $has_reason ->
        [yes] { " " }Reason: { $reason }
       *[no] { "" }
      }
    [running] <b>The event is going on now.</b>{ $mine ->
        [confirmed] { " " }You are signed up.
       *[none] { "" }
      }
    [over] { $mine ->
        [confirmed] The event is over. You were signed up.
       *[none] The event is over.
      }
    [deadline] { $mine ->
        [confirmed] <b>You are signed up.</b>
        [waiting] <b>You are on the waiting list, number { $position }.</b>
       *[none] Sign-up is closed: it was open until { SHORT($until) }. { $has_organiser ->
            [yes] If you really need it, ask the organiser: { $organiser }.
           *[no] { "" }
          }
      }
   *[no] { $mine ->
        [confirmed] <b>You are signed up.</b>
        [waiting] <b>You are on the waiting list, number { $position }.</b>
       *[none] { events-card-places }
      }
  }
events-card-places = { $places ->
    [unlimited] There are unlimited places.
    [full] { $line ->
        [0] No places are left (of { $capacity }). Nobody waits yet, you will be the first.
       *[other] No places are left (of { $capacity }), waiting: { $line }.
      }
   *[free] Places left: { $free } of { $capacity }.
  } Sign-up until { SHORT($until) }.
events-btn-sign-up = Sign up
events-btn-wait = Join the waiting list
events-btn-file = Add to my calendar
events-btn-leave = { $mine ->
    [waiting] { events-btn-leave-line }
   *[confirmed] Cancel my sign-up
  }

events-confirm =
    { $full ->
        [yes] There are no places now. Shall I put you on the waiting list? You will be number { $position }.
       *[no] Shall I sign you up?
    }

    <b>{ $title }</b>
    { WHEN($starts_at, $now) }–{ TIME($ends_at) }{ $clashes ->
        [yes]
            { "" }

            You are signed up for “{ $other }” at this time.
       *[no] { "" }
    }
events-btn-confirm = { $full ->
    [yes] Yes, I will wait
   *[no] Yes, sign me up
  }
events-leave =
    { $waiting ->
        [yes] Leave the waiting list, are you sure? If you change your mind, you will be at its end.
       *[no] { $somebody_waits ->
            [yes] Cancel your sign-up, are you sure? Your place goes to the next person straight away.
           *[no] Cancel your sign-up, are you sure? The place will be free for others.
          }
    }

    <b>{ $title }</b>
    { WHEN($starts_at, $now) }
events-btn-leave-yes = { $waiting ->
    [yes] Yes, leave the list
   *[no] Yes, cancel it
  }
events-file-name = event
events-file =
    { $title }, { WHEN($starts_at, $now) }

    Press the file, and your phone will offer to add the event to its calendar.

events-mine = { $past ->
    [yes] { $total ->
        [0] No past events yet.
       *[other] <b>Where you were signed up</b>

        { $lines }
      }
   *[no] { $total ->
        [0] You are not signed up for anything yet.
       *[other] <b>My events</b>

        { $lines }
      }
  }
events-btn-mine-other = { $past ->
    [yes] To come
   *[no] Past
  }

events-notice-soon = { $days ->
    [0] Today, { DAY($starts_at) }, { TIME($starts_at) }
    [1] Tomorrow, { DAY($starts_at) }, { TIME($starts_at) }
    [2] The day after tomorrow, { DAY($starts_at) }, { TIME($starts_at) }
   *[other] A reminder: { WHEN($starts_at) }
  } — { events-kind-of } <b>“{ $title }”</b>.
events-notice-reminder =
    { events-notice-soon }
    Where: { events-notice-place }

    { $will_come ->
        [yes] You said that you will come. If your plans have changed, tell now.
       *[no] Will you come?
    }
events-notice-place = { $has_place ->
    [yes] { $place }
   *[no] to be announced
  }{ $has_link ->
    [yes] , { $link }
   *[no] { "" }
  }
events-notice-freed =
    A place is free for you: { events-kind-of } <b>“{ $title }”</b>.
    When: { WHEN($starts_at, $now) }–{ TIME($ends_at) }
    Where: { events-notice-place }

    You are signed up. Can you come?
events-notice-no-place =
    { events-notice-soon }
    { $late ->
        [yes] No place has come free for you, there is no need to come.
       *[no]
            There is no place for you yet. You are number { $position } on the waiting list.
            { "" }
            If a place comes free earlier than two hours before the start, it is yours, and I will write at once. If I do not, there is no need to come.
    }
events-notice-moved =
    The event was moved: { events-kind-of } <b>“{ $title }”</b>.
    It was: { WHEN($moved_from, $now) }
    It is now: <b>{ WHEN($starts_at, $now) }</b>
    Where: { events-notice-place }

    { $mine ->
        [waiting] You stay on the waiting list, number { $position }.
       *[confirmed] Your place is kept. Can you come at the new time?
    }
events-notice-place-changed =
    The place has changed: { events-kind-of } <b>“{ $title }”</b>, { WHEN($starts_at, $now) }.
    It is now: <b>{ events-notice-place }</b>{ $mine ->
        [waiting]
            { "" }

            You are still on the waiting list, number { $position }.
       *[confirmed] { "" }
    }
events-notice-cancelled =
    The event was cancelled: { events-kind-of } <b>“{ $title }”</b>, { WHEN($starts_at, $now) }. There is no need to come.{ $has_reason ->
        [yes] { " " }Reason: { $reason }
       *[no] { "" }
    }

    We are sorry for the trouble.
events-btn-come = I will come
events-btn-cannot = I cannot
events-btn-leave-line = Leave the waiting list
events-btn-free-place = Free my place
events-btn-keep-place = I will come
events-btn-leave-line-yes = Leave for good
events-btn-keep-line = I stay
events-btn-to-calendar = Add to calendar
events-btn-other = Other events
events-btn-open = Open the event
events-alert-sure = { $somebody_waits ->
    [yes] You cannot come, are you sure? The place goes to the next at once.
   *[no] You cannot come, are you sure? The place will be free for others.
  }
events-alert-sure-line = Leave, are you sure? You could come back only to the end of the list.
events-answered = { $answer ->
    [come] ✓ You answered: I will come. See you there.
    [freed] Your place is free now. Thank you for telling.
    [kept_line] You stay on the waiting list.
    [moved] The time has changed since: it is now { WHEN($starts_at, $now) }.
    [elsewhere] The place has changed: it is now { events-notice-place }. Can you come?
    [cancelled] The event is cancelled.
    [over] The event has begun or is over.
   *[not_in] You are not signed up for this event.
  }

events-cancel-reason = { $reason ->
    [speaker_ill] The speaker is ill
    [later] It will be held later
   *[few_people] Too few participants
  }
error-event-closed = { $reason ->
    [cancelled] This event is cancelled.
    [over] The event has begun or is over.
   *[deadline] Sign-up is closed.
  }
error-event-elsewhere = This event belongs to another district. If you were invited, ask its methodist to sign you up.
error-event-fewer-than-confirmed = { $confirmed ->
    [one] { $confirmed } person is signed up already, there cannot be fewer places.
   *[other] { $confirmed } people are signed up already, there cannot be fewer places.
  }
error-event-in-the-past = This time has passed. Choose another.
