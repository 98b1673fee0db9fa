diagnostics-menu-btn = Самодиагностика
diagnostics-menu-btn-shared = Открытые мне результаты

diagnostics-list =
    <b>Самодиагностика</b>
    Личный результат видите только вы, пока не откроете его сами. Выберите анкету.
diagnostics-list-empty = Для вас пока нет анкет: они для учителей. Если вы ведёте уроки, проверьте свои предметы: «Меню» → «Мои данные».
diagnostics-row =
    <b>{ $title }</b>, { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
    { $state ->
        [new] Ещё не проходили.
        [running] Начата: продолжить с вопроса { $number }.
        [outdated] Анкета обновилась: начнём заново.
        [test] Последний раз { DATE($at) }: верно { $amount }.
        [scored] Последний раз { DATE($at) }: { $amount }.
       *[done] Последний раз { DATE($at) }.
    }
diagnostics-btn-history = Мои результаты

diagnostics-intro =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }, около { $minutes } мин. Место запомню.

    { $intro }

    <b>Кто увидит результат</b>
    { $shareable ->
        [yes] Личный результат видите только вы, пока не откроете его сами.
       *[no] Личный результат видите только вы.
    } На оплату труда и аттестацию он не влияет. { $confidentiality }
diagnostics-intro-running = Вы остановились на вопросе { $number }, прежние ответы сохранены.
diagnostics-intro-outdated = Анкета изменилась по существу с тех пор, как вы её начали. Прежние ответы к ней не подходят, поэтому начнём с первого вопроса.
diagnostics-intro-last = Прошлый результат — от { DATE($at) }. Новый покажу рядом с ним.
diagnostics-intro-limits = { $tries ->
    [one] Пройти можно { $tries } раз.
    [few] Пройти можно { $tries } раза, второй — не раньше чем через { $days } дней.
   *[many] Пройти можно { $tries } раз, снова — не раньше чем через { $days } дней.
  }
diagnostics-intro-no-more = Этот тест можно пройти { $most ->
    [one] { $most } раз, и вы его уже прошли
    [few] { $most } раза, и вы их использовали
   *[many] { $most } раз, и вы их использовали
  }. Результат и разбор заданий остаются у вас.
diagnostics-intro-too-early = Пройти ещё раз можно с { DATE($on) }: за это время есть смысл позаниматься трудными темами.
diagnostics-btn-begin = Начать
diagnostics-btn-resume = Продолжить с вопроса { $number }
diagnostics-btn-again = Пройти ещё раз
diagnostics-btn-last-result = Прошлый результат

diagnostics-btn-stop = Прервать
diagnostics-btn-forward = Дальше
diagnostics-stopped = Место запомнил: продолжите с этого же вопроса, когда будет удобно.
diagnostics-question-gone = Вопросы закончились. Нажмите «Готово», чтобы увидеть результат.

diagnostics-amount-percent = { $percent } %
diagnostics-amount-points = { $right } из { $asked }

diagnostics-result-head = <b>{ $title }</b>, { DATE($at) }
diagnostics-result-whole = В целом: { $amount }.
diagnostics-result-whole-need = В целом потребность: { $amount }. Это не оценка: чем больше, тем нужнее.
diagnostics-result-points = Верно { $amount }. { $level }.
diagnostics-result-strong = { $state ->
    [low] <b>Сейчас трудно { $every ->
        [yes] по всем направлениям
       *[no] везде, где ответов хватило
      }.</b> Начать можно с одного.
    [low_near] <b>Сейчас трудно { $every ->
        [yes] по всем направлениям
       *[no] везде, где ответов хватило
      }.</b> Увереннее других: { $areas }.
    [even] <b>Сильная сторона</b> пока не выделяется: по направлениям ровно.
    [near] <b>Ближе всего к сильной стороне:</b> { $areas }.
   *[strong] <b>Сильная сторона:</b> { $areas }.
  }
diagnostics-result-one = <b>Судить можно об одном направлении:</b> { $areas }. { $level }.
diagnostics-result-nothing = Ответов слишком мало, чтобы судить.
diagnostics-result-growth = { $any ->
    [yes] <b>Зона роста:</b> { $areas }.
   *[no] <b>Зона роста:</b> явных пробелов нет.
  }
diagnostics-result-need = { $any ->
    [yes] <b>Нужнее всего:</b> { $areas }.
   *[no] <b>Нужнее всего:</b> явных запросов нет.
  }
diagnostics-result-attention = <b>Требует внимания:</b> { $count ->
    [0] ответов «{ $answer }» нет.
    [one] { $count } пункт с ответом «{ $answer }».
    [few] { $count } пункта с ответом «{ $answer }».
   *[many] { $count } пунктов с ответом «{ $answer }».
  }
diagnostics-result-attention-test = <b>Требует внимания:</b> { $wrong ->
    [0] ошибок нет.
    [one] { $wrong } задание, посмотрите разбор.
    [few] { $wrong } задания, посмотрите разбор.
   *[many] { $wrong } заданий, посмотрите разбор.
  }
diagnostics-result-few = Мало ответов, чтобы судить: { $areas }.
diagnostics-result-unasked = { $own ->
    [yes] Не относится к вам и не учтено: { $areas }.
   *[no] Не относится к учителю и не учтено: { $areas }.
  }
diagnostics-result-different = Направления, которые учтены, в этот раз другие, поэтому общие проценты сравнивайте осторожно.
diagnostics-result-cycle = { $text } { $areas }.
diagnostics-result-area = { $title } ({ $amount })
diagnostics-result-change = { $title }: было { $before }, стало { $after }
diagnostics-result-was = { $when ->
    [same] { DATE($at) } было { $before }, сейчас { $after }.
   *[other] { $month ->
        [1] В январе
        [2] В феврале
        [3] В марте
        [4] В апреле
        [5] В мае
        [6] В июне
        [7] В июле
        [8] В августе
        [9] В сентябре
        [10] В октябре
        [11] В ноябре
       *[12] В декабре
      }{ $when ->
        [past_year] {" "}{ $year } года
       *[other] { "" }
      } было { $before }, сейчас { $after }.
  }
diagnostics-result-read = Открывали: { $readers }{ $more ->
    [0] .
   *[other] {" "}и ещё { $more }.
  }
diagnostics-result-reader = { $name }, { DATE($at) }
diagnostics-result-private = Этот результат видите только вы.
diagnostics-result-open = Результат открыт методистам района с { DATE($at) }.
diagnostics-picture-date = { DATE($at) }
diagnostics-picture-few = мало ответов
diagnostics-picture-unasked = не относится
diagnostics-picture-need = Чем больше, тем нужнее. Это не оценка.
diagnostics-picture-private = Личный результат. Виден только тому, кому вы его откроете.
diagnostics-picture-own = Личный результат. Его видите только вы.
diagnostics-btn-events = Мероприятия моего предмета
diagnostics-btn-share = Показать методистам
diagnostics-btn-unshare = Больше не показывать
diagnostics-btn-recommendations = Рекомендации
diagnostics-btn-areas = По направлениям
diagnostics-btn-attention = Что требует внимания
diagnostics-btn-explanations = Разбор заданий

diagnostics-areas =
    <b>{ $title }</b>, { DATE($at) }
    По направлениям

    { $areas }
diagnostics-areas-row = • { $title }: { $state ->
    [few] мало ответов
    [unasked] не относится
   *[known] { $amount }{ $compared ->
        [yes] , было { $before }
       *[no] { "" }
      }{ $named ->
        [yes] . { $level }
       *[no] { "" }
      }
  }

diagnostics-recommendations = <b>Что можно сделать</b>
diagnostics-recommendation =
    <b>{ $title }</b>, { $amount }{ $level ->
        [none] { "" }
       *[other] . { $label }
    }
    { $text }
diagnostics-recommendation-action = • { $action }
diagnostics-recommendations-few = Ответов слишком мало, чтобы советовать. Анкету можно пройти ещё раз, когда будет удобно.
diagnostics-recommendations-none = Явных пробелов нет. Можно посмотреть мероприятия или предложить коллегам свой опыт.

diagnostics-attention =
    <b>{ $title }</b>, { DATE($at) }
    Вы ответили «{ $answer }». Список видите только вы: с него удобно начать разговор с тьютором.
diagnostics-attention-area = <b>{ $title }</b>
diagnostics-attention-item = • { $text }

diagnostics-explanation =
    Задание { $number }, разбор { $page } из { $pages }: { $state ->
        [right] верно
        [skipped] ответа не было
       *[wrong] есть ошибка
    }

    <b>{ $task }</b>
diagnostics-explanation-option = • { $text }
diagnostics-explanation-answers =
    { $state ->
        [skipped] Вы выбрали «Не знаю».
       *[other] Ваш ответ: { $answer }
    }
    Верный ответ: { $expected }
diagnostics-explanation-why = <b>Разбор.</b> { $text }
diagnostics-explanation-error = <b>Частая ошибка.</b> { $text }

diagnostics-share =
    Показать методистам района результат «{ $title }» от { DATE($at) }?

    Увидят методисты вашего района: { $any ->
        [yes] сейчас это { $names }.
       *[no] сейчас в боте их нет, увидит тот, кто появится.
    }
    Что увидят: вашу фамилию, проценты по направлениям и картинку. Ответы на вопросы не показываются. Больше никто ничего не увидит: ни завуч, ни наставник.

    Передумаете — нажмите под результатом «Больше не показывать», и методисты его больше не откроют. Того, что они уже видели, отозвать нельзя.
diagnostics-btn-share-yes = Да, показать
diagnostics-btn-share-no = Нет, не показывать
diagnostics-shared-done = Открыто методистам района. Закрыть можно в любой момент.
diagnostics-unshared-done = Закрыто: методисты больше не видят этот результат.

diagnostics-history =
    <b>Мои результаты</b>
    { $total ->
        [0] Здесь появятся результаты, когда вы пройдёте первую анкету.
       *[other] Нажмите на номер, чтобы открыть результат с картинкой.
    }
diagnostics-history-row = { $number }. { $title }, { DATE($at) }{ $state ->
    [test] : верно { $amount }
    [scored] : { $amount }
    [changed] . Прежняя анкета
   *[done] { "" }
  }
diagnostics-numbered-btn = { $number } · { $name }
diagnostics-history-day = { $day }.{ $month }.{ $year }
diagnostics-history-changed = Анкета с тех пор изменилась по существу, поэтому прежний результат нельзя показать в новых направлениях.

diagnostics-shared =
    <b>Открытые мне результаты</b>
    { $total ->
        [0] Пока никто не открывал вам личный результат.
       *[other] Люди открыли их вам сами и могут закрыть. Каждое открытие записывается.
    }
diagnostics-shared-row = { $number }. { $name }, { $school }: { $title }, { DATE($at) }
diagnostics-shared-head =
    <b>{ $name }</b>, { $school }
    Результат открыт методистам района, не пересылайте его.

error-diagnostics-closed = Эта попытка закрыта: анкету начали заново или она изменилась. Откройте «Самодиагностику» снова.
error-diagnostics-no-more = Этот тест больше пройти нельзя: попыток было { $most }.
error-diagnostics-too-early = Этот тест можно пройти снова с { DATE($on) }.
error-diagnostics-result-closed = { $owner } больше не показывает этот результат.
error-diagnostics-not-shareable = Результат этой анкеты видите только вы, открыть его нельзя.
