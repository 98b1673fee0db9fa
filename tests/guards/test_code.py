"""What must hold of every file."""

import ast
import re
from itertools import pairwise

from bot.settings import ROOT, Settings
from tests.guards.tree import ROOMS, docstrings, parsed, place, python_files

RUSSIAN = re.compile("[А-Яа-яЁё]{2,}")
SPEAKING_ROOMS = ("bot", "handlers", "dialogs", "services", "db", "scheduler")
SAMPLES = {"preview_data", "preview_faces", "PREVIEW", "SAMPLE", "LONGEST"}


def test_no_word_for_people_outside_locales() -> None:
    """Samples for the window guard are the one exception."""
    found = []
    for file in python_files(*SPEAKING_ROOMS):
        module = parsed(file)
        skipped = docstrings(module) | _samples(module)
        for node in ast.walk(module):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and id(node) not in skipped and RUSSIAN.search(text):
                found.append(f"{place(file, node)} {text!r}")
    assert not found


def _samples(module: ast.Module) -> set[int]:
    inside: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.keyword) and node.arg in SAMPLES:
            inside |= {id(below) for below in ast.walk(node.value)}
        if isinstance(node, ast.Assign | ast.AnnAssign):
            names = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(name, ast.Name) and name.id in SAMPLES for name in names) and node.value:
                inside |= {id(below) for below in ast.walk(node.value)}
    return inside


def test_the_clock_is_passed_in() -> None:
    forbidden = {
        ("datetime", "now"),
        ("datetime", "utcnow"),
        ("datetime", "today"),
        ("date", "today"),
        ("time", "time"),
    }
    found = [
        place(file, node)
        for file in python_files("services", "dialogs", "handlers", "scheduler", "db")
        if file.relative_to(ROOT).as_posix() != "services/clock.py"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr) in forbidden
    ]
    assert not found


def test_a_press_is_answered_last() -> None:
    """What fails before the answer is told over the button; what fails after it, to nobody."""
    found = []
    for file in python_files("handlers"):
        for node in ast.walk(parsed(file)):
            for block in (getattr(node, name, None) for name in ("body", "orelse", "finalbody")):
                statements = block if isinstance(block, list) else []
                for answered, after in pairwise(statements):
                    if _answers_a_press(answered) and not isinstance(after, ast.Return | ast.Raise):
                        found.append(place(file, answered))
    assert not found


def _answers_a_press(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and ast.unparse(statement.value).startswith("await query.answer(")


def test_back_never_ends_in_silence() -> None:
    """A window may be the only one that is open: the way out of a dialog is `go_back`, which knows of the menu."""
    found = [
        place(file, node)
        for file in python_files("dialogs")
        if file.relative_to(ROOT).as_posix() != "dialogs/common/nav.py"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "Cancel")
            or (isinstance(node.func, ast.Attribute) and node.func.attr == "done" and not node.args)
        )
    ]
    assert not found


def test_files_go_out_by_one_door() -> None:
    """dialogs/common knows which method of which messenger sends a file; features do not."""
    found = [
        place(file, node)
        for file in python_files("dialogs", "handlers")
        if file.relative_to(ROOT).parts[:2] != ("dialogs", "common")
        for node in ast.walk(parsed(file))
        if (isinstance(node, ast.Attribute) and node.attr in {"send_document", "send_photo", "send_media_group"})
        or (isinstance(node, ast.Name) and node.id.endswith("InputFile"))
    ]
    assert not found


def test_no_raw_dialog_data() -> None:
    found = [
        place(file, node)
        for file in python_files("dialogs", "handlers")
        if file.relative_to(ROOT).as_posix() != "dialogs/common/data.py"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Attribute) and node.attr in {"dialog_data", "start_data"}
    ]
    assert not found


def test_every_window_answers_what_it_was_not_asked() -> None:
    """dialogs.common.window.Window does, the library's own is silent."""
    found = [
        place(file, node)
        for file in python_files("dialogs")
        if file.name != "window.py"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ImportFrom) and node.module == "aiogram_dialog"
        if any(name.name == "Window" for name in node.names)
    ]
    assert not found


def test_features_meet_at_the_door() -> None:
    """One dialog package uses another only through its `api`."""
    shared = {"common", "states"}
    found = []
    for file in python_files("dialogs"):
        own = file.relative_to(ROOT / "dialogs").parts[0]
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dialogs."):
                _, feature, *rest = (node.module or "").split(".")
                if feature not in {own, *shared} and rest != ["api"]:
                    found.append(f"{place(file, node)} {node.module}")
    assert not found


def test_services_never_commit() -> None:
    found = [
        place(file, node)
        for file in python_files("services", "db")
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Attribute) and node.attr in {"commit", "rollback"}
    ]
    assert not found


def test_files_are_read_in_one_sitting() -> None:
    def lines(file: object) -> int:
        return len(file.read_text(encoding="utf-8").splitlines())  # type: ignore[attr-defined]

    long = {
        str(file.relative_to(ROOT)): lines(file)
        for file in python_files()
        if "versions" not in file.parts and lines(file) > 300
    }
    assert not long


def test_the_example_lists_every_setting_with_a_comment() -> None:
    blocks = (ROOT / ".env.example").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    listed = [block.splitlines()[-1].removeprefix("#").partition("=")[0] for block in blocks]
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)
    assert all(block.startswith("# ") for block in blocks)


def test_every_room_is_checked() -> None:
    """A new top-level package must not slip past the type checker."""
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages == set(ROOMS)
