entry-welcome =
    Hello. This is the assistant of the methodical service for teachers: self-diagnostics, tutors, seminars.

    { $known ->
        [yes] Say who you are, and requests and sign-ups will open. Your earlier answers will stay. Do you have a sheet with a six-digit code?
       *[no] Were you given a sheet with a six-digit code?
    }
entry-btn-have-code = Yes, I have a code
entry-btn-no-code = No, I have none
entry-code = Write the code from the sheet: six digits.
entry-confirm =
    You are <b>{ $full_name }</b>{ $has_subjects ->
        [yes] , { $subjects }
       *[no] { "" }
    }, { $school }. Is that right?
entry-btn-its-me = Yes, that is me
entry-btn-mistake = Me, but with a mistake
entry-not-mine = All right, that is not you. Give the sheet back to whoever gave it to you. How shall we go on?
entry-btn-other-code = Enter another code
entry-btn-find-school = Find my school
entry-btn-without-code = Enter without a code
entry-btn-not-mine = This is not my sheet
entry-municipality = { $administrator ->
    [yes] { $some ->
        [yes] The administrator's code is right. Which municipality do you look after?
       *[no] The administrator's code is right, but the list of organisations is empty. Write your district and schools into the file content/units.yaml, start the bot anew and enter the code again.
      }
   *[no] { $some ->
        [yes] Where do you work?
       *[no] The list of schools has not been loaded yet. Ask your methodist to add your school and come again.
      }
  }
entry-school = { $searched ->
    [no] Find your school: write a part of its name or its number. Schools in all: { $total }.
   *[yes] { $total ->
        [0] Nothing was found for “{ $typed }”. Write only the number or how the name begins, for example: 5 or “gymn”.
        [one] { $total } school found.
       *[other] { $total } schools found. Choose one or write more of the name.
      }
  }
entry-btn-school-not-listed = My school is not listed
entry-subjects = What do you teach? Mark one subject or several{ common-ticked }
entry-experience =
    How long have you been teaching? Press a line that fits or write it exactly: full years, or the year you began.{ $known ->
        [yes] {""}

        Written down now: since { $since }{ $exact ->
            [yes] { "" }
           *[no] {" or earlier"}
        }.
       *[no] { "" }
    }
entry-experience-band = { $years ->
    [0] My first year
    [1] 1–2 years
    [3] 3–9 years
    [10] 10–19 years
   *[20] 20 years or more
  }
entry-name = What is your name? Write surname, given name and patronymic, for example: Petrova Anna Petrovna.
entry-name-confirm =
    Surname: <b>{ $surname }</b>
    Given name: <b>{ $given_name }</b>
    Patronymic: { $has_patronymic ->
        [yes] <b>{ $patronymic }</b>
       *[no] none
    }

    Is that right?
entry-btn-name-right = Yes
entry-btn-name-wrong = Correct it
entry-subject-unknown = There is no such subject in the list: “{ $typed }”. Press one that fits, or “Other”.
entry-experience-unclear = Press a line that fits, or write the number of full years or the year you began, for example: 15 or 2011.
entry-administrator-named = An administrator has to have a name: your consent is needed. Or go back and enter as a teacher.

error-entry-wrong-code = { $left ->
    [one] This code does not work. Check the digits; if it was used or has expired, ask for a new one. { $left } try is left.
   *[other] This code does not work. Check the digits; if it was used or has expired, ask for a new one. { $left } tries are left.
  }
error-entry-not-six-digits = The code on the sheet has six digits. Write them in a row, for example: 123456.
error-entry-code-used = This code has been used or replaced. Ask for a new sheet, or enter without a code.
error-entry-too-many-codes = Too many wrong codes. Try again after { TIME($until) }, or enter without a code.
error-entry-already = You have entered already, the code is no longer needed.
error-people-name-unclear = Write only surname, given name and patronymic, in letters with spaces between, for example: Petrova Anna Petrovna.
error-people-surname-missing = This looks like a given name and a patronymic. Please write the surname too, it comes first: Petrova Anna Petrovna.
error-entry-administrator-there = There is an administrator already. Press /start and enter as a teacher, then ask the administrator for a role.
