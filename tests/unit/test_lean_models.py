"""In a process of its own: this one has imported aiogram long ago."""

import subprocess
import sys

from bot.settings import ROOT


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


ALL = """
import bot, aiogram.types, aiogram.methods
from pydantic import BaseModel
models = {
    value
    for module in (aiogram.types, aiogram.methods)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__.startswith("aiogram.")
}
"""


def test_types_wait_for_their_first_use() -> None:
    types = ALL + "types = {m for m in models if m.__module__.startswith('aiogram.types.')}\n"
    waiting, whole = map(int, run(types + "print(sum(not m.__pydantic_complete__ for m in types), len(types))").split())
    assert waiting == whole > 400


def test_every_model_of_aiogram_can_be_finished() -> None:
    assert run(ALL + "print([m.__name__ for m in models if m.model_rebuild() is False])") == "[]"


def test_an_update_and_an_answer_are_read_at_once() -> None:
    assert (
        run(
            "import bot\n"
            "from aiogram.methods import EditMessageText, Response\n"
            "from aiogram.types import Update\n"
            "said = {'message_id': 1, 'date': 1, 'chat': {'id': 7, 'type': 'private'}, 'text': 'Здравствуйте'}\n"
            "print(Update.model_validate({'update_id': 1, 'message': said}).message.text)\n"
            "print(Response[EditMessageText.__returning__].model_validate({'ok': True, 'result': said}).result.chat.id)"
        )
        == "Здравствуйте\n7"
    )


def test_models_of_others_find_the_names_around_them() -> None:
    assert (
        run(
            "import bot\n"
            "from pydantic import BaseModel\n"
            "def family():\n"
            "    class Parent(BaseModel):\n"
            "        child: 'Child'\n"
            "    class Child(BaseModel):\n"
            "        age: int\n"
            "    return Parent.model_rebuild(), Parent(child={'age': 7}).child.age\n"
            "print(*family())"
        )
        == "True 7"
    )


def test_a_late_call_changes_nothing() -> None:
    assert (
        run("import aiogram\nimport bot\nfrom aiogram.types import Update\nprint(Update.__pydantic_complete__)")
        == "True"
    )
