"""The schema as JSON Schema files, by which editors complete and check a book's YAML."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from press.schema import Book, Chapter

MODELS: dict[str, type[BaseModel]] = {"book.schema.json": Book, "chapter.schema.json": Chapter}


def schemas() -> dict[str, str]:
    """The text of each schema file by its name."""
    return {name: _text(model.model_json_schema()) for name, model in MODELS.items()}


def write_schemas(root: Path) -> None:
    """Write the schema files into the folder `schema` of the book at `root`."""
    folder = root / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(schema: dict[str, Any]) -> str:
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(draft | schema, indent=2, ensure_ascii=False) + "\n"
