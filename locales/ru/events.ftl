events-menu-btn = Мероприятия

events-kind = { $kind ->
    [seminar] Семинар
    [practicum] Практикум
    [master_class] Мастер-класс
    [training] Тренинг
    [mini_course] Мини-курс
    [webinar] Вебинар
    [consultation] Консультация
    [round_table] Круглый стол
    [conference] Конференция
    [meeting] Заседание
   *[any] любой
  }

events-catalogue = { $total ->
    [0] { $narrowed ->
        [yes] По этим условиям ничего не нашлось. Уберите условия или смягчите их: «Подобрать».
       *[no] { $anonymous ->
            [yes] Мы не знаем, где вы работаете, поэтому не можем показать мероприятия вашего района. Назовите себя в «Моих данных».
           *[no] Ближайших мероприятий пока нет. Когда появятся, они будут здесь.
          }
      }
   *[other] <b>Мероприятия</b>{ $narrowed ->
        [yes] { " " }по вашим условиям
       *[no] { "" }
    }: { $total }{ common-pages }

    { $lines }

    Выберите, о чём рассказать:
  }
events-group = { $group ->
    [mine] <i>Ваш предмет</i>
    [everyone] <i>Для всех</i>
   *[others] <i>Другие предметы</i>
  }
events-line =
    <b>{ SHORT($starts_at, $now) }. { $title }</b>
    { events-kind-of }, { $state }
events-btn-event = { BRIEF($starts_at) } { $title }
events-kind-of = { $kind ->
    [seminar] семинар
    [practicum] практикум
    [master_class] мастер-класс
    [training] тренинг
    [mini_course] мини-курс
    [webinar] вебинар
    [consultation] консультация
    [round_table] круглый стол
    [conference] конференция
   *[meeting] заседание
  }
events-short-state = { $state ->
    [cancelled] отменено
    [running] идёт сейчас
    [running_mine] идёт сейчас, вы записаны
    [over] прошло
    [past] прошло, вы были записаны
    [confirmed] вы записаны
    [waiting] вы в очереди, номер { $position }
    [deadline] запись закрыта
    [unlimited] мест хватит всем
    [full] { $line ->
        [0] мест нет, можно встать в очередь
        [one] мест нет, в очереди { $line } человек
        [few] мест нет, в очереди { $line } человека
       *[many] мест нет, в очереди { $line } человек
      }
   *[free] { $free ->
        [one] свободно { $free } место
        [few] свободно { $free } места
       *[many] свободно { $free } мест
      }
  }
events-btn-filters = Подобрать
events-btn-mine = Мои мероприятия

events-filters = Что показать? Нажмите на условие, чтобы поменять его.
events-btn-filter-subjects = { $only_mine ->
    [yes] Предметы: мои и общие
   *[no] Предметы: все
  }
events-btn-filter-month = Месяц: { $month ->
    [0] любой
    [1] январь { $year }
    [2] февраль { $year }
    [3] март { $year }
    [4] апрель { $year }
    [5] май { $year }
    [6] июнь { $year }
    [7] июль { $year }
    [8] август { $year }
    [9] сентябрь { $year }
    [10] октябрь { $year }
    [11] ноябрь { $year }
   *[12] декабрь { $year }
  }
events-btn-filter-kind = Вид: { events-kind }
events-btn-filter-free = { $only_free ->
    [yes] Места: только где есть
   *[no] Места: неважно
  }
events-btn-filter-order = Порядок: { $by_date ->
    [yes] по дате
   *[no] { $has_subjects ->
        [yes] сначала мои предметы
       *[no] сначала для всех
      }
  }
events-btn-filter-clear = Убрать все условия
events-btn-filter-show = Показать
events-month = За какой месяц показать?
events-btn-month = { $month ->
    [1] Январь { $year }
    [2] Февраль { $year }
    [3] Март { $year }
    [4] Апрель { $year }
    [5] Май { $year }
    [6] Июнь { $year }
    [7] Июль { $year }
    [8] Август { $year }
    [9] Сентябрь { $year }
    [10] Октябрь { $year }
    [11] Ноябрь { $year }
   *[12] Декабрь { $year }
  }
events-btn-any-month = За любой
events-choose-kind = Какие мероприятия показать?
events-btn-any-kind = Любые

events-card = { $just ->
    [signed_up]
        Готово, вы записаны.{ $reminders ->
            [both] { " " }Напомню за день и за два часа.
            [day] { " " }Напомню накануне.
            [hours] { " " }Напомню за два часа.
           *[none] { "" }
        }

        { events-card-body }
    [waiting]
        Свободных мест сейчас нет, вы в очереди. Как только место освободится, оно станет вашим, и я напишу.

        { events-card-body }
    [left]
        Запись отменена. Спасибо, что предупредили.

        { events-card-body }
    [left_line]
        Вы вышли из очереди.

        { events-card-body }
   *[no] { events-card-body }
  }
events-card-body =
    <b>{ $title }</b>
    { events-kind }, { $for_everyone ->
        [yes] для всех
       *[no] { $subjects }
    }

    Когда: { WHEN($starts_at, $now) }–{ TIME($ends_at) }
    Где: { $has_place ->
        [yes] { $place }
       *[no] уточняется
    }{ $has_link ->
        [yes] , { $link }
       *[no] { "" }
    }
    { $has_description ->
        [yes]
            { "" }
            { $description }
            { "" }
       *[no] { "" }
    }
    { events-card-state }
events-card-state = { $closed ->
    [cancelled] <b>Мероприятие отменено.</b>{ $has_reason ->
        [yes] { " " }Причина: { $reason }
       *[no] { "" }
      }
    [running] <b>Мероприятие идёт сейчас.</b>{ $mine ->
        [confirmed] { " " }Вы записаны.
       *[none] { "" }
      }
    [over] { $mine ->
        [confirmed] Мероприятие прошло. Вы были записаны.
       *[none] Мероприятие прошло.
      }
    [deadline] { $mine ->
        [confirmed] <b>Вы записаны.</b>
        [waiting] <b>Вы в очереди, номер { $position }.</b>
       *[none] Запись закрыта: она шла до { SHORT($until) }. { $has_organiser ->
            [yes] Если очень нужно, спросите организатора: { $organiser }.
           *[no] { "" }
          }
      }
   *[no] { $mine ->
        [confirmed] <b>Вы записаны.</b>
        [waiting] <b>Вы в очереди, номер { $position }.</b>
       *[none] { events-card-places }
      }
  }
events-card-places = { $places ->
    [unlimited] Мест хватит всем.
    [full] { $line ->
        [0] Свободных мест нет (всего { $capacity }). Очереди ещё нет, вы будете первым номером.
       *[other] Свободных мест нет (всего { $capacity }), в очереди: { $line }.
      }
   *[free] Свободно мест: { $free } из { $capacity }.
  } Запись до { SHORT($until) }.
events-btn-sign-up = Записаться
events-btn-wait = Встать в очередь
events-btn-file = Добавить в календарь
events-btn-leave = { $mine ->
    [waiting] { events-btn-leave-line }
   *[confirmed] Отменить запись
  }

events-confirm =
    { $full ->
        [yes] Мест сейчас нет. Поставить вас в очередь? Вы будете под номером { $position }.
       *[no] Записать вас?
    }

    <b>{ $title }</b>
    { WHEN($starts_at, $now) }–{ TIME($ends_at) }{ $clashes ->
        [yes]
            { "" }

            В это время вы записаны на «{ $other }».
       *[no] { "" }
    }
events-btn-confirm = { $full ->
    [yes] Да, в очередь
   *[no] Да, записать
  }
events-leave =
    { $waiting ->
        [yes] Точно выйти из очереди? Если передумаете, придётся встать в её конец.
       *[no] { $somebody_waits ->
            [yes] Точно отменить запись? Место сразу перейдёт следующему в очереди, вернуть его не получится.
           *[no] Точно отменить запись? Место освободится для других.
          }
    }

    <b>{ $title }</b>
    { WHEN($starts_at, $now) }
events-btn-leave-yes = { $waiting ->
    [yes] Да, выйти из очереди
   *[no] Да, отменить запись
  }
events-file-name = meropriyatie
events-file =
    { $title }, { WHEN($starts_at, $now) }

    Нажмите на файл, и телефон предложит добавить мероприятие в календарь.

events-mine = { $past ->
    [yes] { $total ->
        [0] Прошедших мероприятий пока нет.
       *[other] <b>Где вы были записаны</b>

        { $lines }
      }
   *[no] { $total ->
        [0] Вы пока никуда не записаны.
       *[other] <b>Мои мероприятия</b>

        { $lines }
      }
  }
events-btn-mine-other = { $past ->
    [yes] Предстоящие
   *[no] Прошедшие
  }

events-notice-soon = { $days ->
    [0] Сегодня, { DAY($starts_at) }, { TIME($starts_at) }
    [1] Завтра, { DAY($starts_at) }, { TIME($starts_at) }
    [2] Послезавтра, { DAY($starts_at) }, { TIME($starts_at) }
   *[other] Напоминаем: { WHEN($starts_at) }
  } — { events-kind-of } <b>«{ $title }»</b>.
events-notice-reminder =
    { events-notice-soon }
    Где: { events-notice-place }

    { $will_come ->
        [yes] Вы ответили, что будете. Если планы поменялись, скажите сейчас.
       *[no] Вас ждать?
    }
events-notice-place = { $has_place ->
    [yes] { $place }
   *[no] уточняется
  }{ $has_link ->
    [yes] , { $link }
   *[no] { "" }
  }
events-notice-freed =
    Для вас освободилось место: { events-kind-of } <b>«{ $title }»</b>.
    Когда: { WHEN($starts_at, $now) }–{ TIME($ends_at) }
    Где: { events-notice-place }

    Вы записаны. Сможете прийти?
events-notice-no-place =
    { events-notice-soon }
    { $late ->
        [yes] Места для вас не нашлось, приходить не нужно.
       *[no]
            Места для вас пока нет. Вы в очереди, номер { $position }.
            { "" }
            Если место освободится раньше чем за два часа до начала, оно станет вашим, и я сразу напишу. Если сообщения не будет, приходить не нужно.
    }
events-notice-moved =
    Мероприятие перенесли: { events-kind-of } <b>«{ $title }»</b>.
    Было: { WHEN($moved_from, $now) }
    Стало: <b>{ WHEN($starts_at, $now) }</b>
    Где: { events-notice-place }

    { $mine ->
        [waiting] Вы остаётесь в очереди, номер { $position }.
       *[confirmed] Ваше место за вами. Сможете в новое время?
    }
events-notice-place-changed =
    Изменилось место: { events-kind-of } <b>«{ $title }»</b>, { WHEN($starts_at, $now) }.
    Теперь: <b>{ events-notice-place }</b>{ $mine ->
        [waiting]
            { "" }

            Вы по-прежнему в очереди, номер { $position }.
       *[confirmed] { "" }
    }
events-notice-cancelled =
    Мероприятие отменили: { events-kind-of } <b>«{ $title }»</b>, { WHEN($starts_at, $now) }. Приходить не нужно.{ $has_reason ->
        [yes] { " " }Причина: { $reason }
       *[no] { "" }
    }

    Простите за неудобство.
events-btn-come = Буду
events-btn-cannot = Не смогу
events-btn-leave-line = Выйти из очереди
events-btn-free-place = Освободить место
events-btn-keep-place = Я буду
events-btn-leave-line-yes = Точно выйти
events-btn-keep-line = Остаюсь
events-btn-to-calendar = В календарь
events-btn-other = Другие мероприятия
events-btn-open = Открыть мероприятие
events-alert-sure = { $somebody_waits ->
    [yes] Точно не сможете? Место сразу перейдёт следующему.
   *[no] Точно не сможете? Место освободится для других.
  }
events-alert-sure-line = Точно выйти? Вернуться можно будет только в конец очереди.
events-answered = { $answer ->
    [come] ✓ Вы ответили: буду. Ждём вас.
    [freed] Место освобождено. Спасибо, что предупредили.
    [kept_line] Вы остаётесь в очереди.
    [moved] Время с тех пор поменялось: теперь { WHEN($starts_at, $now) }.
    [elsewhere] Место поменялось: теперь { events-notice-place }. Сможете прийти?
    [cancelled] Мероприятие отменено.
    [over] Мероприятие началось или уже прошло.
   *[not_in] Вы на это мероприятие не записаны.
  }

events-cancel-reason = { $reason ->
    [speaker_ill] Ведущий болен
    [later] Проведём позже
   *[few_people] Мало участников
  }
error-event-closed = { $reason ->
    [cancelled] Это мероприятие отменено.
    [over] Мероприятие началось или уже прошло.
   *[deadline] Запись уже закрыта.
  }
error-event-elsewhere = Это мероприятие другого района. Если вас туда пригласили, попросите методиста записать вас.
error-event-fewer-than-confirmed = { $confirmed ->
    [one] Уже записан { $confirmed } человек, меньше мест сделать нельзя.
    [few] Уже записаны { $confirmed } человека, меньше мест сделать нельзя.
   *[many] Уже записано { $confirmed } человек, меньше мест сделать нельзя.
  }
error-event-in-the-past = Это время уже прошло. Выберите другое.
