package io.qpf.rules;

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
    private static final Set<String> INSTALLED =
            words("__main__ _pytest _yaml annotated_doc annotated_types anyio ast_serialize astroid asyncpg attr attrs black"
                    + " blackd blib2to3 boto3 botocore certifi click colorama coverage dill dotenv fastapi h11 httpcore"
                    + " httptools httpx idna iniconfig isort jose jwt librt mccabe mypy mypy_extensions mypyc neo4j numpy"
                    + " opentelemetry packaging pathspec pgvector pip pkg_resources platformdirs pluggy prometheus_client"
                    + " psycopg py pydantic pydantic_core pygments pylint pytest pytest_asyncio pytest_cov pytokens redis"
                    + " requests setuptools sniffio starlette tomlkit typing_extensions typing_inspection uvicorn uvloop"
                    + " watchfiles websockets wheel yaml");

    private static final Set<String> STANDARD_LIBRARY =
            words("abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop "
                    + "base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd "
                    + "code codecs codeop collections colorsys compileall concurrent configparser "
                    + "contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime "
                    + "dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno "
                    + "faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc "
                    + "genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html "
                    + "http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json "
                    + "keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math "
                    + "mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt "
                    + "ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb "
                    + "pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint "
                    + "profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri "
                    + "random re readline reprlib resource rlcompleter runpy sched secrets select "
                    + "selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver "
                    + "spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string "
                    + "stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile "
                    + "telnetlib tempfile termios textwrap this threading time timeit tkinter token "
                    + "tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing "
                    + "unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg "
                    + "winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo");

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

    static boolean isStandardLibrary(String name) {
        return STANDARD_LIBRARY.contains(name);
    }

    static boolean isInstalled(String name) {
        return INSTALLED.contains(name);
    }

    /** A name that Python takes, near to this one. */
    static String importable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String named = plain.isEmpty() ? "module" : plain;
        boolean taken = isKeyword(named) || Character.isDigit(named.charAt(0));
        return taken ? "m_" + named : named;
    }
}
