tutor-desk-menu-btn = Стол тьютора
tutor-desk-list =
    <b>Стол тьютора</b>
    { $active ->
        [yes] Открытых заявок у вас: { $tutees } из { $most }. Встреч проведено: { $held }.
       *[no] Вы на паузе: новые запросы не приходят. Открытых заявок у вас: { $tutees }. Встреч проведено: { $held }.
    }
    { $has_next_meeting ->
        [yes] Ближайшая встреча: { WHEN($next_meeting) }.
       *[no] Назначенных встреч впереди нет.
    }

    { $section ->
        [offers] { $total ->
            [0] Новых запросов нет. Когда появятся, мы напишем.
           *[other] Новые запросы:
        }
       *[tutees] { $total ->
            [0] Сейчас вы никому не помогаете.
           *[other] Ваши заявки, ближайшие встречи сверху:
        }
    }
tutor-desk-section-offers = { $section ->
    [offers] ✓ Новые: { $offers }
   *[tutees] Новые: { $offers }
  }
tutor-desk-section-tutees = { $section ->
    [offers] Мои: { $tutees }
   *[tutees] ✓ Мои: { $tutees }
  }
tutor-desk-row = { $state ->
    [timed] { SHORT($at) } · { $topic }
    [assigned] № { $number } · { $topic } · без времени
   *[other] № { $number } · { $topic }
  }
tutor-desk-btn-settings = Сколько я беру
tutor-desk-card =
    <b>Заявка № { $number }</b>

    { $facts }
    { $school }

    { $standing ->
        [asked] Возьмёте?
        [proposed] Вы предложили: { WHEN($at) }. Ждём ответа учителя.
        [refused] Вы ответили, что не можете. Заявка ещё свободна.
        [given] Учитель: { $teacher }. Осталось назначить время.
        [taken] Учитель: { $teacher }. Осталось назначить время.
        [scheduled] Учитель: { $teacher }. Встреча: { WHEN($at) }. { $reachable ->
            [yes] Учителю время отправлено.
           *[no] <b>Учитель остановил бота и времени не получил.</b> Свяжитесь с ним по-другому; когда вернётся, мы ему напишем.
        }
        [met] Учитель: { $teacher }. Встреча: { WHEN($at) }. { $mine ->
            [held] Вы ответили: встреча была. Ждём ответа учителя.
            [not_held] Вы ответили: не состоялась. Осталось назначить новое время.
           *[nothing] { $theirs ->
                [held] Учитель ответил, что встреча была. А вы как считаете?
                [not_held] Учитель ответил, что встреча не состоялась. Назначьте новое время или ответьте, если она была.
               *[nothing] Состоялась?
            }
        }
        [clarify] Учитель: { $teacher }. О встрече вы ответили по-разному; методист поможет разобраться. Можно назначить новую встречу.
        [done] Учитель: { $teacher }. Встреча состоялась. Спасибо.
        [confirmed] Учитель: { $teacher }. Встреча состоялась, заявка завершена. Спасибо.
        [another] Заявкой уже занимается другой тьютор. Спасибо, что откликнулись.
        [over] Ваш ответ по этой заявке больше не нужен.
        [withdrawn] Учитель отозвал заявку.
       *[ended] Заявку закрыл методист.
    }
tutor-desk-btn-move = Перенести встречу
tutor-desk-btn-hand-back = Не смогу вести
tutor-desk-hand-back = Отказаться от заявки № { $number } «{ $topic }»? Мы поищем другого тьютора, а учителю скажем об этом.
tutor-desk-btn-hand-back-yes = Да, отказаться
tutor-desk-btn-hand-back-no = Нет, оставить
tutor-desk-time = { $mine ->
    [yes] Заявка № { $number } «{ $topic }» — ваша. Учитель: { $teacher }. Удобно: { $when }.

        Когда встретитесь? Выберите или напишите, например: { $example }.
   *[no] Заявка № { $number } «{ $topic }». Учителю удобно: { $when }.

        Какое время предложить? Выберите или напишите, например: { $example }.
  }{ $too_many ->
    [yes]
        { "" }

        Открытых заявок у вас теперь { $tutees }, а вы собирались вести не больше { $most }. Если это много, откажитесь от одной из них на столе тьютора.
   *[no] { "" }
  }
tutor-desk-time-over = { $standing ->
    [finished] Заявка № { $number } «{ $topic }» завершена.
    [another] Заявкой № { $number } «{ $topic }» уже занимается другой тьютор.
    [withdrawn] Учитель отозвал заявку № { $number } «{ $topic }».
    [ended] Заявку № { $number } «{ $topic }» закрыл методист.
   *[over] Время по заявке № { $number } «{ $topic }» больше не нужно.
  }
tutor-desk-alert-not-yours = Заявка № { $number } уже не у вас.
tutor-desk-moment = { SHORT($moment) }
tutor-desk-btn-later = Другие дни ›
tutor-desk-time-day-off = { WHEN($at) } — выходной. Если так и задумано, пришлите то же ещё раз; если нет, напишите другое время.
tutor-desk-settings =
    { $active ->
        [yes] Новые запросы приходят, пока открытых заявок меньше { $most }. Сколько заявок вы готовы вести одновременно?
       *[no] Вы на паузе: новые запросы не приходят. То, что уже взято, остаётся у вас.
    }

    Встречи, о которых учителя оставили отзыв: { $rated }. Сами оценки не видит никто, кроме поставивших.
tutor-desk-number = { $chosen ->
    [yes] ✓ { $number }
   *[no] { $number }
  }
tutor-desk-pause = { $active ->
    [yes] Взять паузу
   *[no] Снова принимать запросы
  }
