"""Which files make the store and the guides, and which are to be checked in their place."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from yibao.policy.loading import json_text

REGIONS = "regions.json"
REFERENCES = "references.json"


def policy_files(folder: Path) -> dict[str, Path]:
    """The files of a policy folder by their name in it, whether or not they can be read.

    Everything below rules/ that calls itself JSON is a file of rules.
    """
    rules = (path.relative_to(folder).as_posix() for path in _json_files(folder / "rules"))
    return {name: folder / name for name in (REGIONS, REFERENCES, *sorted(rules))}


def guide_files(folder: Path) -> dict[str, Path]:
    """The files of a guides folder by their name, in their order."""
    return {path.name: path for path in sorted(_json_files(folder))}


def files_to_check(
    resources: Path, paths: Sequence[Path]
) -> tuple[Mapping[str, Path], Mapping[str, Path]]:
    """The policy files and the guide files of the resources, with others in their place.

    A folder with a regions.json stands for the whole policy folder; of any other folder, each
    file takes the place of the one with its name, or is added, by what it holds.
    """
    policy, guides = policy_files(resources / "policy"), guide_files(resources / "guides")
    for path in paths:
        if (path / REGIONS).exists():
            policy = policy_files(path)
            continue
        for file in sorted(_json_files(path)) if path.is_dir() else [path]:
            if _holds(file, "guides"):
                guides[file.name] = file
            elif _holds(file, "regions") or _holds(file, "references"):
                policy[file.name] = file
            else:
                policy[f"rules/{file.name}"] = file
    return policy, guides


def _json_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix.lower() == ".json"]


def _holds(file: Path, key: str) -> bool:
    try:
        document, _ = json_text.parse(file.read_bytes())
    except (OSError, json_text.MalformedJsonError):
        return False
    return isinstance(document, dict) and key in document
