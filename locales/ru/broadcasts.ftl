broadcasts-menu-btn = Рассылки

broadcasts-list = { $any ->
    [yes]
        Ваши рассылки и рассылки коллег, которые ещё идут. Нажмите, чтобы посмотреть, кому дошло.

        { $lines }
   *[no] Здесь вы можете написать сразу многим: всему району, школе, учителям одного предмета.
  }
broadcasts-list-line = № { $id }. { $status ->
    [draft] Черновик
    [scheduled] Назначена
    [sending] Идёт
    [stopped] Остановлена
   *[done] Ушла
  }{ $own ->
    [yes] { "" }
   *[no] { " " }({ $surname })
  }: { $what ->
    [photo] картинка
    [document] файл { $name }
    [nothing] без текста
   *[text] { $gist }
  }
broadcasts-list-item = № { $id }. { $status ->
    [draft] Черновик
    [scheduled] Назначена
    [sending] Идёт
    [stopped] Остановлена
   *[done] Ушла
  }: { $what ->
    [photo] картинка
    [document] файл { $name }
    [nothing] без текста
   *[text] { $gist }
  }
broadcasts-btn-new = Новая рассылка

broadcasts-text = { $some ->
    [yes] { $length ->
        [0] { "" }
        [one] Текст: { $length } знак из { $limit }.
        [few] Текст: { $length } знака из { $limit }.
       *[many] Текст: { $length } знаков из { $limit }.
      } { $attached ->
        [photo] Картинка есть.
        [document] Файл: { $name }.
       *[none] { "" }
      }{ $length ->
        [0] { "" }
       *[many] { "\u000A" }«{ $opening }»
      }

    { $replacing ->
        [yes] <b>Пришлите новый текст.</b> Он встанет на место прежнего.
       *[no] { $excess ->
        [0] Можно дописать: следующее сообщение добавится к тексту. Вложение — одно: новая картинка или файл заменит прежнее.
       *[many] <b>Не поместится: лишних знаков { $excess }.</b> { $attached ->
            [none] В одно сообщение входит { $text_limit }.
           *[photo] Подпись к картинке или файлу — не длиннее { $caption_limit }.
          } Пришлите сюда текст короче: он встанет на место прежнего.{ $attached ->
            [none] { "" }
           *[photo] { " " }Вложение останется.
          } Длинный текст есть в переписке выше.
      }
    }
   *[no] Пришлите текст рассылки. К нему можно добавить одну картинку или один файл. Жирный шрифт, курсив и ссылки сохранятся.

    До отправки вы увидите, как это получат люди.
  }
broadcasts-btn-next = { $chosen ->
    [yes] Дальше: проверить
   *[no] Дальше: кому
  }
broadcasts-btn-replace = Заменить текст
broadcasts-btn-keep = Оставить прежний текст
broadcasts-btn-remove = { $attached ->
    [photo] Убрать картинку
   *[document] Убрать файл
  }
broadcasts-anew =
    Начать заново? Текст, вложение, получатели и время будут забыты.{ $empty ->
        [yes] { "" }
       *[no] { "\u000A\u000A" }{ $gist }
    }
broadcasts-btn-anew-yes = Да, начать заново
broadcasts-btn-again = Начать заново
broadcasts-btn-throw-away = Удалить черновик
broadcasts-throw-away =
    { $draft ->
        [yes] Удалить черновик? Вернуть его будет нельзя.
       *[no] Удалить рассылку № { $id }? Её никто не получил. Вернуть её будет нельзя.
    }{ $empty ->
        [yes] { "" }
       *[no] { "\u000A\u000A" }{ $gist }
    }
broadcasts-btn-throw-away-yes = Да, удалить
broadcasts-signature = <i>Пишет { $name }, методист</i>
broadcasts-one-of-album = Пока можно одну картинку или один файл. Взято первое из присланного.
broadcasts-cannot-send = Такое разослать не получится. Пришлите текст, картинку или файл.

broadcasts-segment = { $narrowing ->
    [yes] Сейчас: <b>{ $segment }</b>. Кого из них выбрать?
   *[no] Кому отправить?
  }
broadcasts-by = { $by ->
    [everyone] Всем
    [municipality] Муниципалитет
    [school] Школа
    [subject] Предмет
    [role] Роль
   *[young] Молодые педагоги
  }
broadcasts-segment-value = { $by ->
    [municipality] В какой муниципалитет?
    [subject] Учителям какого предмета? Выберите{ common-pages }
    [role] Кому по роли?
   *[school] { $searched ->
        [no] В какую школу? Выберите или напишите часть названия. Всего школ: { $total }.
       *[yes] { $total ->
            [0] По слову «{ $typed }» ничего не нашлось. Напишите иначе.
            [one] Нашлась { $total } школа.
            [few] Нашлись { $total } школы.
           *[many] Нашлось { $total } школ. Выберите или уточните название.
          }
      }
  }
broadcasts-everyone = все
broadcasts-young = молодые педагоги (стаж до 3 лет)
broadcasts-filter-subject = предмет «{ $name }»
broadcasts-role = { $role ->
    [teacher] учителя
    [tutor] тьюторы
    [mentor] наставники
    [mentee] наставляемые
    [methodist] методисты
    [deputy_head] завучи
   *[administrator] администраторы
  }
broadcasts-role-btn = { $role ->
    [teacher] Учителя
    [tutor] Тьюторы
    [mentor] Наставники
    [mentee] Наставляемые
    [methodist] Методисты
    [deputy_head] Завучи
   *[administrator] Администраторы
  }

broadcasts-preview =
    Выше — то, что увидят люди.

    Кому: <b>{ $segment }</b>
    { $recipients ->
        [0] Получить сейчас некому
        [one] Получит { $recipients } человек
        [few] Получат { $recipients } человека
       *[many] Получат { $recipients } человек
    }{ $not_connected ->
        [0] .
        [one] , { $not_connected } не подключён.
       *[many] , { $not_connected } не подключены.
    }{ $blocked ->
        [0] { "" }
        [one] { " " }Ещё { $blocked } остановил бота.
       *[many] { " " }Ещё { $blocked } остановили бота.
    }
    { $recipients ->
        [0] Выберите других получателей
       *[many] Когда: { $passed ->
            [yes] время, которое вы выбрали, прошло. Выберите другое
           *[no] { $now ->
                [yes] сразу после нажатия «Отправить»
               *[no] <b>{ WHEN($goes) }</b>{ $moved ->
                    [yes] . Ночью, в воскресенье и в праздники бот молчит, поэтому уйдёт в это время
                   *[no] { "" }
                  }
              }
        }
    }.
broadcasts-btn-send = { $now ->
    [yes] Отправить
   *[no] Назначить
  }
broadcasts-btn-test = Прислать мне
broadcasts-btn-when = Другое время
broadcasts-btn-narrow = Сузить круг
broadcasts-btn-others = Другие получатели
broadcasts-btn-who-missing = Кто не получит
broadcasts-alert-test = Отправлено вам: сообщение придёт через секунду.
broadcasts-not-connected =
    <b>Сообщение не получат: { $total }.</b> { $sheets ->
        [0] { "" }
        [one] { "\u000A" }{ $sheets } не подключён к боту: ему нужен лист для входа, список по школам можно переслать завучам.
       *[many] { "\u000A" }{ $sheets } не подключены к боту: им нужны листы для входа, список по школам можно переслать завучам.
    }{ $blocked ->
        [0] { "" }
        [one] { "\u000A" }{ $blocked } остановил бота: ему нужно самому открыть его снова.
       *[many] { "\u000A" }{ $blocked } остановили бота: им нужно самим открыть его снова.
    }

    { $lines }

    { $pages ->
        [1] { "" }
       *[many] Страница { $page } из { $pages }
    }
broadcasts-school-line = <b>{ $school }</b>
broadcasts-name-line = — { $name }{ $reason ->
    [none] { "" }
    [blocked] : остановлен бот
    [gone] : удалён аккаунт
    [lost] : мессенджер не находит чата
    [server] : сбой мессенджера
    [messenger] : сбой мессенджера
    [not_connected] : нет связи с ботом
    [refused] : мессенджер не принял сообщение
   *[unknown] : не удалось доставить
  }

broadcasts-when = { $passed ->
    [yes] Время, которое вы выбрали, уже прошло: { WHEN($asked) }. { "" }
   *[no] { "" }
  }Когда отправить? Выберите или напишите, например: завтра в 9, пятница 15:30, { $example }.
broadcasts-btn-now = Сейчас
broadcasts-when-option = { $days ->
    [0] Сегодня, { TIME($at) }
    [1] Завтра, { TIME($at) }
   *[other] { SHORT($at) }
  }

broadcasts-live = { $status ->
    [sending] <b>Рассылка № { $id } отправляется</b>
    [stopped] <b>Рассылка № { $id } остановлена{ $authored ->
        [yes] </b>
       *[no] : вы больше не методист.</b> Продолжить её могут коллеги.
    }
   *[done] <b>Рассылка № { $id } отправлена</b>
    }
    Дошло: { $sent } из { $total }{ $blocked ->
        [0] { "" }
       *[many] { "\u000A" }Остановили бота: { $blocked }
    }{ $failed ->
        [0] { "" }
       *[many] { "\u000A" }Не дошло по другой причине: { $failed }
    }{ $dropped ->
        [0] { "" }
       *[many] { "\u000A" }Не отправлено: { $dropped }
    }{ $not_connected ->
        [0] { "" }
       *[many] { "\u000A" }Не подключены: { $not_connected }
    }{ $waiting ->
        [0] { "" }
       *[many] { "\u000A" }{ $status ->
            [stopped] Ещё отправляется: { $waiting }
           *[sending] Осталось: { $waiting }. { $later ->
                [yes] Остальным — { WHEN($rest_at) }: ночью, в воскресенье и в праздники бот молчит.
               *[no] Эта запись обновляется сама.
            }
        }
    }
broadcasts-notice-left-behind = <b>Рассылка № { $id } остановлена: { $author ->
    [none] автора больше нет.
   *[other] { $author } больше не методист.
  }</b> Её можно продолжить от вашего имени.
broadcasts-btn-stop = Остановить
broadcasts-btn-names = Поимённо
broadcasts-btn-refresh = Обновить
broadcasts-btn-open = Открыть рассылку
broadcasts-alert-stopped = Остановлено. Успело уйти: { $sent }, не отправлено: { $dropped }{ $waiting ->
    [0] .
   *[many] , ещё отправляется: { $waiting }.
  }
broadcasts-alert-over = Останавливать уже нечего: всё отправлено ({ $sent }).

broadcasts-live-goes-on = Рассылка № { $id }: отправка продолжается, как она идёт — в новом сообщении ниже.
broadcasts-begun =
    <b>Рассылка № { $id }</b>. Отправка началась.

    Сколько дошло, видно в сообщении ниже: оно обновляется само. Там же рассылку можно остановить.
broadcasts-card =
    <b>Рассылка № { $id }</b>, { $status ->
        [scheduled] назначена: { WHEN($at) }
        [sending] отправляется
        [stopped] остановлена
       *[done] отправлена
    }
    { $gist }

    { $own ->
        [yes] { "" }
       *[no] Пишет { $author }.{ $left ->
            [yes] { " " }Её автор больше не методист: продолжить можно от вашего имени.
           *[no] { "" }
        }{ "\u000A" }
    }Кому: { $segment }
    { $status ->
        [scheduled] Получателей: { $total }
        [sending] Было в { TIME($moment) }: дошло { $sent } из { $total }
       *[done] Дошло: { $sent } из { $total }
    }{ $blocked ->
        [0] { "" }
       *[many] { "\u000A" }Остановили бота: { $blocked }
    }{ $failed ->
        [0] { "" }
       *[many] { "\u000A" }Не дошло по другой причине: { $failed }
    }{ $dropped ->
        [0] { "" }
       *[many] { "\u000A" }Не отправлено: { $dropped }
    }{ $not_connected ->
        [0] { "" }
       *[many] { "\u000A" }Не подключены: { $not_connected }
    }{ $status ->
        [scheduled] { "" }
       *[sending] { $waiting ->
            [0] { "" }
           *[many] { "\u000A" }Ещё отправляется: { $waiting }{ $later ->
                [yes] . Остальным — { WHEN($rest_at) }: ночью, в воскресенье и в праздники бот молчит.
               *[no] { "" }
            }
        }
    }{ $status ->
        [scheduled] { "\u000A\u000A" }До этого времени её можно остановить.
       *[done] { "" }
    }
broadcasts-btn-resend = Ещё раз, кому не дошло ({ $resendable })
broadcasts-btn-move = Изменить время
broadcasts-btn-copy = Скопировать в новую
broadcasts-btn-throw-away-stopped = Удалить рассылку
broadcasts-btn-resume = Продолжить отправку
broadcasts-alert-resent = { $count ->
    [0] Отправлять больше некому.
    [one] Отправляем ещё раз: { $count } человеку.
   *[many] Отправляем ещё раз: { $count } людям.
  }
broadcasts-people = <b>{ $end ->
    [sent] Дошло
    [waiting] Ещё не отправлено
    [blocked] Остановили бота
    [failed] Не дошло по другой причине
    [dropped] Не отправлено: рассылку остановили
   *[not_connected] Не подключены к боту
  }: { $total }</b>

  { $lines }{ $resendable ->
    [0] { "" }
   *[many] { "\u000A\u000A" }Тем, кому сообщение не дошло, а теперь написать можно, отправьте его ещё раз кнопкой ниже.
  }{ $pages ->
    [1] { "" }
   *[many] { "\u000A\u000A" }Страница { $page } из { $pages }
  }
broadcasts-end = { $end ->
    [sent] Дошло
    [waiting] Ещё в пути
    [blocked] Остановили бота
    [failed] Не дошло
    [dropped] Не отправлено
   *[not_connected] Не подключены
  }: { $count }
error-broadcasts-empty = В рассылке пока ничего нет. Пришлите текст, картинку или файл.
error-broadcasts-too-long = Текст длиннее, чем помещается: { $length } знаков из { $limit }, лишних { $excess }. Сократите его.
error-broadcasts-draft-full = Это не поместилось: в черновик входит не больше { $limit } знаков. Прежний текст сохранён.
error-broadcasts-nobody = Получателей нет: никто из выбранных не подключён к боту.
error-broadcasts-time-passed = Время, которое вы выбрали, уже прошло. Выберите другое.
error-broadcasts-already-sent = Эта рассылка уже отправлена. Посмотрите её в «Рассылках».
