question-progress =
    Question { $number } of { $total }
    { $bar }
question-text = { $sectioned ->
    [yes]
        { $section }
        <b>{ $text }</b>
   *[no] <b>{ $text }</b>
  }
question-option = <b>{ $letter })</b> { $text }
question-letter = { $at ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
    [8] H
    [9] I
    [10] J
    [11] K
   *[12] L
  }
question-too-early = This message was sent before the question came, so I do not take it for an answer. Write it again if need be.
question-given = Your answer: { $answer }
question-type-text = Write your answer in one message.
question-type-number = Write your answer as a number.
question-pick-several = { $limit ->
    [0] You may tick several. Then press “Done”.
   *[other] You may tick up to { $limit }. Then press “Done”.
  }
error-answer-refused = { $reason ->
    [too_long] That is too long: up to { $limit } characters can be kept. Please shorten it and send it again.
    [not_a_number] A number is needed here, for example 7 or 0.5.
    [out_of_range] This number cannot be right, the limit is { $limit }. Please check it.
    [too_many] You may tick up to { $limit }. Untick one first.
    [empty] Nothing is chosen. Tick at least one answer.
    [cannot_skip] This question cannot be skipped.
    [wrong_kind] Please answer with the buttons. Here they are:
   *[other] This button is out of date. Please answer with the buttons under the question.
  }
