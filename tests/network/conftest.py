"""The network of the seeds, read once."""

import pytest

from graph import store
from graph.network import record


@pytest.fixture(scope="session")
def network(built):
    return record.of(store.open_published(built))
