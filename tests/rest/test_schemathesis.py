"""Requests made up from the description of the API: every answer is one that it promises."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip("schemathesis")

from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from dragoman.desk.workspace import Workspace  # noqa: E402
from dragoman.rest.app import create_api, description  # noqa: E402
from tests.rest.conftest import OPEN  # noqa: E402

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
)
# Uploads have tests of their own: here they would fill the record that other tests count.
OPERATIONS = [
    (path, method)
    for path, methods in json.loads(description())["paths"].items()
    for method in methods
    if (path, method) != ("/documents", "post")
]


@pytest.fixture(scope="module")
def described(workspace: Workspace) -> Any:
    return schemathesis.openapi.from_asgi("/openapi.json", create_api(workspace, OPEN))


@pytest.mark.filterwarnings("ignore")  # those of the tool itself
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@pytest.mark.parametrize("valid", [True, False])
def test_every_answer_is_one_that_the_description_promises(
    described: Any, path: str, method: str, valid: bool
) -> None:
    operation = described[path][method]
    mode = GenerationMode.POSITIVE if valid else GenerationMode.NEGATIVE
    if not valid and not (operation.body or operation.query or operation.path_parameters):
        pytest.skip("it takes nothing that could be wrong")

    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def promised(case: Any) -> None:
        case.call_and_validate(checks=CHECKS if valid else (*CHECKS, negative_data_rejection))

    promised()
