"""A YAML file as plain data: bounded in size and depth, no aliases, no repeated keys, lists as tuples."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from services.questionnaires.errors import ContentError, ContentProblem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 16

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """The safe loader, which takes the last of two equal keys in silence; this one refuses them."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str | int) or isinstance(key, bool):
                raise _refusal(key_node.start_mark, f"the key {key!r} is not a word or a number: put it in quotes")
            if key in seen:
                raise _refusal(key_node.start_mark, f"the key {key!r} is given twice: keep one of them")
            seen.add(key)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def read(path: Path, name: str) -> dict[Any, Any]:
    """The file's top mapping. Raises ContentError with one problem, which names the line where it can."""
    try:
        return _read(path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1}" if mark is not None else ""
        raise ContentError([ContentProblem(name, where, error.problem or "not valid YAML")]) from error
    except yaml.YAMLError as error:
        raise ContentError([ContentProblem(name, "", f"not valid YAML: {error}")]) from error
    except _UnfitError as error:
        raise ContentError([ContentProblem(name, "", str(error))]) from error
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise ContentError([ContentProblem(name, "", f"cannot be read as UTF-8 YAML: {error}")]) from error


class _UnfitError(Exception):
    pass


def _read(path: Path) -> dict[Any, Any]:
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise _UnfitError(f"larger than {MAX_BYTES // 1024} KB: split it or shorten its texts")
    text = raw.decode("utf-8")
    _refuse_traps(text)
    data = yaml.load(text, Loader=_Loader)  # noqa: S506  (a subclass of the safe loader)
    if not isinstance(data, dict):
        raise _UnfitError("must hold one mapping (`id: …`, `title: …`) at the top")
    frozen = _frozen(data)
    assert isinstance(frozen, dict)
    return frozen


def _refuse_traps(text: str) -> None:
    """Before anything is built: an alias can blow a small file up, deep nesting can exhaust the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _refusal(event.start_mark, "anchors and aliases (& and *) are not allowed: write the text out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _refusal(event.start_mark, f"nested deeper than {MAX_DEPTH}: check the brackets")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _refusal(mark: Any, hint: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=hint, problem_mark=mark)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in value)
    return value
