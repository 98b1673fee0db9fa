common-btn-menu = Меню
common-btn-back = Назад
common-btn-previous = ‹ Раньше
common-btn-next = Дальше ›
common-btn-whole-list = Весь список
common-pages = { $pages ->
    [1] .
   *[other] . Страница { $page } из { $pages }.
  }
common-ticked = { common-pages }{ $any_chosen ->
    [yes] { " " }Отмечено: { $ticked }.
   *[no] { "" }
  }
common-btn-ready = Готово
common-btn-skip = Пропустить
common-btn-other-language = In English
common-noted = Записано.
common-person-row = { $name }, { $school }
common-alert-stale = Эта кнопка устарела. Ниже — то, что есть сейчас.

error-not-found = Этого уже нет: возможно, отменили или удалили. Откройте раздел заново через «Меню».
error-not-allowed = Это доступно другому человеку. Если так быть не должно, напишите методисту.
error-stranger = Вы ещё не вошли. Нажмите «Меню» слева от строки ввода, затем «Главное меню», и познакомимся.
error-consent-needed = Для этого нужно назвать себя и дать согласие на обработку данных: «Меню» → «Назвать себя».
error-accident = Что-то сломалось у нас, ваши ответы сохранены. Нажмите ещё раз чуть позже. Если повторится, назовите методисту номер { $number }.

fallback-command = Такой команды нет. Всё делается кнопками, вот они:
fallback-text = { $known ->
    [yes] Это сообщение никто не увидит. Спросить методиста — кнопка «Нужна помощь» в меню. Здесь отвечают кнопками. Вот они:
   *[no] Здесь отвечают кнопками. Вот они:
  }
fallback-other = Я понимаю только слова и кнопки. Вот кнопки:
