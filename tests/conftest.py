import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.kit.town import Town, build_template, open_town


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with the demo district, made once a run."""
    file = tmp_path_factory.mktemp("template") / "demo.sqlite"
    asyncio.run(build_template(file))
    return file


@pytest.fixture
async def town(tmp_path: Path, demo_template: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path, demo_template) as opened:
        yield opened
