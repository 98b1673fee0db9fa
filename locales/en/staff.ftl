staff-menu-btn = Staff
staff-find =
    <b>Staff</b>
    { $searched ->
        [no] Write a surname or a part of it. People in all: { $total }.
       *[yes] { $total ->
            [0] Nobody was found for “{ $typed }”. Write it another way, or add the person.
           *[other] Found for “{ $typed }”: { $total }.
          }
    }
staff-btn-new = Add a person
staff-card =
    <b>{ $full_name }</b>
    { $school }{ $some_subjects ->
        [yes] {""}
        Subjects: { $subjects }
       *[no] { "" }
    }{ $some_roles ->
        [yes] {""}
        Roles: { $roles }
       *[no] { "" }
    }

    { $inside ->
        [now] Uses the assistant.
        [before] Has no way in at present{ $may_let_in ->
            [yes] : a sheet with a code is needed.
           *[no] . { staff-above }
        }
       *[never] Has not entered yet{ $may_let_in ->
            [yes] : a sheet with a code is needed.
           *[no] . { staff-above }
        }
    }
staff-above = This person looks after more than you do: an administrator above you gives the sheet.
staff-btn-code = Sheet with the code
staff-btn-disconnect = Give a new way in
staff-disconnect =
    <b>{ $full_name }</b>, { $school }

    Is the phone lost, or has the account changed? The old way in is shut at once, and there will be a sheet with a code. Answers, requests and sign-ups stay.

    Hand the sheet to nobody else: it opens personal answers.
staff-btn-disconnect-sure = Shut it and make a sheet
staff-shut-out =
    You can no longer enter from here: the administrator has made you a sheet with a new code. Everything of yours is kept.

    If you did not ask for this, tell the administrator: { $administrator }.
staff-give-role = { $role ->
    [methodist] Make a methodist
    [tutor] Make a tutor
    [deputy_head] Make a deputy head
   *[administrator] Make an administrator
  }
staff-take-role = { $role ->
    [methodist] No longer a methodist
    [tutor] No longer a tutor
    [deputy_head] No longer a deputy head
   *[administrator] No longer an administrator
  }
staff-role =
    <b>{ $full_name }</b>, { $unit }

    { $role ->
        [methodist] A methodist runs the events, requests, mentoring pairs and announcements of the municipality. Of personal results a methodist sees only those that their owners have opened.
        [tutor] A tutor gets requests of teachers of the same subjects, and decides how many to take at once.
        [deputy_head] A deputy head of this school. The role opens nothing yet. Sees no answers or results of teachers.
       *[administrator] An administrator gives roles and sheets with codes in the municipality. Sees no answers or results.
    }

    { $taking ->
        [yes] { $role ->
            [tutor] Take the role away? The requests taken go to other tutors.
           *[other] Take the role away? It takes effect at once.
          }
       *[no] Give this role?
    }
staff-btn-give = Yes, give it
staff-btn-take = Yes, take it away
staff-notice-given = { $role ->
    [methodist] You are now a methodist: <b>{ $unit }</b>. The menu has “{ event-desk-menu-btn }”, “{ request-queue-menu-btn }”, “{ pairs-menu-btn }” and “{ broadcasts-menu-btn }” for you.
    [tutor] You are now a tutor: <b>{ $unit }</b>. Requests of teachers of your subjects will come here. How many to take at once is up to you: “{ tutor-desk-menu-btn }”.
    [deputy_head] You are entered as a deputy head: <b>{ $unit }</b>. There is nothing to do: the role opens nothing yet.
   *[administrator] You are now an administrator: <b>{ $unit }</b>. The menu has “{ staff-menu-btn }” for you: roles and sheets with codes.
  }
staff-notice-taken = { $role ->
    [methodist] You are no longer a methodist: <b>{ $unit }</b>. The methodist's places have left the menu; everything else of yours is there.
    [tutor] You are no longer a tutor: <b>{ $unit }</b>. No new requests will come, and those you took have gone to other tutors.
    [deputy_head] You are no longer entered as a deputy head: <b>{ $unit }</b>. Everything else of yours is there.
   *[administrator] You are no longer an administrator: <b>{ $unit }</b>. “{ staff-menu-btn }” has left the menu; everything else of yours is there.
  }
staff-sheet =
    { $full_name }
    { $school }

    Your code: { $code }
    Works once, until { DATE($until) }.

    To enter: open the link { $link }
    or find @{ $bot } in Telegram, press “Start” and write the code.
staff-sheet-file-name = sheet { $full_name }.txt
staff-entered-since = The sheet is no longer needed: the person has entered, or the code has expired. Go back to the card.
staff-btn-sheet = File to print
staff-btn-new-code = Another code
staff-new-name = Who is it? Write surname, given name and patronymic, for example: Petrova Anna Petrovna.
staff-new-municipality = { $some ->
    [yes] In which municipality does this person work?
   *[no] There is no municipality in your care.
  }
staff-new-school = { $searched ->
    [no] In which school? Write a part of its name or its number. Schools in all: { $total }.
   *[yes] { $total ->
        [0] Nothing was found for “{ $typed }”. Write only the number or how the name begins, for example: 5 or “gymn”.
       *[other] Schools found: { $total }.
      }
  }
staff-btn-service = In the methodical service
staff-new-subjects = What do they teach? Mark the subjects or skip{ common-ticked }
staff-new-confirm =
    <b>{ $name }</b>
    { $school }{ $some_subjects ->
        [yes] {""}
        Subjects: { $subjects }
       *[no] { "" }
    }

    { $written ->
        [yes] Correct what is wrong and save it. The code on the sheet stays the same.
       *[no] Is that right? I shall make a sheet with a code. Until the person enters and agrees, nothing more is kept.
    }
staff-btn-make = Make the sheet
staff-btn-keep = Save
staff-btn-correct = Correct the record
staff-btn-fix-name = Correct the name
staff-btn-fix-school = Correct the place of work
staff-btn-fix-subjects = Correct the subjects

error-staff-already-connected = This person uses the assistant already. A new code would open somebody's answers, so there is none.
error-staff-corrects-herself = This person has entered already and corrects it in “My data”, “Correct”.
error-staff-last-administrator = This is the last administrator: nobody else could give roles. Appoint another one first.
error-staff-not-in-a-school = A deputy head works in a school. Correct the place of work first.
