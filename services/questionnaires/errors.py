"""What can be wrong with content and with answers; coded, for whoever words it."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.errors import NotFound, ServiceError


@dataclass(frozen=True, order=True, slots=True)
class ContentProblem:
    """One thing to mend: in which file, where in it, what is wrong and what to do. For operators' logs."""

    file: str
    path: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: {self.hint}" if self.path else f"{self.file}: {self.hint}"


class ContentError(Exception):
    """The content cannot be used; `problems` holds everything found in all files at once."""

    def __init__(self, problems: Sequence[ContentProblem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownQuestionnaireError(NotFound):
    """No questionnaire has this id."""

    def __init__(self, questionnaire_id: str) -> None:
        super().__init__(questionnaire_id=questionnaire_id)
        self.questionnaire_id = questionnaire_id


class AnswerError(ServiceError):
    """An answer does not fit its item.

    `reason`: wrong_kind, out_of_range, unknown_option, empty, repeated, too_many, exclusive, too_long,
    not_a_number, cannot_skip. `limit` is the bound that was crossed, 0 where there is none.
    """

    code = "answer-refused"

    def __init__(self, reason: str, limit: int = 0) -> None:
        super().__init__(reason=reason, limit=limit)
        self.reason = reason
        self.limit = limit
