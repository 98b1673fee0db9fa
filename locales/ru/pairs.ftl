pairs-menu-btn = Пары наставников

pairs-notice-silent = { $count ->
    [one] { $count } пара молчит
    [few] { $count } пары молчат
   *[many] { $count } пар молчат
  }{ $count ->
    [1] { $new ->
        [0] { "" }
       *[other] { " " }первую неделю
      }
   *[other] { $new ->
        [0] { "" }
       *[other] , из них { $new } первую неделю
      }
  }: вопросы недели и напоминание остались без ответа.

    { $pairs }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
      }
pairs-notice-silent-row = { $mentor } — { $mentee }: { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[many] { $weeks } недель
  }
pairs-notice-ending =
    { DATE($ends_on) } выходит срок по приказу:
    { $pairs }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
      }

    Если работа продолжается, нужен новый приказ школы. Записать его можно на карточке пары, когда срок выйдет.
pairs-notice-ending-row = { $mentor } — { $mentee }
pairs-btn-open-one = Открыть пару
pairs-btn-open = Открыть список
pairs-list = { $total ->
    [0] Пар пока нет. Запишите первую по приказу.
   *[other] <b>Пары, которые молчат: { $silent }.</b> Всего пар: { $total }.
    { $silent ->
        [0] { $away ->
            [0] Все отвечают.
           *[other] Остальные отвечают.
          }
       *[other] Молчащие стоят первыми. Бот им уже напомнил: можно спросить через школу, она указана в карточке.
      }{ $away ->
        [0] { "" }
       *[other] { " " }Не в боте или остановили бота: { $away }.
      }
  }
pairs-row = { $mark ->
    [silent] Молчит:{ " " }
    [absent] Не в боте:{ " " }
    [stopped] Бот выключен:{ " " }
   *[open] { "" }
  }{ $mentor } — { $mentee }
pairs-list-ended = { $total ->
    [0] Завершённых пар пока нет.
   *[other] <b>Завершённые пары: { $total }.</b> Последние стоят первыми.
  }
pairs-erased = данные стёрты
pairs-btn-new = Новая пара
pairs-btn-ended = Завершённые
pairs-btn-current = Действующие

pairs-card =
    Приказ { $number } от { DATE($order_date) }
    Период: { DATE($starts_on) } — { DATE($ends_on) }
    { $status ->
        [finished] <b>Пара завершена.</b>
        [stopped] <b>Пара остановлена.</b>
        [over] <b>Срок вышел.</b>
       *[active] Пара работает.
      }

    Наставник: { $mentor }
    Подопечный: { $mentee }
pairs-person = { $known ->
    [yes] <b>{ $name }</b>, { $school }{ $contact ->
        [absent] { " " }(не в боте)
        [stopped] { " " }(остановил(а) бота)
       *[open] { "" }
      }
   *[no] данные стёрты
  }
pairs-weeks =
    Недели, первый знак — наставник, второй — подопечный:
    { $weeks }
    ● ответ · ○ молчание · – пропуск · … ждём · × не в боте
pairs-weeks-none = Вопросов ещё не было.
pairs-week = { $marks } { WEEK($week) }
pairs-mark = { $mark ->
    [answered] ●
    [missed] ○
    [skipped] –
    [waiting] …
    [away] ×
   *[none] ·
  }
pairs-btn-again = Записать новый приказ
pairs-btn-finish = Завершить
pairs-btn-stop = Остановить
pairs-end =
    <b>{ $mentor } — { $mentee }</b>

    { $ending ->
        [finished] Завершить пару? Вопросы недели больше не придут, журнал останется.
       *[stopped] Остановить пару раньше срока? Вопросы недели больше не придут. Приказ об этом издаёт школа.
      }
pairs-btn-end-sure = Да, точно

pairs-new-mentor = { $searched ->
    [no] Кто наставник? Напишите начало фамилии.
   *[yes] { $found ->
        [0] По «{ $typed }» никого нет. Напишите фамилию иначе.
       *[other] Выберите наставника{ $more ->
            [yes] { " " }или уточните: фамилия и начало имени
           *[no] { "" }
          }.
      }
  }
pairs-new-mentee = { $searched ->
    [no] Кто подопечный? Напишите начало фамилии.
   *[yes] { $found ->
        [0] { $is_chosen ->
            [yes] { $chosen } — уже выбранный наставник. Кто подопечный?
           *[no] По «{ $typed }» никого нет. Напишите фамилию иначе.
          }
       *[other] Выберите подопечного{ $more ->
            [yes] { " " }или уточните: фамилия и начало имени
           *[no] { "" }
          }.
      }
  }
pairs-surname-only = Слишком длинно. Нужна фамилия, можно её начало или фамилия с инициалами.
pairs-new-order = Номер и дата приказа школы? Напишите, например: 47 от 02.09.2026.
pairs-order-unclear = Номер и дату понять не получилось. Напишите номер, слово «от» и дату, например: 47 от 02.09.2026. Без номера — «б/н».
pairs-order-date = Дата приказа должна быть не в будущем и не старше трёх лет. Проверьте, пожалуйста.
pairs-new-period = Приказ { $number } от { DATE($day) }. До какого дня работает пара? Выберите или напишите дату.
pairs-period = { $kind ->
    [school_year] Учебный год: до { DATE($ends_on) }
    [three_months] 3 месяца: до { DATE($ends_on) }
   *[year] Год: до { DATE($ends_on) }
  }
pairs-new-confirm =
    Наставник: <b>{ $mentor }</b>, { $mentor_school }
    Подопечный: <b>{ $mentee }</b>, { $mentee_school }
    Приказ { $number } от { DATE($day) }, до { DATE($ends_on) }.

    Бот не назначает, а записывает приказ. Письменное согласие наставника (статья 351.8 ТК) хранится в школе.
pairs-new-others = Обратите внимание: наставник у этого педагога уже есть — { $others }. Вторую пару записать можно.
pairs-new-less-experienced = Проверьте, пожалуйста, кто из двоих наставник: у наставника стаж меньше, чем у подопечного.
pairs-btn-record = Записать пару

error-pairs-exists = Эти двое уже пара: приказ { $number }.
error-pairs-one-person = Наставник и подопечный — один и тот же человек. Выберите другого.
