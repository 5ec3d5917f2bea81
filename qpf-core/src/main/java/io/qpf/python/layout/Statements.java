package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Parses a logical line into its statements; a body behind a head becomes statements of their own. */
final class Statements {
    private final TokenStream tokens;
    private final Expressions expressions;
    private final Definitions definitions;
    private final List<Statement> found = new ArrayList<>();

    private Statements(List<Leaf> line) {
        this.tokens = new TokenStream(line);
        this.expressions = new Expressions(tokens);
        this.definitions = new Definitions(tokens, expressions);
    }

    static List<Statement> parse(List<Leaf> line) {
        Statements parser = new Statements(line);
        parser.line(line);
        return parser.found;
    }

    private void line(List<Leaf> line) {
        boolean nested = false;
        Node head = head(line);
        if (head != null) {
            if (definitions.isStub(head)) {
                head.add(stub());
            }
            found.add(new Statement(head, false));
            nested = true;
        }
        while (!tokens.done()) {
            if (tokens.at(Kind.SEMI)) {
                tokens.take();
                continue;
            }
            found.add(new Statement(simple(), nested));
            if (!tokens.done() && !tokens.at(Kind.SEMI)) {
                throw tokens.fault("expected the end of the statement");
            }
        }
    }

    private Node stub() {
        return Node.of(Kind.ATOM, tokens.take(), tokens.take(), tokens.take());
    }

    private @org.jspecify.annotations.Nullable Node head(List<Leaf> line) {
        Leaf first = tokens.peek();
        if (first.is(Kind.AT)) {
            return Node.of(Kind.DECORATOR, tokens.take(), expressions.named());
        }
        if (first.is(Kind.ASYNC)) {
            Leaf async = tokens.take();
            Node inner = keywordHead(line);
            if (inner == null) {
                throw tokens.fault("expected def, for or with");
            }
            return Node.of(Kind.ASYNC_STMT, async, inner);
        }
        return first.is(Kind.NAME) ? keywordHead(line) : null;
    }

    private @org.jspecify.annotations.Nullable Node keywordHead(List<Leaf> line) {
        return switch (tokens.peek().text) {
            case "if", "elif" -> Node.of(Kind.IF_STMT, tokens.take(), expressions.named(), colon());
            case "while" -> Node.of(Kind.WHILE_STMT, tokens.take(), expressions.named(), colon());
            case "else", "try", "finally" -> Node.of(Kind.STATEMENT, tokens.take(), colon());
            case "for" ->
                Node.of(
                        Kind.FOR_STMT,
                        tokens.take(),
                        expressions.targets(),
                        tokens.take(),
                        expressions.testlistStar(),
                        colon());
            case "with" -> with();
            case "except" -> except();
            case "def" -> definitions.function();
            case "class" -> definitions.type();
            case "match" -> definitions.startsMatch(line) ? definitions.match() : null;
            case "case" -> definitions.startsMatch(line) ? definitions.matchCase() : null;
            default -> null;
        };
    }

    private Leaf colon() {
        return tokens.take(Kind.COLON);
    }

    private Node with() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        parts.addAll(expressions.commaList(expressions::aliased));
        parts.add(colon());
        return new Node(Kind.WITH_STMT, parts);
    }

    private Node except() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        if (tokens.at(Kind.STAR)) {
            parts.add(tokens.take());
        }
        if (!tokens.at(Kind.COLON)) {
            parts.add(expressions.commas(Kind.TESTLIST, expressions::test));
        }
        if (tokens.atWord("as")) {
            parts.add(tokens.take());
            parts.add(tokens.take());
        }
        return Node.of(Kind.STATEMENT, Node.collapsed(Kind.EXCEPT_CLAUSE, parts), colon());
    }

    private Node simple() {
        Leaf first = tokens.peek();
        return switch (first.is(Kind.NAME) ? first.text : "") {
            case "return" -> keywordThen(Kind.RETURN_STMT, expressions::testlistStar);
            case "del" -> keywordThen(Kind.DEL_STMT, expressions::targets);
            case "assert" -> assertion();
            case "raise" -> raise();
            case "import" -> definitions.importName();
            case "from" -> definitions.importFrom();
            case "pass", "break", "continue" -> Node.of(Kind.STATEMENT, tokens.take());
            case "global", "nonlocal" -> names();
            default -> expression();
        };
    }

    private Node keywordThen(Kind kind, java.util.function.Supplier<Tree> value) {
        Leaf keyword = tokens.take();
        return expressions.startsExpression() ? Node.of(kind, keyword, value.get()) : Node.of(Kind.STATEMENT, keyword);
    }

    private Node assertion() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        parts.add(expressions.test());
        if (tokens.at(Kind.COMMA)) {
            parts.add(tokens.take());
            parts.add(expressions.test());
        }
        return new Node(Kind.ASSERT_STMT, parts);
    }

    private Node raise() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        if (expressions.startsExpression()) {
            parts.add(expressions.test());
        }
        if (tokens.atWord("from")) {
            parts.add(tokens.take());
            parts.add(expressions.test());
        }
        return new Node(Kind.STATEMENT, parts);
    }

    private Node names() {
        List<Tree> parts = new ArrayList<>();
        while (!tokens.done() && !tokens.at(Kind.SEMI)) {
            parts.add(tokens.take());
        }
        return new Node(Kind.STATEMENT, parts);
    }

    private Node expression() {
        Tree first = expressions.yieldOr(expressions::testlistStar);
        if (tokens.at(Kind.COLON)) {
            return Node.of(Kind.EXPR_STMT, first, annotation());
        }
        if (tokens.at(Kind.AUGASSIGN)) {
            Leaf operator = tokens.take();
            return Node.of(Kind.EXPR_STMT, first, operator, expressions.yieldOr(expressions::testlistStar));
        }
        if (!tokens.at(Kind.EQUAL)) {
            return Node.of(Kind.STATEMENT, first);
        }
        List<Tree> parts = new ArrayList<>();
        parts.add(first);
        while (tokens.at(Kind.EQUAL)) {
            parts.add(tokens.take());
            parts.add(expressions.yieldOr(expressions::testlistStar));
        }
        return new Node(Kind.EXPR_STMT, parts);
    }

    private Node annotation() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        parts.add(expressions.test());
        if (tokens.at(Kind.EQUAL)) {
            parts.add(tokens.take());
            parts.add(expressions.yieldOr(expressions::testlistStar));
        }
        return new Node(Kind.ANNASSIGN, parts);
    }
}
