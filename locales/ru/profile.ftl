profile-card = { $anonymous ->
    [yes] Вы отвечаете без имени: мы храним только предметы, стаж и ответы.
   *[no] <b>{ $full_name }</b>
    { $school }
    Предметы: { $subjects }
  }
