# What the bot will do by itself, as the page of the sandbox calls it. $side: whose weekly questions they are.
due-event_reminder_day = reminder a day before
due-event_reminder_hours = reminder two hours before
due-event_place_freed = news that a place is free
due-event_no_place = news that no place has come free
due-event_place = news of another place of the event
due-event_moved = news that the event was moved
due-event_cancelled = news that the event was cancelled
due-request_offer = request for tutors
due-request_offer_closed = the request is settled
due-request_taken = news that the request was taken
due-request_time_proposed = another time for the meeting
due-request_time_answered = answer about the time of the meeting
due-request_no_tutor = request without a tutor, to methodists
due-request_declined = the request was declined
due-request_withdrawn = the request was withdrawn
due-request_overdue = the promised day has passed, to the author of the request
due-request_time_wanted = question to the tutor when the meeting is
due-request_meeting_soon = reminder of a meeting with a tutor
due-request_meeting_confirm = question whether the meeting took place
due-request_rate = request to rate the meeting
due-role_given = news of a new role
due-role_taken = news that a role was taken away
due-pair_made = news of a new pair
due-pair_ended = news that the pair has ended
due-pairs_ending = pairs whose term runs out, to methodists
due-check_in = { $side ->
    [mentor] questions for mentors
    [mentee] questions for young teachers
   *[any] weekly questions
  }
due-check_in_nudge = { $side ->
    [mentor] questions for mentors once more
    [mentee] questions for young teachers once more
   *[any] weekly questions once more
  }
due-check_in_silent_pair = silent pairs, to methodists
due-mentee_question = question of a young teacher to the mentor
due-pair_question = question of a young teacher to the mentor
due-mentoring_help = call for help, to methodists
due-broadcast = announcement
due-broadcast_left_behind = announcement left without its author, to methodists
due-broadcast_test = trial of an announcement, to its author
