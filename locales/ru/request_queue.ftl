request-queue-menu-btn = Заявки
request-queue-list =
    <b>Заявки на тьюторов</b>{ $overdue ->
        [0] { "" }
       *[other] {". "}Просрочено: { $overdue }.
    }

    { $which ->
        [new] { $total ->
            [0] Нет заявок, по которым ждём ответа тьюторов.
           *[other] По этим заявкам ждём ответа тьюторов:
        }
        [waiting] { $total ->
            [0] Нет заявок, которые ждут вас.
           *[other] Эти заявки ждут вашего решения: тьюторов не осталось, время встречи не назначено или неясно, была ли она.
        }
        [overdue] { $total ->
            [0] Просроченных заявок нет.
           *[other] По этим заявкам прошёл срок ответа:
        }
       *[running] { $total ->
            [0] Заявок с тьютором сейчас нет.
           *[other] У этих заявок есть тьютор:
        }
    }
request-queue-filter = { $chosen ->
    [yes] {"✓ "}
   *[no] { "" }
  }{ $name ->
    [new] Новые: { $count }
    [waiting] Ждут решения: { $count }
    [overdue] Просрочены: { $count }
   *[running] С тьютором: { $count }
  }
request-queue-row = № { $number } · { $topic }
request-queue-card =
    Заявка <b>№ { $number }</b> — { $state }

    { $facts }
    Учитель: { $teacher }, { $school }{ $has_tutor ->
        [yes] {"."} Тьютор: { $tutor }, { $tutor_school }.
       *[no] {"."}
    }
    { $waits ->
        [yes] { $is_overdue ->
            [yes] <b>Просрочена.</b> Ответить нужно было до конца дня: { DATE($until) }.
           *[no] Ответить до конца дня: { DAY($until) }.
        }
       *[no] { $declined ->
            [yes] Причина отказа: { $reason }
           *[no] { $has_meeting ->
                [yes] Встреча: { WHEN($at) }.
               *[no] Время встречи не назначено.
            }
        }
    }{ $may_settle ->
        [yes]
            { "" }
            Учитель: { $teacher_said ->
                [held] встреча была
                [not_held] не состоялась
               *[nothing] не ответил
            }. Тьютор: { $tutor_said ->
                [held] встреча была
                [not_held] не состоялась
               *[nothing] не ответил
            }. Если вы узнали, как было, отметьте ниже.
       *[no] { "" }
    }

    <b>Как всё шло</b>
    { $history }
request-queue-btn-assign = Назначить тьютора
request-queue-btn-decline = Отклонить
request-queue-btn-reassign = Передать другому
request-queue-btn-assign-yes = Да, назначить
request-queue-btn-decline-yes = Отправить учителю
request-queue-assign-confirm =
    Назначить тьютора по заявке № { $number } «{ $topic }»?

    <b>{ $name }</b>. Открытых заявок: { $open } из { $most }.{ $full ->
        [yes] {" "}Больше, чем тьютор готов вести.
       *[no] { "" }
    }{ $refused ->
        [yes] {" "}На эту заявку тьютор ответил, что не может: лучше сначала договориться.
       *[no] { "" }
    }{ $has_tutor ->
        [yes] {" "}Сейчас заявка у другого тьютора: { $before }; ему скажем, что она передана.
       *[no] { "" }
    }

    И учитель, и тьютор сразу получат сообщение.
request-queue-decline-confirm =
    По заявке № { $number } «{ $topic }» учитель прочитает:

    { $reason }

    Отправить?
request-queue-assign = { $total ->
    [0] { $psychology ->
        [yes] Нужен психолог, а подключённого психолога среди тьюторов нет.
       *[no] По предмету «{ $subject }» подключённых тьюторов нет.
    } Можно отклонить заявку с объяснением или попросить коллегу стать тьютором.
   *[other] Кому отдать заявку № { $number } «{ $topic }»? Числа — сколько заявок открыто и сколько тьютор готов вести.
  }
request-queue-tutor = { $name } · { $open } из { $most }{ $refused ->
    [yes] {" "}· отказ
   *[no] { "" }
  }
request-queue-decline = Почему не получится помочь с заявкой № { $number } «{ $topic }»? Напишите учителю причину своими словами или выберите готовый ответ.
request-queue-reason-btn = { $reason ->
    [nobody] Тьютора по теме пока нет
    [event] Будет занятие для всех
    [psychologist] Поможет психолог
   *[elsewhere] Поможет региональный центр
  }
request-queue-reason = { $reason ->
    [nobody] Тьютора по этой теме в районе сейчас нет. Через месяц можно попросить ещё раз.
    [event] По этой теме готовится занятие для всех. Посмотрите раздел «Мероприятия».
    [psychologist] С этим лучше поможет психолог. Методист договорится с ним и свяжется с вами.
   *[elsewhere] С этой темой лучше поможет региональный центр. Методист свяжется с вами и подскажет, как записаться.
  }
request-queue-reason-long = Получилось знаков: { $length }, а помещается { $limit }. Сократите немного и пришлите ещё раз.
