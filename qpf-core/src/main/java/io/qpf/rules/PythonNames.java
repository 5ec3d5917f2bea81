package io.qpf.rules;

import io.qpf.python.layout.StandardLibrary;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that Python keeps for itself or that installed libraries have. */
final class PythonNames {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> KEYWORDS = words(
            "False None True and as assert async await break class continue def del elif else except finally for from"
                    + " global if import in is lambda nonlocal not or pass raise return try while with yield");

    /**
     * What the foundation, its libraries and the gates' tools import, and what services of the shared configuration bring: a
     * root package of this name would hide them.
     */
    private static final Set<String> INSTALLED = words(
            "__main__ _pytest _yaml annotated_doc annotated_types anyio ast_serialize astroid asyncpg attr attrs black"
                    + " blackd blib2to3 boto3 botocore certifi click colorama coverage dill dotenv fastapi h11 httpcore"
                    + " httptools httpx idna iniconfig isort jose jwt librt mccabe mypy mypy_extensions mypyc neo4j numpy"
                    + " opentelemetry packaging pathspec pgvector pip pkg_resources platformdirs pluggy prometheus_client"
                    + " psycopg py pydantic pydantic_core pygments pylint pytest pytest_asyncio pytest_cov pytokens redis"
                    + " requests setuptools sniffio starlette tomlkit typing_extensions typing_inspection uvicorn uvloop"
                    + " watchfiles websockets wheel yaml");

    private PythonNames() {}

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.split(" ", -1)));
    }

    static boolean isIdentifier(String name) {
        return IDENTIFIER.matcher(name).matches();
    }

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    /** Private modules are not what anybody means to import. */
    static boolean isStandardLibrary(String name) {
        return !name.startsWith("_") && StandardLibrary.has(name);
    }

    static boolean isInstalled(String name) {
        return INSTALLED.contains(name);
    }

    /** A name that Python takes, near to this one. */
    static String importable(String name) {
        // Marks over and below letters stand behind them, once they are taken apart.
        String letters = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        String plain = letters.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String named = plain.isEmpty() ? "module" : plain;
        boolean taken = isKeyword(named) || Character.isDigit(named.charAt(0));
        return taken ? "m_" + named : named;
    }
}
