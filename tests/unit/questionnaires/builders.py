"""Small questionnaires for tests, written as a methodist would write them."""

import copy
from pathlib import Path
from typing import Any

import yaml

from services.questionnaires.loader import load_catalogue
from services.questionnaires.model import Questionnaire

CONTENT = Path(__file__).parents[3] / "content" / "questionnaires"


class _Plain(yaml.SafeDumper):
    """Writes shared data out instead of naming it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_LEVELS = [
    {"id": "low", "from": 0, "to": 39, "tone": "alarm", "label": "мало"},
    {"id": "mid", "from": 40, "to": 64, "tone": "watch", "label": "средне"},
    {"id": "high", "from": 65, "to": 100, "tone": "good", "label": "хорошо"},
]
_ADVICE = {level: {"text": "совет", "actions": ["дело"]} for level in ("low", "mid", "high")}


def raw(areas: dict[str, int] | None = None, **changes: Any) -> dict[str, Any]:
    """A valid file as data: `areas` says how many items each area has; other fields are replaced by name."""
    areas = areas or {"lesson": 2, "class": 2}
    data: dict[str, Any] = {
        "schema": 1,
        "id": "sample",
        "version": "1.0",
        "kind": "monitoring",
        "title": "Проба",
        "short_title": "Проба",
        "audience": {"roles": ["teacher"]},
        "periodicity": {"type": "on_demand"},
        "minutes": 1,
        "confidentiality": {"text": "Видите только вы."},
        "intro": "Начнём",
        "finish": "Спасибо",
        "scale": {
            "type": "ordinal",
            "min": 0,
            "max": 3,
            "direction": "higher_is_better",
            "labels": {value: {"button": str(value), "text": str(value)} for value in range(4)},
            "skip": {"button": "Не ко мне"},
        },
        "areas": [{"id": area, "title": area} for area in areas],
        "items": [
            {"id": f"{area}_{number}", "area": area, "text": "Вопрос"}
            for area, count in areas.items()
            for number in range(1, count + 1)
        ],
        "thresholds": {"basis": "percent_of_max_per_area", "levels": _LEVELS},
        "recommendations": dict.fromkeys(areas, _ADVICE),
    }
    return copy.deepcopy({**data, **changes})


def write(directory: Path, data: dict[str, Any] | str, name: str = "sample.yaml", locale: str = "ru") -> Path:
    folder = directory / locale
    folder.mkdir(parents=True, exist_ok=True)
    text = data if isinstance(data, str) else yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    (folder / name).write_text(text, encoding="utf-8")
    return directory


def build(directory: Path, data: dict[str, Any]) -> Questionnaire:
    return load_catalogue(write(directory, data)).get(str(data["id"]))
