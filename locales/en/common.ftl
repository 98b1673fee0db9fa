common-btn-menu = Menu
common-btn-back = Back
common-btn-previous = ‹ Previous
common-btn-next = Next ›
common-btn-whole-list = The whole list
common-pages = { $pages ->
    [1] .
   *[other] . Page { $page } of { $pages }.
  }
common-ticked = { common-pages }{ $any_chosen ->
    [yes] { " " }Marked: { $ticked }.
   *[no] { "" }
  }
common-btn-ready = Done
common-btn-skip = Skip
common-btn-other-language = По-русски
common-noted = Noted.
common-person-row = { $name }, { $school }
common-alert-stale = This button is out of date. Below is what there is now.

error-not-found = It is no longer there: it may have been cancelled or deleted. Open the section again from the menu.
error-not-allowed = This belongs to somebody else. If that is a mistake, write to your methodist.
error-stranger = You have not entered yet. Press “Menu” to the left of the input line, then “Main menu”, and say who you are.
error-consent-needed = For this we need to know who you are and to have your consent: “Menu”, then “Say who I am”.
error-accident = Something broke on our side, your answers are safe. Press again a little later. If it repeats, tell your methodist the number { $number }.

fallback-command = There is no such command. Everything is done with buttons, here they are:
fallback-text = { $known ->
    [yes] Nobody will see this message. To ask a methodist, press “I need help” in the menu. Please use the buttons:
   *[no] Please use the buttons:
  }
fallback-other = I understand words and buttons only. Here are the buttons:
