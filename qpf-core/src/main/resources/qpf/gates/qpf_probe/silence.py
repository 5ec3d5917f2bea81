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
# One line, and whatever is wrong there: a code in brackets would name what may be.
_TYPE_BLANKET = re.compile(r"#\s*type:\s*ignore\b(?!\[)")
_PYLINT = re.compile(
    r"#.*\bpylint:.*?(skip-file|disable-all|disable(?:-next)?\s*=\s*(?:[\w-]+\s*,\s*)*all\b)"
)
# A whole class of messages, for one line or for all that follows.
_PYLINT_CLASS = re.compile(
    r"#.*\bpylint:\s*disable(?:-next)?\s*=\s*(?:[\w-]+\s*,\s*)*([CREWF]|error|warning|convention|refactor|fatal)\s*(,|$|;)",
    re.IGNORECASE,
)
_COVER = re.compile(r"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)")
_BRANCH = re.compile(r"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(branch|BRANCH)")
# A few lines that one tool need not see may have a reason, of two words or more, behind them.
_REASON = re.compile(r"\s*[#:;,—–-]+\s*\w[\w'’-]*\s+\w.*")
# More lines than these are hidden from coverage by no reason.
_FEW = 3
_WHY = "say why behind it, or take the comment away"
_FMT_SKIP = re.compile(r"#\s?fmt:\s?(off|skip)\b|#\s?yapf: disable\b")
_ISORT_SKIP = re.compile(r"#.*\bisort:\s?(skip|off)\b(?!_)")
_FMT_OFF = re.compile(r"#\s?(fmt:\s?off\b|yapf: disable\b)")
_FMT_ON = re.compile(r"#\s?(fmt:\s?on|yapf: enable)\s*$")
_ISORT_OFF = re.compile(r"#\s*isort:\s*off\b")
_ISORT_ON = re.compile(r"#\s*isort:\s*on\b")


def measure(tree: Tree, report: Report) -> None:
    """Find what keeps a tool from a file of the tree."""
    for source in tree.sources.values():
        agent = tree.owner(source.path)
        if source.node is not None and any(it in source.text for it in _WORDS):
            comments = list(_comments(source))
            whole = {(gate, line): words for gate, line, words in _whole_files(source, comments)}
            for (gate, line), words in whole.items():
                report.withdraw(gate, agent, source.path, line, f"{words}: {_REMEDY}")
            for gate, line, words in _lines(comments):
                if (gate, line) not in whole:
                    report.withdraw(gate, agent, source.path, line, f"{words}: {_WHY}")
            if not tree.is_top_test(source.path):
                _uncovered(source, comments, agent, report)
        for node in source.nodes:
            for it in getattr(node, "decorator_list", ()):
                if (getattr(it, "id", "") or getattr(it, "attr", "")) == "no_type_check":
                    message = "@no_type_check: mypy did not look at this: take it away"
                    report.withdraw("mypy", agent, source.path, it.lineno, message)
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
    for line, _, text in comments:
        if _MYPY.match(text) or (line < first and _TYPE_IGNORE.match(text)):
            yield "mypy", line, text
        elif _TYPE_BLANKET.match(text) and not _reasoned(_TYPE_BLANKET, text):
            yield "mypy", line, text
        if _PYLINT.match(text) or _PYLINT_CLASS.match(text):
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


def _lines(comments: list[tuple[int, bool, str]]) -> Iterator[tuple[str, int, str]]:
    """Give the comments that keep a tool from a few lines and do not say why."""
    for line, _, text in comments:
        for gate, pattern in (("black", _FMT_SKIP), ("isort", _ISORT_SKIP)):
            if pattern.search(text) and not _reasoned(pattern, text):
                yield gate, line, text


def _reasoned(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a reason stands behind a comment."""
    found = pattern.search(text)
    return found is not None and _REASON.match(text, found.end()) is not None


def _any_code_after(source: Source, line: int) -> bool:
    """Whether a statement begins behind a line: a region that ends there hides not all."""
    return any(isinstance(it, ast.stmt) and it.lineno > line for it in source.nodes)


def _uncovered(
    source: Source, comments: list[tuple[int, bool, str]], agent: str, report: Report
) -> None:
    """Count the bodies of functions and classes that coverage is told not to see."""
    marked = {line for line, alone, text in comments if not alone and _COVER.match(text)}
    bare = {
        line for line, _, text in comments if _COVER.match(text) and not _reasoned(_COVER, text)
    }
    branches = {
        line for line, _, text in comments if _BRANCH.match(text) and not _reasoned(_BRANCH, text)
    }
    if not marked | branches:
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
            marked -= head
    for line in sorted(marked | branches):
        hidden = _hidden(source, line) - counted
        if line in bare | branches or len(hidden) > _FEW:
            number = max(1, len(hidden))
            message = f"lines that coverage must not see, {number}: {_WHY}"
            report.find("coverage", agent, source.path, line, message, number=number)


def _hidden(source: Source, line: int) -> set[int]:
    """Give the lines of code that a mark on a line takes away: a head takes its body along."""
    found = {line}
    for node in source.nodes:
        if isinstance(node, (ast.stmt, ast.ExceptHandler)) and node.lineno == line:
            body = getattr(node, "body", [])
            found |= {
                it.lineno for part in body for it in ast.walk(part) if isinstance(it, ast.stmt)
            }
    return found
