when-problem = { $problem ->
    [no_day] The time is clear, the day is missing. Write both, for example: { $example }.
    [no_time] The day is clear, the time is missing. Write both, for example: { $example }.
    [no_such_day] There is no such day. Check day and month, for example: { $example }.
    [no_such_time] There is no such time. Write hours and minutes, for example: { $example }.
    [other_weekday] { DATE($at) } is a { WEEKDAY($at) }. Check the date or the weekday.
    [night] { TIME($at) } is { $late ->
        [yes] too late. Write { TIME($instead) } if you mean the morning.
       *[no] at night. Write { TIME($instead) } if you mean the day.
      }
    [past] This time has passed: { DATE($at) }, { TIME($at) }. If you mean another year, write the year too, for example: 15.01.{ $next_year } 15:00.
    [far] { DATE($at) } is more than a year ahead. Check the year.
   *[unclear] I could not understand the day and time. Write, for example: tomorrow at 15, Friday 15:30, { $example }.
  }
