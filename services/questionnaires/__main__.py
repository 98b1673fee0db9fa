"""`python -m services.questionnaires DIRECTORY`: checks content without starting anything."""

import sys
from pathlib import Path

from services.questionnaires.errors import ContentError
from services.questionnaires.loader import load_catalogue


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 with every problem on a line of its own, 2 when called wrongly."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m services.questionnaires DIRECTORY\n")
        return 2
    try:
        catalogue = load_catalogue(Path(arguments[0]))
    except ContentError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    for problem in catalogue.untranslated:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"{len(catalogue.ids)} questionnaires, languages: {', '.join(catalogue.locales)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
