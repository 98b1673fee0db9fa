from dialogs.common.context import Context
from services.requests.present import Present


def present(ctx: Context) -> Present:
    """The moment and calendar for a use case of requests."""
    return Present(ctx.now(), ctx.zone, ctx.content.calendar, ctx.house.zone)
