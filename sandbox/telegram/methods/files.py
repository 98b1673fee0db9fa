"""Fetching files back."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request

LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_file(call: Call) -> Json:
    file = call.world.files.by_id.get(call.params["file_id"])
    if file is None:
        raise bad_request(errors.FILE_UNKNOWN)
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request(errors.FILE_BIG)
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }
