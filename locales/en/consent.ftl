consent-mistake =
    We shall correct the mistake in the next step.
    { "" }
consent-ask =
    To keep your answers under your name we need your consent to the processing of personal data. It is a document of its own: you can read it and withdraw it.

    What for: to keep your account, so that you can take self-diagnostics, ask for a tutor and sign up for events.

    Without consent you can take self-diagnostics without a name: we shall then remember neither a name nor a school.
consent-btn-read = Read it
consent-btn-agree = { $gender ->
   *[any] I agree
  }
consent-btn-anonymous = No consent: anonymously
consent-text =
    { $text }

    Version { $version }{ $pages ->
        [1] { "" }
       *[other] , page { $page } of { $pages }
      }
