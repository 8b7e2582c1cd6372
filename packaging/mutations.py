"""The small changes that a line of code can suffer: one operator, number or condition each."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OPPOSITES: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.USub: ast.UAdd,
}
"""A union is left out: most are of types."""
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}
OF_TYPES = {"Annotated", "Literal", "TypeVar"}
NOT_CARRIED_OUT = {"annotation", "returns"}
NOT_CARRIED_OUT_OF_A_CLASS = {"bases", "keywords"}


class Mutation(NamedTuple):
    """A field of a node, and what it becomes."""

    node: ast.AST
    field: str
    value: object


class Mutant(NamedTuple):
    """One mutation of a file, as it is told to people."""

    path: Path
    number: int
    """Which of the file's mutations."""
    line: int
    before: str
    after: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutation of a file, in order."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, mutation in enumerate(_mutations(tree)):
        node, field, value = mutation
        as_it_is, line, before = getattr(node, field), _line(node), _shown(node)
        setattr(node, field, value)
        yield Mutant(path, number, line, before, _shown(node))
        setattr(node, field, as_it_is)


def mutated(mutant: Mutant) -> str:
    """The file's text with the mutation."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    node, field, value = [*_mutations(tree)][mutant.number]
    setattr(node, field, value)
    return ast.unparse(tree)


def _mutations(tree: ast.AST) -> Iterator[Mutation]:
    for node in _carried_out(tree):
        yield from _of_an_operator(node)
        yield from _of_a_value(node)
        yield from _of_a_condition(node)


def _of_an_operator(node: ast.AST) -> Iterator[Mutation]:
    if isinstance(node, ast.Compare):
        ops = node.ops
        for i, op in enumerate(ops):
            yield Mutation(node, "ops", [*ops[:i], OPPOSITES[type(op)](), *ops[i + 1 :]])
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign | ast.UnaryOp):
        opposite = OPPOSITES.get(type(node.op))
        if opposite:
            yield Mutation(node, "op", opposite())


def _of_a_value(node: ast.AST) -> Iterator[Mutation]:
    match node:
        case ast.Constant(value=bool(value)):
            yield Mutation(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield Mutation(node, "value", value + 1)
        case ast.Name(id=name) if name in NAMES:
            yield Mutation(node, "id", NAMES[name])
        case _:
            pass


def _of_a_condition(node: ast.AST) -> Iterator[Mutation]:
    match node:
        case ast.UnaryOp(op=ast.Not()):
            yield Mutation(node, "operand", _not(node.operand))
        case ast.If() | ast.IfExp() | ast.While() if not _has_an_opposite(node.test):
            yield Mutation(node, "test", _not(node.test))
        case ast.comprehension(ifs=[test]) if not _has_an_opposite(test):
            yield Mutation(node, "ifs", [_not(test)])
        case _:
            pass


def _has_an_opposite(test: ast.expr) -> bool:
    """Whether its negation is one of its own mutations."""
    if isinstance(test, ast.Compare):
        return isinstance(test.ops[0], ast.Eq | ast.NotEq | ast.Is | ast.IsNot | ast.In | ast.NotIn)
    return isinstance(test, ast.UnaryOp)


def _not(condition: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), condition)


def _carried_out(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all inside it, but nothing that only says of which type something is."""
    yield node
    match node:
        case ast.Subscript(value=ast.Name(name)) | ast.Call(ast.Name(name)) if name in OF_TYPES:
            return
        case ast.keyword(arg="strict"):  # a guard against faults alone
            return
        case ast.ClassDef():
            left_out = NOT_CARRIED_OUT_OF_A_CLASS
        case _:
            left_out = NOT_CARRIED_OUT
    for field, value in ast.iter_fields(node):
        if field not in left_out:
            for inside in value if isinstance(value, list) else [value]:
                if isinstance(inside, ast.AST):
                    yield from _carried_out(inside)


def _line(node: ast.AST) -> int:
    return min(
        inside.lineno for inside in ast.walk(node) if isinstance(inside, ast.expr | ast.stmt)
    )


def _shown(node: ast.AST) -> str:
    """The node as a line, of a statement its head alone."""
    return ast.unparse(node).strip().partition("\n")[0]
