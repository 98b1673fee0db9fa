profile-card = { $anonymous ->
    [yes] <b>Вы отвечаете без имени</b>
   *[no] <b>{ $full_name }</b>
  }{ $school_known ->
    [yes] {""}
    { $school }
   *[no] { "" }
  }{ $some_subjects ->
    [yes] {""}
    Предметы: { $subjects }
   *[no] { "" }
  }{ $experience_known ->
    [yes] {""}
    Педагогический стаж: с { $since } года
   *[no] { "" }
  }{ $some_roles ->
    [yes] {""}
    В этом помощнике вы: { $roles }
   *[no] { "" }
  }

    Ещё храним:
    • результаты самодиагностики — { $results }
    • записи на мероприятия — { $sign_ups }
    • заявки — { $requests }
    • пары наставничества — { $pairs }

    { $consented ->
        [yes] Согласие вы дали { DATE($consent_at) }, редакция текста { $consent_version }.
       *[no] Имени, школы и согласия у нас нет: узнать вас по этим ответам нельзя.
    }
profile-role-teacher = учитель
profile-role-tutor = тьютор
profile-role-mentor = наставник
profile-role-mentee = молодой специалист с наставником
profile-role-methodist = методист
profile-role-deputy_head = заместитель директора
profile-role-administrator = администратор
profile-btn-introduce = Назвать себя
profile-btn-correct = Исправить
profile-btn-export = Скачать мои данные
profile-btn-erase = Удалить мои данные
profile-file-name = мои-данные-{ $day }.json
profile-file-caption = Здесь всё, что мы храним о вас, и ничего о других. Файл открывается любой программой для текста.
profile-correct = Что исправить?
profile-btn-name = Фамилию, имя, отчество
profile-btn-school = Школу
profile-btn-subjects = Предметы
profile-btn-experience = Стаж
profile-name =
    Сейчас записано: <b>{ $full_name }</b>

    Напишите фамилию, имя и отчество так, как правильно.
profile-municipality = { $some ->
    [yes] В каком районе или городе ваша школа?
   *[no] Список школ ещё не загружен. Напишите методисту.
  }
profile-erase =
    <b>Удалить ваши данные?</b>

    Удалим сразу и насовсем: фамилию, имя, отчество, школу, предметы и стаж; результаты самодиагностики ({ $results }), записи на мероприятия ({ $sign_ups }), тексты заявок ({ $requests }). Вернуть их будет нельзя.
profile-erase-tutor = • Вы тьютор: заявки, которые вы взяли, перейдут другим тьюторам.
profile-erase-pairs = • Ваши пары наставничества остановятся. Приказ в школе от этого не меняется: предупредите завуча.
profile-erase-organiser = • Вы ведёте мероприятия, заявки или рассылки. Они останутся без вашего имени, передайте их коллеге.
profile-erase-last-administrator = • Вы единственный администратор. После вас им станет тот, кто войдёт по коду из настроек (ADMIN_CODE).
profile-erase-stays = • Останется запись о том, когда вы дали и отозвали согласие (номер учётной записи в мессенджере, без имени): её требует закон. И общие суммы без имён.
profile-btn-erase-not = Нет, оставить
profile-btn-erase-go-on = Продолжить
profile-erase-surely = Последний вопрос. Удаляем всё прямо сейчас?
profile-btn-erase-surely = Удалить насовсем
profile-erased =
    Готово: ваши данные удалены, согласие отозвано.

    Переписку в этом чате мы стереть не можем, удалите её сами в мессенджере. Захотите вернуться — начните заново.
