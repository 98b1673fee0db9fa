mentoring-menu-btn-mentor = Мой наставник
mentoring-menu-btn-mentees = Мои подопечные

mentoring-notice-mentor = { $again ->
    [yes] Неделя { WEEK($week) } по паре { $name } ещё без отметки. Четыре нажатия — и готово.
   *[no] По паре { $name }: как прошла неделя? Четыре нажатия.
  }
mentoring-notice-mentee = { $again ->
    [yes] Вопросы о неделе { WEEK($week) } ещё ждут вас: их три. Можно и пропустить.
   *[no] { $friday ->
        [yes] Пятница. Минутка на себя — три вопроса.
       *[no] Минутка на себя — три вопроса о неделе.
      }
  }{ $several ->
    [yes] { " " }Наставник — { $mentor }.
   *[no] { "" }
  }
mentoring-notice-question =
    Вопрос от подопечного — { $name }:

    «{ $text }»

    Ответьте при встрече или так, как вам обоим удобно.
mentoring-notice-help-mentor =
    Наставник просит помощи: { $mentor } ({ $school }).
    Подопечный — { $mentee }.

    Пожалуйста, свяжитесь с наставником. Ответы на вопросы недели бот не передаёт.
mentoring-notice-help-mentee =
    С вами хочет поговорить { $mentee } ({ $school }). О просьбе не знает и наставник ({ $mentor }).

    Пожалуйста, свяжитесь сами и наедине. Ответы на вопросы недели бот не передаёт.
mentoring-notice-made = { $side ->
    [mentor] Вы — наставник. Ваша пара: { $partner }.
   *[mentee] Ваш наставник — { $partner }.
  } Приказ { $number } от { DATE($order_date) }. По пятницам днём я коротко спрошу, как прошла неделя.
mentoring-notice-ended = { $status ->
    [finished] Наставничество по приказу завершено: { $partner }. Спасибо за эту работу.
   *[stopped] Пара остановлена раньше срока: { $partner }.
  } Вопросы недели больше не придут, журнал встреч остаётся у вас.{ $unsent ->
    [yes] { " " }Ваш последний вопрос отправить не успели: задайте его лично.
   *[no] { "" }
  }
mentoring-notice-gone = Наставничество по приказу { $number } от { DATE($order_date) } завершено. Вопросы недели больше не придут. Если нужна новая пара, обратитесь к методисту.
mentoring-btn-open-pair = Открыть
mentoring-btn-answer = Ответить
mentoring-btn-tomorrow = Завтра
mentoring-btn-skip = Пропустить неделю
mentoring-put-off = Напомню: { WHEN($due_at) }.
mentoring-skipped = Хорошо, эту неделю пропускаем.{ $near ->
    [yes] { " " }Следующие вопросы: { DAY($coming) }.
   *[no] { "" }
  }

mentoring-about = <i>{ $side ->
    [mentor] По паре { $name }, неделя { WEEK($week) }
   *[mentee] Неделя { WEEK($week) }
  }</i>
mentoring-who-sees = <i>{ $who }</i>
mentoring-careful = <i>Пожалуйста, без имён учеников и без сведений о здоровье.</i>
mentoring-answered = На вопросы этой недели уже есть ответ.

mentoring-ask = Напишите вопрос наставнику одним сообщением. Перед отправкой я его покажу.
mentoring-ask-typed = Уже написано: «{ $text }». Можно написать иначе или нажать «Дальше».
mentoring-ask-sent = <b>Вопрос отправлен наставнику.</b>
mentoring-btn-ask = Вопрос наставнику
mentoring-send = Этот вопрос получит { $mentor }:

    «{ $text }»

    { $connected ->
        [yes] Отправить?
       *[no] Сейчас наставник не в боте: вопрос сохранится и подождёт. Отправить?
      }
mentoring-btn-send = Отправить
mentoring-btn-not-send = Не отправлять

mentoring-done = { $hard ->
    [yes] Отмечено. Неделя была непростая, спасибо, что нашли минуту.
   *[no] { $timely ->
        [yes] { $finish }
       *[no] Отмечено, спасибо.
      }
  }
mentoring-done-sent = { $connected ->
    [yes] Ваш вопрос получит { $mentor }.
   *[no] { $mentor } сейчас не в боте, поэтому сообщения не будет. Вопрос сохранён: наставник увидит его в своём разделе, когда войдёт.
  } Остальные ответы видите только вы.
mentoring-done-suggest = Три недели подряд встретиться не получилось, так бывает. Помогает короткое постоянное время: например, вторник после пятого урока, двадцать минут.
mentoring-done-pass-on = Не тяните с трудностями: можно подключить методиста. Имя передам, только если вы нажмёте «Передать методисту».
mentoring-done-talk = Две трудные отметки подряд. Так бывает у многих в первый год. Хотите, помогу связаться с методистом? Без вашего согласия никто не узнает.
mentoring-btn-pass-on = Передать методисту
mentoring-btn-talk = Связаться с методистом
mentoring-btn-nothing = Ничего не нужно
mentoring-contact = { $mine ->
    [yes] Сообщу: { $helpers }. Скажу только, что вы просите с вами связаться. Ваших ответов не передам, наставник не узнает.
   *[no] Сообщу: { $helpers }. Скажу, что вы просите помощи по паре ({ $partner }). Ваших ответов не передам.
  } Сообщить?
mentoring-contact-told = Передано: { $helpers }. С вами свяжутся.
mentoring-contact-nobody = Методиста для вашей школы в боте пока нет. Позвоните, пожалуйста, в методический центр.
mentoring-btn-tell = Сообщить

mentoring-mine = { $active ->
    [0] { $side ->
        [mentor] Сейчас у вас нет подопечных. Пару по приказу записывает методист.
       *[mentee] Наставник пока не записан. Пару по приказу записывает методист.
      }
   *[other] { $side ->
        [mentor] Ваши подопечные: { $active }.
       *[mentee] Ваши наставники: { $active }.
      }
  }
mentoring-mine-row = { $partner }{ $waiting ->
    [yes] { " " }— ждёт ответа
   *[no] { $over ->
        [yes] { " " }(завершено)
       *[no] { "" }
      }
  }
mentoring-pair = { $side ->
    [mentor] { $gender ->
        [woman] Ваша подопечная
       *[other] Ваш подопечный
      } — <b>{ $partner }</b>, { $school }.
   *[mentee] Ваш наставник — <b>{ $partner }</b>, { $school }.
  }
    Приказ { $number } от { DATE($order_date) }. { $over ->
        [yes] <b>Пара завершена, журнал остаётся.</b>
       *[no] До { DATE($ends_on) }.
      }
mentoring-open-questions =
    <b>Вопросы к вам</b> (видны, пока вы не отметите следующую встречу)
    { $questions }
mentoring-open-question = Неделя с { DATE($week) }: «{ $text }»
mentoring-pair-planned = Следующие вопросы: { WHEN($due_at) }.
mentoring-pair-waiting = Вопросы о неделе { WEEK($week) } ждут вашего ответа.
mentoring-btn-answer-now = Ответить на вопросы
mentoring-journal = { $side ->
    [mentor] <b>Журнал встреч</b> (вторая сторона видит только неделю и тему)
   *[mentee] <b>Встречи</b>
  }
    { $journal }
mentoring-journal-empty = Встреч в журнале пока нет: они появятся после ответов наставника на вопросы недели.
mentoring-journal-line = Неделя с { DATE($week) }{ $has_topic ->
    [yes] { " " }— { $topic }
   *[no] { "" }
  }{ $has_state ->
    [yes] . Дела: { $state }
   *[no] { "" }
  }{ $has_next ->
    [yes] . Договорились: { $next }
   *[no] { "" }
  }

error-mentoring-check-in-over = Эта неделя уже закрыта. Спрошу в следующий раз.
error-mentoring-too-late-to-put-off = { $tomorrow ->
    [yes] Завтра придут уже новые вопросы.
   *[no] { DAY($coming) } — уже новые вопросы.
  } На эти можно ответить сейчас или пропустить неделю.
error-mentoring-check-in-done = На вопросы этой недели ответ уже есть.
error-mentoring-pair-ended = Эта пара уже завершена, отвечать не нужно.
