profile-card = { $anonymous ->
    [yes] <b>You answer without a name</b>
   *[no] <b>{ $full_name }</b>
  }{ $school_known ->
    [yes] {""}
    { $school }
   *[no] { "" }
  }{ $some_subjects ->
    [yes] {""}
    Subjects: { $subjects }
   *[no] { "" }
  }{ $experience_known ->
    [yes] {""}
    Teaching since { $since }{ $exact ->
        [yes] { "" }
       *[no] {" or earlier"}
    }
   *[no] { "" }
  }{ $some_roles ->
    [yes] {""}
    In this assistant you are: { $roles }
   *[no] { "" }
  }{ $any_kept ->
        [yes] {""}

        We also keep:{ $results ->
            [0] { "" }
           *[other] {""}
            • results of self-diagnostics: { $results }
        }{ $unfinished ->
            [0] { "" }
           *[other] {""}
            • self-diagnostics not finished: { $unfinished }
        }{ $sign_ups ->
            [0] { "" }
           *[other] {""}
            • sign-ups to events: { $sign_ups }
        }{ $requests ->
            [0] { "" }
           *[other] {""}
            • requests: { $requests }
        }{ $pairs ->
            [0] { "" }
           *[other] {""}
            • mentoring pairs with your answers to the weekly questions: { $pairs }
        }
       *[no] { "" }
    }

    { $consented ->
        [yes] You gave your consent on { DATE($consent_at) }, version { $consent_version } of the text.
       *[no] We have neither your name nor your school; the number of your messenger account stays: by it we find your answers.
    }
profile-role-teacher = teacher
profile-role-tutor = tutor
profile-role-mentor = mentor
profile-role-mentee = young teacher with a mentor
profile-role-methodist = methodist
profile-role-deputy_head = deputy head
profile-role-administrator = administrator
profile-btn-introduce = Say who I am
profile-btn-correct = Correct
profile-btn-export = Download my data
profile-btn-erase = Delete my data
profile-file-name = my-data-{ $day }.json
profile-file-caption = This is all that we keep about you, with the log of actions, and nothing about others. Any text editor opens the file.
profile-correct = What shall we correct?
profile-btn-name = Name
profile-btn-school = School
profile-btn-subjects = Subjects
profile-btn-experience = Experience
profile-name =
    Written down now: <b>{ $full_name }</b>

    Write surname, given name and patronymic as they should be.
profile-results-closed = { $count ->
    [one] Noted. The district is another one, so { $count } result opened to your former methodist is closed. You can open it to the new one.
   *[other] Noted. The district is another one, so { $count } results opened to your former methodist are closed. You can open them to the new one.
  }
profile-municipality = { $some ->
    [yes] In which district or town is your school?
   *[no] The list of schools has not been loaded yet. Write to your methodist.
  }
profile-erase =
    <b>Delete your data?</b>

    We delete at once and for good: { $named ->
        [yes] your name, school, subjects and experience
       *[no] your subjects and experience
    }{ $results ->
        [0] { "" }
       *[other] ; results of self-diagnostics ({ $results })
    }{ $unfinished ->
        [0] { "" }
       *[other] ; answers of unfinished self-diagnostics ({ $unfinished })
    }{ $sign_ups ->
        [0] { "" }
       *[other] ; sign-ups to events ({ $sign_ups })
    }{ $requests ->
        [0] { "" }
       *[other] ; the texts of requests ({ $requests })
    }. They cannot be brought back.
profile-erase-tutor = • You are a tutor: the requests you took go to other tutors.
profile-erase-pairs = • Your mentoring pairs stop, and your answers to the weekly questions are deleted. The order at the school does not change by that: tell the deputy head.
profile-erase-organiser = • You run events, requests or announcements. They stay without your name, hand them over to a colleague.
profile-erase-last-administrator = • You are the only administrator. After you it is whoever enters by the code of the settings (ADMIN_CODE).
profile-erase-stays =
    What stays, without a name: the record of when you gave and withdrew consent, with the number of your messenger account (the law demands it), the log of actions with inner numbers, and sums.

    The sheet with the code will not work a second time: to come back, ask for a new one or enter without a code.
profile-btn-erase-not = No, keep them
profile-btn-erase-go-on = Go on
profile-erase-surely = The last question. Delete everything right now?
profile-btn-erase-surely = Delete for good
profile-erased =
    Done: your data are deleted, your consent is withdrawn.

    We cannot wipe this chat, delete it yourself in the messenger. Should you want to come back, begin anew.
