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
        [refused] Вы ответили, что не можете.
        [given] Учитель: { $teacher }. Осталось назначить время.
        [taken] Учитель: { $teacher }. Осталось назначить время.
        [scheduled] Учитель: { $teacher }. Встреча: { WHEN($at) }. Учителю время отправлено.
        [clarify] Учитель: { $teacher }. О встрече вы ответили по-разному; методист поможет разобраться. Можно назначить новую встречу.
        [done] Учитель: { $teacher }. Встреча состоялась. Спасибо.
        [confirmed] Учитель: { $teacher }. Встреча состоялась, заявка завершена. Спасибо.
        [another] Заявку уже взял другой тьютор. Спасибо, что откликнулись.
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

        Когда встретитесь? Выберите или напишите, например: 18.10 15:00.
   *[no] Заявка № { $number } «{ $topic }». Учителю удобно: { $when }.

        Какое время предложить? Выберите или напишите, например: 18.10 15:00.
  }
tutor-desk-moment = { SHORT($moment) }
tutor-desk-btn-later = Другие дни ›
tutor-desk-time-busy = Рядом с этим временем ({ WHEN($at) }) у вас уже назначена встреча. Выберите другое.
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
