menu-hello = { $anonymous ->
    [yes] Здравствуйте. Вы отвечаете без имени.
   *[no] Здравствуйте, { $name }.
  } Чем помочь?
menu-btn-profile = Мои данные
