event-desk-menu-btn = Мероприятия центра

event-desk-list = { $past ->
    [yes] { $total ->
        [0] Прошедших и отменённых мероприятий нет.
       *[other] <b>Прошедшие и отменённые</b>: { $total }{ common-pages }

        { $lines }
      }
   *[no] { $total ->
        [0] Предстоящих мероприятий нет. Создайте первое.
       *[other] <b>Предстоящие мероприятия</b>: { $total }{ common-pages }

        { $lines }
      }
  }
event-desk-line =
    <b>{ SHORT($starts_at, $now) }. { $title }</b>
    { $cancelled ->
        [yes] Отменено
       *[no] { event-desk-filled }
    }
event-desk-filled = Записано: { $confirmed }{ $limited ->
    [yes] { " " }из { $capacity }
   *[no] , без ограничения мест
  }{ $line ->
    [0] { "" }
   *[other] , ждут: { $line }
  }
event-desk-btn-new = Новое мероприятие
event-desk-btn-other = { $past ->
    [yes] Предстоящие
   *[no] Прошедшие
  }

event-desk-card = { $done ->
    [yes]
        { $people ->
            [0] Сделано.
            [one] Сделано. Сообщение получит { $people } человек: { event-desk-told-when }.
            [few] Сделано. Сообщение получат { $people } человека: { event-desk-told-when }.
           *[many] Сделано. Сообщение получат { $people } человек: { event-desk-told-when }.
        }

        { event-desk-card-body }
   *[no] { event-desk-card-body }
  }
event-desk-told-when = { $at_once ->
    [yes] прямо сейчас
   *[no] { WHEN($by) }
  }
event-desk-card-body =
    <b>{ $title }</b>
    { events-kind }, { $for_everyone ->
        [yes] для всех
       *[no] { $subjects }
    }

    Когда: { WHEN($starts_at, $now) }–{ TIME($ends_at) }
    Где: { events-notice-place }
    Запись до: { SHORT($until, $now) }
    { event-desk-filled }
    { $has_description ->
        [yes]
            { "" }
            { $description }
            { "" }
       *[no] { "" }
    }
    { $closed ->
        [cancelled] <b>Мероприятие отменено.</b>{ $has_reason ->
            [yes] { " " }Причина: { $reason }
           *[no] { "" }
          }
        [running] <b>Мероприятие идёт сейчас.</b>
        [over] Мероприятие прошло.
       *[no] Ссылка для приглашения: { $link_to_card }
    }
event-desk-btn-people = Кто записан
event-desk-btn-capacity = Число мест
event-desk-btn-place = Место
event-desk-btn-title = Название
event-desk-btn-description = Описание
event-desk-btn-subjects = Для кого
event-desk-btn-move = Перенести
event-desk-btn-cancel = Отменить

event-desk-people = { $total ->
    [0] На «{ $title }» пока никто не записан.
   *[other] <b>{ $title }</b>
    Записано: { $confirmed }, ждут: { $line }{ common-pages }

    { $lines }
  }
event-desk-person = { $number }. { $full_name }{ $has_school ->
    [yes] , { $school }
   *[no] { "" }
  } — { $state ->
    [come] придёт
    [waiting] ждёт, номер { $position }
    [cancelled] не придёт
   *[confirmed] ответа нет
  }

event-desk-move =
    На когда перенести «{ $title }»?
    Сейчас: { WHEN($starts_at, $now) }.

    Выберите или напишите день и время, например: { $example }.
event-desk-btn-moment = { SHORT($at) }
event-desk-move-confirm =
    Перенести «{ $title }»?

    Сейчас: { WHEN($old, $now) }
    Станет: <b>{ WHEN($starts_at, $now) }</b>
    { $day_off ->
        [yes]
            { "" }
            Это нерабочий день.
            { "" }
       *[no] { "" }
    }
    { event-desk-told }
event-desk-told = { $people ->
    [0] Сообщать некому.
    [one] Сообщение получит { $people } человек: { event-desk-told-when }.
    [few] Сообщение получат { $people } человека: { event-desk-told-when }.
   *[many] Сообщение получат { $people } человек: { event-desk-told-when }.
  }
event-desk-same-time = Мероприятие и так назначено на это время. Напишите другое.
event-desk-btn-move-yes = Да, перенести

event-desk-capacity =
    Сколько мест на «{ $title }»?
    Сейчас: { $limited ->
        [yes] { $capacity }
       *[no] без ограничения
    }, записано: { $confirmed }, ждут: { $line }.

    Новые места сразу получат первые из очереди. Выберите или напишите число.
event-desk-same-capacity = { $limited ->
    [yes] Мест и так { $capacity }.
   *[no] Число мест и так без ограничения.
  } Выберите или напишите другое.
event-desk-capacity-confirm =
    Изменить число мест на «{ $title }»?

    Сейчас: { $was_limited ->
        [yes] { $was }
       *[no] без ограничения
    }
    Станет: <b>{ $limited ->
        [yes] { $capacity }
       *[no] без ограничения
    }</b>{ $given ->
        [0] { "" }
       *[other]
            { "" }
            Сразу получат место из очереди: { $given }
    }
event-desk-btn-capacity-yes = Да, изменить
event-desk-place =
    Где пройдёт «{ $title }»? Напишите адрес, ссылку на встречу или то и другое.
    Сейчас: { $has_place ->
        [yes] { $place }
       *[no] уточняется
    }
event-desk-place-confirm =
    Изменить место: «{ $title }»?

    Сейчас: { $has_place ->
        [yes] { $place }
       *[no] уточняется
    }
    Станет: <b>{ $new }</b>

    { event-desk-told }
event-desk-btn-place-yes = Да, изменить
event-desk-title = Как назвать «{ $title }»? Напишите новое название.
event-desk-description =
    Напишите описание «{ $title }»: о чём пойдёт речь, кто ведёт, что взять с собой.{ $has_description ->
        [yes]
            { "" }

            Сейчас:
            { $description }
       *[no] { "" }
    }
event-desk-btn-no-description = Без описания
event-desk-capacity-unclear = Нужно одно число от 1 до 5000, например: 25.
event-desk-btn-unlimited = Без ограничения

event-desk-cancel =
    Почему отменяется «{ $title }»?

    Выберите причину или напишите свою: её увидят все, кто записан и ждёт.
event-desk-btn-no-reason = Не указывать причину
event-desk-too-long = Слишком длинно: знаков { $length }, а помещается { $limit }. Сократите, пожалуйста.
event-desk-too-long-tail = Это продолжение слишком длинного текста, оно тоже не сохранено. Напишите короче и одним сообщением: помещается знаков { $limit }.
event-desk-cancel-confirm =
    Точно отменить «{ $title }», { WHEN($starts_at, $now) }? Вернуть его будет нельзя.{ $has_reason ->
        [yes] { " " }Причина: { $reason }
       *[no] { "" }
    }

    { event-desk-told }
event-desk-btn-cancel-yes = Да, отменить

event-desk-unfinished = У вас есть неоконченное мероприятие «{ $title }». Продолжить его? Если начать заново, оно сотрётся.
event-desk-btn-continue = Продолжить
event-desk-btn-anew = Начать заново
event-desk-btn-keep = Оставить
event-desk-new-kind =
    Новое мероприятие. Что это будет?{ $said ->
        [yes]
            { "" }

            Сейчас: { events-kind }
       *[no] { "" }
    }
event-desk-new-title =
    Напишите название, например: Стереометрия: методы решения.{ $said ->
        [yes]
            { "" }

            Сейчас: { $title }
       *[no] { "" }
    }
event-desk-new-subject =
    Для кого оно? Отметьте один или несколько предметов{ common-ticked }{ $said ->
        [yes]
            { "" }

            Сейчас: { $for_everyone ->
                [yes] для всех учителей
               *[no] { $chosen }
            }
       *[no] { "" }
    }
event-desk-subjects = Для кого «{ $title }»? Отметьте один или несколько предметов{ common-ticked }
event-desk-btn-everyone = Для всех учителей
event-desk-new-when =
    Когда начало? Выберите или напишите день и время, например: { $example }.{ $said ->
        [yes]
            { "" }

            Сейчас: { WHEN($starts_at, $now) }
       *[no] { "" }
    }
event-desk-new-length =
    Сколько продлится?{ $said ->
        [yes]
            { "" }

            Сейчас: { event-desk-btn-length }
       *[no] { "" }
    }
event-desk-btn-length = { $minutes ->
    [45] 45 минут
    [60] 1 час
    [90] 1,5 часа
    [120] 2 часа
    [180] 3 часа
   *[360] Весь день (6 часов)
  }
event-desk-new-place =
    Где? Напишите адрес, ссылку на встречу или то и другое.{ $said ->
        [yes]
            { "" }

            Сейчас: { $has_place ->
                [yes] { $place }
               *[no] уточняется
            }
       *[no] { "" }
    }
event-desk-btn-place-later = Уточню позже
event-desk-new-capacity =
    Сколько мест? Выберите или напишите число.{ $said ->
        [yes]
            { "" }

            Сейчас: { $limited ->
                [yes] { $capacity }
               *[no] без ограничения
            }
       *[no] { "" }
    }
event-desk-new-description =
    Напишите описание: о чём пойдёт речь, кто ведёт, что взять с собой.{ $said ->
        [yes]
            { "" }

            Сейчас: { $has_description ->
                [yes] { $description }
               *[no] нет
            }
       *[no] { "" }
    }
event-desk-new-change = Что поправить?
event-desk-btn-step-kind = Вид
event-desk-btn-step-title = Название
event-desk-btn-step-subject = Для кого
event-desk-btn-step-when = Начало
event-desk-btn-step-length = Длительность
event-desk-btn-step-place = Место
event-desk-btn-step-capacity = Число мест
event-desk-btn-step-description = Описание
event-desk-btn-correct = Поправить
event-desk-new-confirm =
    Проверьте, всё ли верно.

    <b>{ $title }</b>
    { events-kind }, { $for_everyone ->
        [yes] для всех
       *[no] { $subjects }
    }
    Когда: { WHEN($starts_at, $now) }–{ TIME($ends_at) }{ $day_off ->
        [yes] { " " }(нерабочий день)
       *[no] { "" }
    }
    Где: { $has_place ->
        [yes] { $place }
       *[no] уточняется
    }
    Запись до: { SHORT($until, $now) }
    Мест: { $limited ->
        [yes] { $capacity }
       *[no] без ограничения
    }
    { $has_description ->
        [yes]
            { "" }
            { $description }
            { "" }
       *[no] { "" }
    }
    После публикации мероприятие увидят учителя.
event-desk-btn-publish = Опубликовать
