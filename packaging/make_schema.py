"""Write resources/policy/schema/ from the types that read the files; run after changing them."""

import json
from pathlib import Path

import msgspec

from yibao.policy.guides import GuidesFile
from yibao.policy.loading.reading import ReferencesFile, RegionsFile, RulesFile
from yibao.policy.office.office_file import OfficeFile
from yibao.policy.pack.pack_files import PackFile

TARGET = Path(__file__).parents[1] / "resources" / "policy" / "schema"
FILES = {
    "regions": RegionsFile,
    "references": ReferencesFile,
    "rules": RulesFile,
    "guides": GuidesFile,
    "office": OfficeFile,
    "pack": PackFile,
}


def schema_text(form: type) -> str:
    """The JSON Schema of one kind of file, as it is committed."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(form)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    for name, form in FILES.items():
        (TARGET / f"{name}.schema.json").write_text(schema_text(form), encoding="utf-8")


if __name__ == "__main__":
    main()
