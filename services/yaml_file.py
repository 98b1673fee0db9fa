"""A YAML file of the operator's content; whatever is wrong with it is said with its name."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(file: Path) -> Any:
    """Raises ValueError naming the file and what to mend."""
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ValueError(f"CONTENT: {file}: cannot be read ({problem.strerror}).") from problem
    except UnicodeDecodeError as problem:
        raise ValueError(f"CONTENT: {file}: is not UTF-8 text, save it as UTF-8.") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark is not None else ""
        raise ValueError(f"CONTENT: {file}: is not YAML{line}: mend the indents or quotes.") from problem
