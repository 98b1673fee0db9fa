"""Self-diagnostics: from the list of questionnaires through one question a screen to the result."""

from aiogram_dialog import Dialog

from dialogs.diagnostics import (
    areas,
    attention,
    catalogue,
    explanations,
    history,
    intro,
    question,
    recommendations,
    result,
    share,
    shared,
    shared_result,
)


def build() -> Dialog:
    return Dialog(
        catalogue.window,
        intro.window,
        question.window,
        result.window,
        areas.window,
        recommendations.window,
        attention.window,
        explanations.window,
        share.window,
        history.window,
        shared.window,
        shared_result.window,
    )
