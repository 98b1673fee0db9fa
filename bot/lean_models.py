"""aiogram builds validators for all its 444 types while it is imported: 2 s and 100 MB, and a bot uses a tenth of them.

It declares the types unfinished, for they mention each other, and ends by calling `model_rebuild` on each with the
names that they mention. While aiogram is imported we only note those names; pydantic finishes an unfinished model by
itself at its first use, with `model_rebuild`, and is given the names then.
"""

import sys
from typing import Any

from pydantic import BaseModel


def build_models_when_used() -> None:
    """Call before aiogram is imported; later it is too late and changes nothing. Everything works either way."""
    if "aiogram" in sys.modules:
        return
    rebuild = BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]
    names: dict[str, Any] = {}

    def note(cls: type[BaseModel], **options: Any) -> bool | None:
        if not cls.__module__.startswith("aiogram."):
            return rebuild_with_names(cls, **options)
        names.update(options.get("_types_namespace") or {})
        return None

    def rebuild_with_names(cls: type[BaseModel], **options: Any) -> bool | None:
        if cls.__module__.startswith("aiogram."):
            options.setdefault("_types_namespace", names)
        else:  # pydantic looks for names in the caller's frame, and this is one more frame on its way there
            options["_parent_namespace_depth"] = options.get("_parent_namespace_depth", 2) + 1
        finished: bool | None = rebuild(cls, **options)
        return finished

    BaseModel.model_rebuild = classmethod(note)  # type: ignore[assignment, arg-type]
    try:
        import aiogram  # noqa: F401
    finally:
        BaseModel.model_rebuild = classmethod(rebuild_with_names)  # type: ignore[assignment, arg-type]
