# Чем бот займётся сам: так это называет страница песочницы. $side — чьи это вопросы недели.
due-event_reminder_day = напоминание за день
due-event_reminder_hours = напоминание за два часа
due-event_place_freed = известие, что место освободилось
due-event_no_place = известие, что место не освободилось
due-event_place = известие о новом месте мероприятия
due-event_moved = известие о переносе мероприятия
due-event_cancelled = известие об отмене мероприятия
due-request_offer = заявка тьюторам
due-request_offer_closed = заявка больше не нужна
due-request_taken = известие, что заявку взяли
due-request_time_proposed = другое время для встречи
due-request_time_answered = ответ о времени встречи
due-request_no_tutor = заявка без тьютора: методистам
due-request_declined = отказ по заявке
due-request_withdrawn = заявка отозвана
due-request_overdue = обещанный день прошёл: автору заявки
due-request_time_wanted = вопрос тьютору, когда встреча
due-request_meeting_soon = напоминание о встрече с тьютором
due-request_meeting_confirm = вопрос, состоялась ли встреча
due-request_rate = просьба оценить встречу
due-role_given = известие о новой роли
due-role_taken = известие о снятой роли
due-pair_made = известие о новой паре
due-pair_ended = известие о завершении пары
due-pairs_ending = пары, у которых заканчивается срок: методистам
due-check_in = { $side ->
    [mentor] вопросы наставникам
    [mentee] вопросы молодым педагогам
   *[any] вопросы недели
  }
due-check_in_nudge = { $side ->
    [mentor] повторно вопросы наставникам
    [mentee] повторно вопросы молодым педагогам
   *[any] повторно вопросы недели
  }
due-check_in_silent_pair = пары, которые молчат: методистам
due-mentee_question = вопрос молодого педагога наставнику
due-pair_question = вопрос молодого педагога наставнику
due-mentoring_help = просьба о помощи: методистам
due-broadcast = объявление
due-broadcast_left_behind = объявление осталось без автора: методистам
due-broadcast_test = проба объявления: автору
