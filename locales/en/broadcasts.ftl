broadcasts-menu-btn = Announcements

broadcasts-list = { $any ->
    [yes]
        Your announcements, and those of colleagues that are still going out. Press one to see whom it reached.

        { $lines }
   *[no] Here you can write to many at once: the whole district, a school, the teachers of a subject.
  }
broadcasts-list-line = No. { $id }. { $status ->
    [draft] Draft
    [scheduled] Planned
    [sending] Sending
    [stopped] Stopped
   *[done] Sent
  }{ $own ->
    [yes] { "" }
   *[no] { " " }({ $surname })
  }: { $what ->
    [photo] a picture
    [document] file { $name }
    [nothing] no text
   *[text] { $gist }
  }
broadcasts-list-item = No. { $id }. { $status ->
    [draft] Draft
    [scheduled] Planned
    [sending] Sending
    [stopped] Stopped
   *[done] Sent
  }: { $what ->
    [photo] a picture
    [document] file { $name }
    [nothing] no text
   *[text] { $gist }
  }
broadcasts-btn-new = New announcement

broadcasts-text = { $some ->
    [yes] { $length ->
        [0] { "" }
        [one] Text: { $length } character of { $limit }.
       *[other] Text: { $length } characters of { $limit }.
      } { $attached ->
        [photo] There is a picture.
        [document] File: { $name }.
       *[none] { "" }
      }{ $length ->
        [0] { "" }
       *[other] { "\u000A" }“{ $opening }”
      }

    { $replacing ->
        [yes] <b>Send the new text.</b> It takes the place of this one.
       *[no] { $excess ->
        [0] You can add to it: the next message joins the text. Only one picture or file; a new one replaces it.
       *[other] <b>It does not fit: { $excess } too many.</b> { $attached ->
            [none] One message holds { $text_limit }.
           *[photo] A caption holds { $caption_limit }.
          } Send a shorter text here: it takes the place of this one.{ $attached ->
            [none] { "" }
           *[photo] { " " }The attachment stays.
          } The long text is still in the chat above.
      }
    }
   *[no] Send the text. One picture or one file can go with it. Bold, italics and links are kept.

    Before it goes you will see what people will get.
  }
broadcasts-btn-next = { $chosen ->
    [yes] Next: check it
   *[no] Next: to whom
  }
broadcasts-btn-replace = Replace the text
broadcasts-btn-keep = Keep the text as it was
broadcasts-btn-remove = { $attached ->
    [photo] Remove the picture
   *[document] Remove the file
  }
broadcasts-anew =
    Begin again? The text, the picture or file, the people and the time are forgotten.{ $empty ->
        [yes] { "" }
       *[no] { "\u000A\u000A" }{ $gist }
    }
broadcasts-btn-anew-yes = Yes, begin again
broadcasts-btn-again = Begin again
broadcasts-btn-throw-away = Delete the draft
broadcasts-throw-away =
    { $draft ->
        [yes] Delete the draft? It cannot be brought back.
       *[no] Delete announcement { $id }? Nobody has got it. It cannot be brought back.
    }{ $empty ->
        [yes] { "" }
       *[no] { "\u000A\u000A" }{ $gist }
    }
broadcasts-btn-throw-away-yes = Yes, delete
broadcasts-signature = <i>From { $name }, methodist</i>
broadcasts-one-of-album = For now there can be one picture or one file. The first one you sent is taken.
broadcasts-cannot-send = This cannot be announced. Send text, a picture or a file.

broadcasts-segment = { $narrowing ->
    [yes] Now: <b>{ $segment }</b>. Which of them?
   *[no] Who is it for?
  }
broadcasts-by = { $by ->
    [everyone] Everyone
    [municipality] Municipality
    [school] School
    [subject] Subject
    [role] Role
   *[young] Young teachers
  }
broadcasts-segment-value = { $by ->
    [municipality] To which municipality?
    [subject] To the teachers of which subject? Choose one{ common-pages }
    [role] To which role?
   *[school] { $searched ->
        [no] To which school? Choose one or write a part of its name. Schools in all: { $total }.
       *[yes] { $total ->
            [0] Nothing was found for “{ $typed }”. Write it another way.
            [one] { $total } school found.
           *[other] { $total } schools found. Choose one or write more of the name.
          }
      }
  }
broadcasts-everyone = everyone
broadcasts-young = young teachers (under 3 years)
broadcasts-filter-subject = subject “{ $name }”
broadcasts-role = { $role ->
    [teacher] teachers
    [tutor] tutors
    [mentor] mentors
    [mentee] mentees
    [methodist] methodists
    [deputy_head] deputy heads
   *[administrator] administrators
  }
broadcasts-role-btn = { $role ->
    [teacher] Teachers
    [tutor] Tutors
    [mentor] Mentors
    [mentee] Mentees
    [methodist] Methodists
    [deputy_head] Deputy heads
   *[administrator] Administrators
  }

broadcasts-preview =
    Above is the message as people will see it.

    To: <b>{ $segment }</b>
    { $recipients ->
        [0] Nobody can get it now
        [one] { $recipients } person will get it
       *[other] { $recipients } people will get it
    }{ $not_connected ->
        [0] .
        [one] , { $not_connected } is not connected.
       *[other] , { $not_connected } are not connected.
    }{ $blocked ->
        [0] { "" }
        [one] { " " }{ $blocked } more has stopped the bot.
       *[other] { " " }{ $blocked } more have stopped the bot.
    }
    { $recipients ->
        [0] Choose somebody else
       *[other] When: { $passed ->
            [yes] the time that you chose is over. Choose another
           *[no] { $now ->
                [yes] as soon as you press “Send”
               *[no] <b>{ WHEN($goes) }</b>{ $moved ->
                    [yes] . The bot is silent at night, on Sundays and on holidays, so it goes then
                   *[no] { "" }
                  }
              }
        }
    }.
broadcasts-btn-send = { $now ->
    [yes] Send
   *[no] Plan it
  }
broadcasts-btn-test = Send to me
broadcasts-btn-when = Another time
broadcasts-btn-narrow = Narrow it down
broadcasts-btn-others = Other people
broadcasts-btn-who-missing = Who will not get it
broadcasts-alert-test = Sent to you: it comes in a second.
broadcasts-not-connected =
    <b>Will not get the message: { $total }.</b> { $sheets ->
        [0] { "" }
        [one] { "\u000A" }{ $sheets } is not connected to the bot and needs an entry sheet. The list by school can be forwarded to the deputy heads.
       *[other] { "\u000A" }{ $sheets } are not connected to the bot and need entry sheets. The list by school can be forwarded to the deputy heads.
    }{ $blocked ->
        [0] { "" }
        [one] { "\u000A" }{ $blocked } has stopped the bot and has to open it again.
       *[other] { "\u000A" }{ $blocked } have stopped the bot and have to open it again.
    }

    { $lines }

    { $pages ->
        [1] { "" }
       *[other] Page { $page } of { $pages }
    }
broadcasts-school-line = <b>{ $school }</b>
broadcasts-name-line = — { $name }{ $reason ->
    [none] { "" }
    [blocked] : has stopped the bot
    [gone] : has deleted the account
    [lost] : the messenger finds no chat
    [server] : the messenger failed
    [messenger] : the messenger failed
    [not_connected] : is not connected to the bot
    [refused] : the messenger refused the message
   *[unknown] : could not be delivered
  }

broadcasts-when = { $passed ->
    [yes] The time that you chose is over: { WHEN($asked) }. { "" }
   *[no] { "" }
  }When shall we send it? Choose or write, for example: tomorrow at 9, Friday 15:30, { $example }.
broadcasts-btn-now = Now
broadcasts-when-option = { $days ->
    [0] Today, { TIME($at) }
    [1] Tomorrow, { TIME($at) }
   *[other] { SHORT($at) }
  }

broadcasts-live = { $status ->
    [sending] <b>Announcement { $id } is being sent</b>
    [stopped] <b>Announcement { $id } was stopped{ $authored ->
        [yes] </b>
       *[no] : you are no methodist any more.</b> Colleagues can go on with it.
    }
   *[done] <b>Announcement { $id } has been sent</b>
    }
    Delivered: { $sent } of { $total }{ $blocked ->
        [0] { "" }
       *[other] { "\u000A" }Blocked the bot: { $blocked }
    }{ $failed ->
        [0] { "" }
       *[other] { "\u000A" }Not delivered for another reason: { $failed }
    }{ $dropped ->
        [0] { "" }
       *[other] { "\u000A" }Not sent: { $dropped }
    }{ $not_connected ->
        [0] { "" }
       *[other] { "\u000A" }Not connected: { $not_connected }
    }{ $waiting ->
        [0] { "" }
       *[other] { "\u000A" }{ $status ->
            [stopped] Still on the way: { $waiting }
           *[sending] Left: { $waiting }. { $later ->
                [yes] The rest go { WHEN($rest_at) }: the bot is silent at night, on Sundays and on holidays.
               *[no] This message updates itself.
            }
        }
    }
broadcasts-notice-left-behind = <b>Announcement { $id } was stopped: { $author ->
    [none] its author is gone.
   *[other] { $author } is no methodist any more.
  }</b> You can go on with it in your own name.
broadcasts-btn-stop = Stop
broadcasts-btn-names = By name
broadcasts-btn-refresh = Refresh
broadcasts-btn-open = Open the announcement
broadcasts-alert-stopped = Stopped. Gone by then: { $sent }, not sent: { $dropped }{ $waiting ->
    [0] .
   *[other] , still on the way: { $waiting }.
  }
broadcasts-alert-over = There is nothing left to stop: all sent ({ $sent }).

broadcasts-live-goes-on = Announcement { $id }: it goes on, a new message below shows how.
broadcasts-begun =
    <b>Announcement { $id }</b>. It is on its way.

    The message below shows how many have got it; it updates itself, and there you can stop it.
broadcasts-card =
    <b>Announcement { $id }</b>, { $status ->
        [scheduled] planned: { WHEN($at) }
        [sending] being sent
        [stopped] stopped
       *[done] sent
    }
    { $gist }

    { $own ->
        [yes] { "" }
       *[no] From { $author }.{ $left ->
            [yes] { " " }The author is no methodist any more: you can go on with it in your own name.
           *[no] { "" }
        }{ "\u000A" }
    }To: { $segment }
    { $status ->
        [scheduled] Recipients: { $total }
        [sending] At { TIME($moment) }: delivered { $sent } of { $total }
       *[done] Delivered: { $sent } of { $total }
    }{ $blocked ->
        [0] { "" }
       *[other] { "\u000A" }Blocked the bot: { $blocked }
    }{ $failed ->
        [0] { "" }
       *[other] { "\u000A" }Not delivered for another reason: { $failed }
    }{ $dropped ->
        [0] { "" }
       *[other] { "\u000A" }Not sent: { $dropped }
    }{ $not_connected ->
        [0] { "" }
       *[other] { "\u000A" }Not connected: { $not_connected }
    }{ $status ->
        [scheduled] { "" }
       *[sending] { $waiting ->
            [0] { "" }
           *[other] { "\u000A" }Still on the way: { $waiting }{ $later ->
                [yes] . The rest go { WHEN($rest_at) }: the bot is silent at night, on Sundays and on holidays.
               *[no] { "" }
            }
        }
    }{ $status ->
        [scheduled] { "\u000A\u000A" }Until then it can be stopped.
       *[done] { "" }
    }
broadcasts-btn-resend = Resend to those missed ({ $resendable })
broadcasts-btn-move = Change the time
broadcasts-btn-copy = Copy into a new one
broadcasts-btn-throw-away-stopped = Delete the announcement
broadcasts-btn-resume = Go on sending
broadcasts-alert-resent = { $count ->
    [0] There is nobody left to send to.
    [one] Sending once more to { $count } person.
   *[other] Sending once more to { $count } people.
  }
broadcasts-people = <b>{ $end ->
    [sent] Delivered
    [waiting] Not sent yet
    [blocked] Blocked the bot
    [failed] Not delivered for another reason
    [dropped] Not sent: the announcement was stopped
   *[not_connected] Not connected to the bot
  }: { $total }</b>

  { $lines }{ $resendable ->
    [0] { "" }
   *[other] { "\u000A\u000A" }Some can be reached now: send it to them with the button below.
  }{ $pages ->
    [1] { "" }
   *[other] { "\u000A\u000A" }Page { $page } of { $pages }
  }
broadcasts-end = { $end ->
    [sent] Delivered
    [waiting] On the way
    [blocked] Blocked the bot
    [failed] Not delivered
    [dropped] Not sent
   *[not_connected] Not connected
  }: { $count }
error-broadcasts-empty = There is nothing in the announcement yet. Send text, a picture or a file.
error-broadcasts-too-long = The text is longer than what fits: { $length } of { $limit }, { $excess } too many. Make it shorter.
error-broadcasts-draft-full = This did not fit: a draft holds at most { $limit } characters. The text before it is kept.
error-broadcasts-nobody = There is nobody to send it to: none of those chosen is connected to the bot.
error-broadcasts-time-passed = The time that you chose is over. Choose another.
error-broadcasts-already-sent = This announcement has been sent already. Look at it among your announcements.
