profile-card = { $anonymous ->
    [yes] You answer without a name: we keep subjects, experience and answers only.
   *[no] <b>{ $full_name }</b>
    { $school }
    Subjects: { $subjects }
  }
