pairs-menu-btn = Mentoring pairs

pairs-notice-silent = { $count ->
    [one] { $count } pair is silent
   *[other] { $count } pairs are silent
  }{ $count ->
    [1] { $new ->
        [0] { "" }
       *[other] { " " }for the first week
      }
   *[other] { $new ->
        [0] { "" }
       *[other] , { $new } of them for the first week
      }
  }: the weekly questions and the reminder were not answered.

    { $pairs }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
      }
pairs-notice-silent-row = { $mentor } — { $mentee }: { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
  }
pairs-notice-ending =
    The period of the order runs out on { DATE($ends_on) }:
    { $pairs }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
      }

    If the work goes on, the school needs another order. It can be recorded on the card of the pair once the period is over.
pairs-notice-ending-row = { $mentor } — { $mentee }
pairs-btn-open-one = Open the pair
pairs-btn-open = Open the list
pairs-list = { $total ->
    [0] There are no pairs yet. Record the first one from its order.
   *[other] <b>Silent pairs: { $silent }.</b> Pairs in all: { $total }.
    { $silent ->
        [0] { $away ->
            [0] Everybody answers.
           *[other] The others answer.
          }
       *[other] The silent ones come first. The bot has reminded them; you can ask through the school, which the card names.
      }{ $away ->
        [0] { "" }
       *[other] { " " }Not in the bot, or have stopped it: { $away }.
      }
  }
pairs-row = { $mark ->
    [silent] Silent:{ " " }
    [absent] Not in the bot:{ " " }
    [stopped] Bot blocked:{ " " }
   *[open] { "" }
  }{ $mentor } — { $mentee }
pairs-list-ended = { $total ->
    [0] No pair has ended yet.
   *[other] <b>Pairs that have ended: { $total }.</b> The latest come first.
  }
pairs-erased = data erased
pairs-btn-new = New pair
pairs-btn-ended = Ended
pairs-btn-current = Active

pairs-card =
    Order { $number } of { DATE($order_date) }
    Period: { DATE($starts_on) } — { DATE($ends_on) }
    { $status ->
        [finished] <b>The pair has finished.</b>
        [stopped] <b>The pair was stopped.</b>
        [over] <b>The period is over.</b>
       *[active] The pair is active.
      }

    Mentor: { $mentor }
    Mentored: { $mentee }
pairs-person = { $known ->
    [yes] <b>{ $name }</b>, { $school }{ $contact ->
        [absent] { " " }(not in the bot)
        [stopped] { " " }(has stopped the bot)
       *[open] { "" }
      }
   *[no] data erased
  }
pairs-weeks =
    Weeks, the first mark is the mentor, the second the mentored teacher:
    { $weeks }
    ● answered · ○ silent · – skipped · … awaited · × not in the bot
pairs-weeks-none = Nothing has been asked yet.
pairs-week = { $marks } { WEEK($week) }
pairs-mark = { $mark ->
    [answered] ●
    [missed] ○
    [skipped] –
    [waiting] …
    [away] ×
   *[none] ·
  }
pairs-btn-again = Record another order
pairs-btn-finish = Finish
pairs-btn-stop = Stop
pairs-end =
    <b>{ $mentor } — { $mentee }</b>

    { $ending ->
        [finished] Finish the pair? No more weekly questions; the journal stays.
       *[stopped] Stop the pair before its time? No more weekly questions. The school issues the order about it.
      }
pairs-btn-end-sure = Yes, I am sure

pairs-new-mentor = { $searched ->
    [no] Who is the mentor? Write the beginning of the surname.
   *[yes] { $found ->
        [0] Nobody is found by “{ $typed }”. Write the surname in another way.
       *[other] Choose the mentor{ $more ->
            [yes] { " " }or write the surname and the beginning of the name
           *[no] { "" }
          }.
      }
  }
pairs-new-mentee = { $searched ->
    [no] Who is mentored? Write the beginning of the surname.
   *[yes] { $found ->
        [0] { $is_chosen ->
            [yes] { $chosen } is the mentor whom you have chosen. Who is mentored?
           *[no] Nobody is found by “{ $typed }”. Write the surname in another way.
          }
       *[other] Choose the mentored teacher{ $more ->
            [yes] { " " }or write the surname and the beginning of the name
           *[no] { "" }
          }.
      }
  }
pairs-surname-only = That is too long. The surname is needed; its beginning, or with initials.
pairs-new-order = Number and date of the school's order? Write, for example: 47 of 02.09.2026.
pairs-order-unclear = I could not read that. Write the number, “of” and the date, for example: 47 of 02.09.2026. Without a number: «б/н».
pairs-order-date = The date of the order must not lie ahead, nor be older than three years. Please check it.
pairs-new-period = Order { $number } of { DATE($day) }. Until which day does the pair work? Choose, or write the date.
pairs-period = { $kind ->
    [school_year] School year: to { DATE($ends_on) }
    [three_months] 3 months: to { DATE($ends_on) }
   *[year] A year: to { DATE($ends_on) }
  }
pairs-new-confirm =
    Mentor: <b>{ $mentor }</b>, { $mentor_school }
    Mentored: <b>{ $mentee }</b>, { $mentee_school }
    Order { $number } of { DATE($day) }, until { DATE($ends_on) }.

    The bot appoints nobody, it records the order. The mentor's written consent (article 351.8 of the Labour Code) is kept by the school.
pairs-new-others = Please note: this teacher has a mentor already, { $others }. A second pair can be recorded.
pairs-new-less-experienced = Please check which of the two is the mentor: the mentor has taught for less time.
pairs-btn-record = Record the pair

error-pairs-exists = These two are a pair already: order { $number }.
error-pairs-one-person = Mentor and mentored teacher are the same person. Choose another.
