diagnostics-menu-btn = Self-diagnostics
diagnostics-menu-btn-shared = Results opened to me

diagnostics-list =
    <b>Self-diagnostics</b>
    Only you see your personal result, until you open it yourself. Choose a questionnaire.
diagnostics-list-empty = There is no questionnaire for you yet: they are for teachers. If you teach, please check your subjects: “Menu” → “My data”.
diagnostics-row =
    <b>{ $title }</b>, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
    { $state ->
        [new] Not taken yet.
        [running] Begun: go on with question { $number }.
        [outdated] The questionnaire has changed: we begin anew.
        [test] Last time { DATE($at) }: { $amount } right.
        [scored] Last time { DATE($at) }: { $amount }.
       *[done] Last time { DATE($at) }.
    }
diagnostics-btn-history = My results

diagnostics-intro =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes } min. Your place is kept.

    { $intro }

    <b>Who will see the result</b>
    { $shareable ->
        [yes] Only you see your personal result, until you open it yourself.
       *[no] Only you see your personal result.
    } It has no influence on pay or attestation. { $confidentiality }
diagnostics-intro-running = You stopped at question { $number }, your earlier answers are kept.
diagnostics-intro-outdated = The questionnaire has changed in substance since you began it. Your earlier answers do not fit it, so we begin with the first question.
diagnostics-intro-last = Your last result is of { DATE($at) }. The new one will be shown beside it.
diagnostics-intro-limits = { $tries ->
    [one] You may take it once.
   *[other] You may take it { $tries } times, again no sooner than in { $days } days.
  }
diagnostics-intro-no-more = This test can be taken { $most ->
    [one] { $most } time, and you have taken it
   *[other] { $most } times, and you have used them
  }. The result and the explanations stay with you.
diagnostics-intro-too-early = You can take it again from { DATE($on) }: there is time to work on the difficult topics.
diagnostics-btn-begin = Begin
diagnostics-btn-resume = Go on with question { $number }
diagnostics-btn-again = Take it again
diagnostics-btn-last-result = Last result

diagnostics-btn-stop = Stop here
diagnostics-btn-forward = Next
diagnostics-stopped = The place is kept: go on with this very question whenever it suits you.
diagnostics-question-gone = There are no more questions. Press “Done” to see the result.

diagnostics-amount-percent = { $percent }%
diagnostics-amount-points = { $right } of { $asked }

diagnostics-result-head = <b>{ $title }</b>, { DATE($at) }
diagnostics-result-whole = Overall: { $amount }.
diagnostics-result-whole-need = The need on the whole: { $amount }. This is no mark: the more, the more it is needed.
diagnostics-result-points = { $amount } right. { $level }.
diagnostics-result-strong = { $state ->
    [low] <b>It is hard now { $every ->
        [yes] in all areas
       *[no] wherever there are enough answers
      }.</b> You can begin with one.
    [low_near] <b>It is hard now { $every ->
        [yes] in all areas
       *[no] wherever there are enough answers
      }.</b> Easier than the others: { $areas }.
    [even] <b>Strong side:</b> none stands out so far, the areas are level.
    [near] <b>Nearest to a strong side:</b> { $areas }.
   *[strong] <b>Strong side:</b> { $areas }.
  }
diagnostics-result-one = <b>One area alone can be judged:</b> { $areas }. { $level }.
diagnostics-result-nothing = There are too few answers to judge.
diagnostics-result-growth = { $any ->
    [yes] <b>Room to grow:</b> { $areas }.
   *[no] <b>Room to grow:</b> no clear gaps.
  }
diagnostics-result-need = { $any ->
    [yes] <b>Needed most:</b> { $areas }.
   *[no] <b>Needed most:</b> no clear wishes.
  }
diagnostics-result-attention = <b>Needs attention:</b> { $count ->
    [0] no answers “{ $answer }”.
    [one] { $count } point answered “{ $answer }”.
   *[other] { $count } points answered “{ $answer }”.
  }
diagnostics-result-attention-test = <b>Needs attention:</b> { $wrong ->
    [0] no mistakes.
    [one] { $wrong } task, see the explanation.
   *[other] { $wrong } tasks, see the explanations.
  }
diagnostics-result-few = Too few answers to judge: { $areas }.
diagnostics-result-unasked = { $own ->
    [yes] Does not apply to you and is left out: { $areas }.
   *[no] Does not apply to the teacher and is left out: { $areas }.
  }
diagnostics-result-different = The areas that count are not the same as before, so compare the overall figures with care.
diagnostics-result-cycle = { $text } { $areas }.
diagnostics-result-area = { $title } ({ $amount })
diagnostics-result-change = { $title }: { $before } before, { $after } now
diagnostics-result-was = { $when ->
    [same] On { DATE($at) } it was { $before }, now it is { $after }.
   *[other] { $month ->
        [1] In January
        [2] In February
        [3] In March
        [4] In April
        [5] In May
        [6] In June
        [7] In July
        [8] In August
        [9] In September
        [10] In October
        [11] In November
       *[12] In December
      }{ $when ->
        [past_year] {" "}{ $year }
       *[other] { "" }
      } it was { $before }, now it is { $after }.
  }
diagnostics-result-read = Looked at by: { $readers }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
  }
diagnostics-result-reader = { $name }, { DATE($at) }
diagnostics-result-private = Only you see this result.
diagnostics-result-open = The result has been open to the methodists of the district since { DATE($at) }.
diagnostics-picture-date = { DATE($at) }
diagnostics-picture-few = too few answers
diagnostics-picture-unasked = does not apply
diagnostics-picture-need = The more, the more it is needed. This is no mark.
diagnostics-picture-private = A personal result. Seen only by those to whom you open it.
diagnostics-picture-own = A personal result. Only you see it.
diagnostics-btn-events = Events of my subject
diagnostics-btn-share = Show it to the methodists
diagnostics-btn-unshare = Do not show it any more
diagnostics-btn-recommendations = Recommendations
diagnostics-btn-areas = Area by area
diagnostics-btn-attention = What needs attention
diagnostics-btn-explanations = Explanations

diagnostics-areas =
    <b>{ $title }</b>, { DATE($at) }
    Area by area

    { $areas }
diagnostics-areas-row = • { $title }: { $state ->
    [few] too few answers
    [unasked] does not apply
   *[known] { $amount }{ $compared ->
        [yes] , { $before } before
       *[no] { "" }
      }{ $named ->
        [yes] . { $level }
       *[no] { "" }
      }
  }

diagnostics-recommendations = <b>What can be done</b>
diagnostics-recommendation =
    <b>{ $title }</b>, { $amount }{ $level ->
        [none] { "" }
       *[other] . { $label }
    }
    { $text }
diagnostics-recommendation-action = • { $action }
diagnostics-recommendations-few = There are too few answers to advise anything. You may take the questionnaire again whenever it suits you.
diagnostics-recommendations-none = There are no clear gaps. You may look at the events, or offer your experience to colleagues.

diagnostics-attention =
    <b>{ $title }</b>, { DATE($at) }
    You answered “{ $answer }”. Only you see this list: it is a good beginning for a talk with a tutor.
diagnostics-attention-area = <b>{ $title }</b>
diagnostics-attention-item = • { $text }

diagnostics-explanation =
    Task { $number }, explanation { $page } of { $pages }: { $state ->
        [right] right
        [skipped] no answer
       *[wrong] there is a mistake
    }

    <b>{ $task }</b>
diagnostics-explanation-option = • { $text }
diagnostics-explanation-answers =
    { $state ->
        [skipped] You chose “I do not know”.
       *[other] Your answer: { $answer }
    }
    The right answer: { $expected }
diagnostics-explanation-why = <b>Explanation.</b> { $text }
diagnostics-explanation-error = <b>A common mistake.</b> { $text }

diagnostics-share =
    Show the methodists of the district your result “{ $title }” of { DATE($at) }?

    The methodists of your district will see it: { $any ->
        [yes] now that is { $names }.
       *[no] there is none in the bot now, whoever comes will.
    }
    What they will see: your name, the percentages by area and the picture. Your answers to the questions are not shown. Nobody else will see anything: neither the deputy head nor the mentor.

    If you change your mind, press “Do not show it any more” under the result, and the methodists cannot open it again. What has been seen already cannot be taken back.
diagnostics-btn-share-yes = Yes, show it
diagnostics-btn-share-no = No, do not show it
diagnostics-shared-done = Open to the methodists of the district. You can close it at any moment.
diagnostics-unshared-done = Closed: the methodists do not see this result any more.

diagnostics-history =
    <b>My results</b>
    { $total ->
        [0] Results will appear here once you have finished your first questionnaire.
       *[other] Press a number to open the result with its picture.
    }
diagnostics-history-row = { $number }. { $title }, { DATE($at) }{ $state ->
    [test] : { $amount } right
    [scored] : { $amount }
    [changed] . Earlier version
   *[done] { "" }
  }
diagnostics-numbered-btn = { $number } · { $name }
diagnostics-history-day = { $day }/{ $month }/{ $year }
diagnostics-history-changed = The questionnaire has changed in substance since, so the earlier result cannot be shown in the new areas.

diagnostics-shared =
    <b>Results opened to me</b>
    { $total ->
        [0] Nobody has opened a personal result to you yet.
       *[other] People have opened them to you themselves and may close them. Every opening is recorded.
    }
diagnostics-shared-row = { $number }. { $name }, { $school }: { $title }, { DATE($at) }
diagnostics-shared-head =
    <b>{ $name }</b>, { $school }
    The result is open to the methodists of the district, please do not pass it on.

error-diagnostics-closed = This attempt is closed: the questionnaire was begun anew, or it has changed. Please open “Self-diagnostics” again.
error-diagnostics-no-more = This test cannot be taken again: { $most } attempts have been used.
error-diagnostics-too-early = This test can be taken again from { DATE($on) }.
error-diagnostics-result-closed = { $owner } no longer shows this result.
error-diagnostics-not-shareable = Only you see the result of this questionnaire, it cannot be opened.
