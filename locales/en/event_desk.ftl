event-desk-menu-btn = Events of the centre

event-desk-list = { $past ->
    [yes] { $total ->
        [0] There are no past or cancelled events.
       *[other] <b>Past and cancelled</b>: { $total }{ common-pages }

        { $lines }
      }
   *[no] { $total ->
        [0] There are no events to come. Make the first.
       *[other] <b>Upcoming events</b>: { $total }{ common-pages }

        { $lines }
      }
  }
event-desk-line =
    <b>{ SHORT($starts_at, $now) }. { $title }</b>
    { $cancelled ->
        [yes] Cancelled
       *[no] { event-desk-filled }
    }
event-desk-filled = Signed up: { $confirmed }{ $limited ->
    [yes] { " " }of { $capacity }
   *[no] , no limit
  }{ $line ->
    [0] { "" }
   *[other] , waiting: { $line }
  }
event-desk-btn-new = New event
event-desk-btn-other = { $past ->
    [yes] To come
   *[no] Past
  }

event-desk-card = { $done ->
    [yes]
        { $people ->
            [0] Done.
            [one] Done. { $people } person will be told: { event-desk-told-when }.
           *[other] Done. { $people } people will be told: { event-desk-told-when }.
        }

        { event-desk-card-body }
   *[no] { event-desk-card-body }
  }
event-desk-told-when = { $at_once ->
    [yes] at once
   *[no] { WHEN($by) }
  }
event-desk-card-body =
    <b>{ $title }</b>
    { events-kind }, { $for_everyone ->
        [yes] for everyone
       *[no] { $subjects }
    }

    When: { WHEN($starts_at, $now) }–{ TIME($ends_at) }
    Where: { events-notice-place }
    Sign-up until: { SHORT($until, $now) }
    { event-desk-filled }
    { $has_description ->
        [yes]
            { "" }
            { $description }
            { "" }
       *[no] { "" }
    }
    { $closed ->
        [cancelled] <b>The event is cancelled.</b>{ $has_reason ->
            [yes] { " " }Reason: { $reason }
           *[no] { "" }
          }
        [running] <b>The event is going on now.</b>
        [over] The event is over.
       *[no] A link to invite people: { $link_to_card }
    }
event-desk-btn-people = Who is signed up
event-desk-btn-capacity = Number of places
event-desk-btn-place = Place
event-desk-btn-title = Title
event-desk-btn-description = Description
event-desk-btn-subjects = For whom
event-desk-btn-move = Move
event-desk-btn-cancel = Cancel

event-desk-people = { $total ->
    [0] Nobody has signed up for “{ $title }” yet.
   *[other] <b>{ $title }</b>
    Signed up: { $confirmed }, waiting: { $line }{ common-pages }

    { $lines }
  }
event-desk-person = { $number }. { $full_name }{ $has_school ->
    [yes] , { $school }
   *[no] { "" }
  } — { $state ->
    [come] will come
    [waiting] waiting, number { $position }
    [cancelled] will not come
   *[confirmed] no answer
  }

event-desk-move =
    When shall “{ $title }” be?
    Now it is on { WHEN($starts_at, $now) }.

    Choose, or write day and time, for example: { $example }.
event-desk-btn-moment = { SHORT($at) }
event-desk-move-confirm =
    Move “{ $title }”?

    It is now: { WHEN($old, $now) }
    It will be: <b>{ WHEN($starts_at, $now) }</b>
    { $day_off ->
        [yes]
            { "" }
            This is a day off.
            { "" }
       *[no] { "" }
    }
    { event-desk-told }
event-desk-told = { $people ->
    [0] There is nobody to tell.
    [one] { $people } person will be told: { event-desk-told-when }.
   *[other] { $people } people will be told: { event-desk-told-when }.
  }
event-desk-same-time = The event is at this time already. Write another.
event-desk-btn-move-yes = Yes, move it

event-desk-capacity =
    How many places are there at “{ $title }”?
    Now: { $limited ->
        [yes] { $capacity }
       *[no] no limit
    }, signed up: { $confirmed }, waiting: { $line }.

    New places go to the first of the waiting list at once. Choose, or write a number.
event-desk-same-capacity = { $limited ->
    [yes] There are { $capacity } places already.
   *[no] There is no limit already.
  } Choose or write another number.
event-desk-capacity-confirm =
    Change the number of places at “{ $title }”?

    It is now: { $was_limited ->
        [yes] { $was }
       *[no] no limit
    }
    It will be: <b>{ $limited ->
        [yes] { $capacity }
       *[no] no limit
    }</b>{ $given ->
        [0] { "" }
       *[other]
            { "" }
            People who get a place at once: { $given }
    }
event-desk-btn-capacity-yes = Yes, change it
event-desk-place =
    Where will “{ $title }” be? Write an address, a link to the meeting, or both.
    Now: { $has_place ->
        [yes] { $place }
       *[no] to be announced
    }
event-desk-place-confirm =
    Change the place of “{ $title }”?

    Now: { $has_place ->
        [yes] { $place }
       *[no] to be announced
    }
    It will be: <b>{ $new }</b>

    { event-desk-told }
event-desk-btn-place-yes = Yes, change it
event-desk-title = What shall “{ $title }” be called? Write the new title.
event-desk-description =
    Write what “{ $title }” is about, who leads it, what to bring.{ $has_description ->
        [yes]
            { "" }

            Now:
            { $description }
       *[no] { "" }
    }
event-desk-btn-no-description = No description
event-desk-capacity-unclear = One number from 1 to 5000 is needed, for example: 25.
event-desk-btn-unlimited = No limit

event-desk-cancel =
    Why is “{ $title }” cancelled?

    Choose a reason or write your own: everyone who is signed up or waiting will see it.
event-desk-btn-no-reason = Give no reason
event-desk-too-long = Too long: { $length } characters, there is room for { $limit }. Please make it shorter.
event-desk-too-long-tail = This is the rest of a text that is too long; it was not kept either. Please write less, in one message: there is room for { $limit } characters.
event-desk-cancel-confirm =
    Cancel “{ $title }”, { WHEN($starts_at, $now) }, are you sure? It cannot be brought back.{ $has_reason ->
        [yes] { " " }Reason: { $reason }
       *[no] { "" }
    }

    { event-desk-told }
event-desk-btn-cancel-yes = Yes, cancel it

event-desk-unfinished = You have an unfinished event, “{ $title }”. Shall we go on with it? If you begin anew, it will be erased.
event-desk-btn-continue = Go on
event-desk-btn-anew = Begin anew
event-desk-btn-keep = Keep it
event-desk-new-kind =
    A new event. What will it be?{ $said ->
        [yes]
            { "" }

            Now: { events-kind }
       *[no] { "" }
    }
event-desk-new-title =
    Write its title, for example: Solid geometry: ways to solve.{ $said ->
        [yes]
            { "" }

            Now: { $title }
       *[no] { "" }
    }
event-desk-new-subject =
    For whom is it? Tick one subject or several{ common-ticked }{ $said ->
        [yes]
            { "" }

            Now: { $for_everyone ->
                [yes] for all teachers
               *[no] { $chosen }
            }
       *[no] { "" }
    }
event-desk-subjects = For whom is “{ $title }”? Tick one subject or several{ common-ticked }
event-desk-btn-everyone = For all teachers
event-desk-new-when =
    When does it begin? Choose, or write day and time, for example: { $example }.{ $said ->
        [yes]
            { "" }

            Now: { WHEN($starts_at, $now) }
       *[no] { "" }
    }
event-desk-new-length =
    How long will it last?{ $said ->
        [yes]
            { "" }

            Now: { event-desk-btn-length }
       *[no] { "" }
    }
event-desk-btn-length = { $minutes ->
    [45] 45 minutes
    [60] 1 hour
    [90] 1.5 hours
    [120] 2 hours
    [180] 3 hours
   *[360] All day (6 hours)
  }
event-desk-new-place =
    Where? Write an address, a link to the meeting, or both.{ $said ->
        [yes]
            { "" }

            Now: { $has_place ->
                [yes] { $place }
               *[no] to be announced
            }
       *[no] { "" }
    }
event-desk-btn-place-later = I will say later
event-desk-new-capacity =
    How many places? Choose, or write a number.{ $said ->
        [yes]
            { "" }

            Now: { $limited ->
                [yes] { $capacity }
               *[no] no limit
            }
       *[no] { "" }
    }
event-desk-new-description =
    Write what it is about, who leads it, what to bring.{ $said ->
        [yes]
            { "" }

            Now: { $has_description ->
                [yes] { $description }
               *[no] none
            }
       *[no] { "" }
    }
event-desk-new-change = What shall be changed?
event-desk-btn-step-kind = Kind
event-desk-btn-step-title = Title
event-desk-btn-step-subject = For whom
event-desk-btn-step-when = Beginning
event-desk-btn-step-length = Length
event-desk-btn-step-place = Place
event-desk-btn-step-capacity = Number of places
event-desk-btn-step-description = Description
event-desk-btn-correct = Change something
event-desk-new-confirm =
    Please check that all is right.

    <b>{ $title }</b>
    { events-kind }, { $for_everyone ->
        [yes] for everyone
       *[no] { $subjects }
    }
    When: { WHEN($starts_at, $now) }–{ TIME($ends_at) }{ $day_off ->
        [yes] { " " }(a day off)
       *[no] { "" }
    }
    Where: { $has_place ->
        [yes] { $place }
       *[no] to be announced
    }
    Sign-up until: { SHORT($until, $now) }
    Places: { $limited ->
        [yes] { $capacity }
       *[no] no limit
    }
    { $has_description ->
        [yes]
            { "" }
            { $description }
            { "" }
       *[no] { "" }
    }
    Once it is published, teachers will see it.
event-desk-btn-publish = Publish
