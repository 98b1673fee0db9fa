from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.sandbox.fuzz.ground import Ground, ground


@pytest.fixture(scope="module")
def there() -> Iterator[Ground]:
    with ground() as opened:
        yield opened
