"""Comments by which a file tells a tool to look away: what was not measured is not good."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from .tree import Report, Source, Tree

_REMEDY = "the file was not measured: take the comment away"
_WORDS = ("mypy", "type:", "pylint", "isort", "fmt", "yapf", "pragma", "PRAGMA")
# What weakens mypy for the file that says it; what makes it stricter may stay.
_MYPY = re.compile(
    r"#\s*mypy:.*\b(ignore[-_]errors(?!\s*=\s*(false|no|off|0))|disable[-_]error[-_]code"
    r"|allow[-_]|ignore[-_]missing|follow[-_]imports|implicit[-_]|no[-_]"
    r"|(strict|disallow|warn|check)[\w-]*\s*=\s*(false|no|off|0))",
    re.IGNORECASE,
)
_TYPE_IGNORE = re.compile(r"#\s*type:\s*ignore\b")
_PYLINT = re.compile(
    r"#.*\bpylint:.*?(skip-file|disable-all|disable\s*=\s*(?:[\w-]+\s*,\s*)*all\b)"
)
# A whole class of messages, on a line of its own: it holds for all that follows.
_PYLINT_CLASS = re.compile(
    r"#\s*pylint:\s*disable\s*=\s*(?:[\w-]+\s*,\s*)*([CREWF]|error|warning|convention|refactor|fatal)\s*(,|$|;)",
    re.IGNORECASE,
)
_COVER = re.compile(r"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)")
_FMT_OFF = re.compile(r"#\s?(fmt:\s?off|yapf: disable)\s*$")
_FMT_ON = re.compile(r"#\s?(fmt:\s?on|yapf: enable)\s*$")
_ISORT_OFF = re.compile(r"#\s*isort:\s*off\b")
_ISORT_ON = re.compile(r"#\s*isort:\s*on\b")


def measure(tree: Tree, report: Report) -> None:
    """Find what keeps a tool from a file of the tree."""
    for source in tree.sources.values():
        agent = tree.owner(source.path)
        if source.node is not None and any(it in source.text for it in _WORDS):
            comments = list(_comments(source))
            for gate, line, words in _whole_files(source, comments):
                report.withdraw(gate, agent, source.path, line, f"{words}: {_REMEDY}")
            if not tree.is_top_test(source.path):
                _uncovered(source, comments, agent, report)
        stub = source.path + "i"
        if (tree.root / stub).is_file():
            message = f"mypy reads this stub in place of {source.path}: "
            report.withdraw("mypy", agent, stub, 1, message + "take the stub away")


def _comments(source: Source) -> Iterator[tuple[int, bool, str]]:
    """Give each comment with its line, and whether it stands alone there."""
    for it in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if it.type == tokenize.COMMENT:
            yield it.start[0], not it.line[: it.start[1]].strip(), it.string


def _whole_files(
    source: Source, comments: list[tuple[int, bool, str]]
) -> Iterator[tuple[str, int, str]]:
    """Give the gate, the line and the text of each comment that silences a tool for the file."""
    assert source.node is not None
    first = min((it.lineno for it in source.node.body), default=1 << 30)
    for line, alone, text in comments:
        if _MYPY.match(text) or (line < first and _TYPE_IGNORE.match(text)):
            yield "mypy", line, text
        if _PYLINT.match(text) or (alone and _PYLINT_CLASS.match(text)):
            yield "pylint", line, text
    # isort minds these words wherever they stand, in a string as well.
    for number, words in enumerate(source.text.splitlines(), 1):
        if "isort:skip_file" in words or "isort: skip_file" in words:
            yield "isort", number, words.strip()
            break
    for gate, off, on in (("black", _FMT_OFF, _FMT_ON), ("isort", _ISORT_OFF, _ISORT_ON)):
        since: tuple[int, str] | None = None
        for line, _, text in comments:
            if off.match(text):
                since = since or (line, text)
            elif since and on.match(text) and _any_code_after(source, line):
                since = None
        if since:
            yield gate, *since


def _any_code_after(source: Source, line: int) -> bool:
    """Whether a statement begins behind a line: a region that ends there hides not all."""
    return any(isinstance(it, ast.stmt) and it.lineno > line for it in source.nodes)


def _uncovered(
    source: Source, comments: list[tuple[int, bool, str]], agent: str, report: Report
) -> None:
    """Count the bodies of functions and classes that coverage is told not to see."""
    marked = {
        line for line, alone, text in comments if not alone and _COVER.match(text)
    }
    if not marked:
        return
    counted: set[int] = set()
    for node in source.nodes:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        start = min([node.lineno, *(it.lineno for it in node.decorator_list)])
        head = marked & set(range(start, max(node.body[0].lineno, node.lineno + 1)))
        inside = {
            it.lineno
            for statement in node.body
            for it in ast.walk(statement)
            if isinstance(it, ast.stmt) and it.lineno not in counted
        }
        if head and inside:
            counted |= inside
            report.find(
                "coverage",
                agent,
                source.path,
                min(head),
                f"{node.name} is kept from coverage, {len(inside)} lines: {_REMEDY}",
                number=len(inside),
            )
