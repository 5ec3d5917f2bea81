package io.qpf.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no Python reads is told, and nothing that Python reads. */
class PythonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = (1,;y = 2 | 1 | the bracket `(` is never closed",
                "x = 1;y = 2) | 2 | the bracket `)` closes nothing",
                "x = (1;] | 2 | the bracket `]` does not close the `(` of line 1",
                "x = 1;y = 'a | 2 | a quote is never closed",
                "x = \"\"\"a;b | 1 | a quote is never closed",
                "x = 1;def f(a);    return a | 2 | the colon is missing behind `def f(a)`",
                "async def f();    pass | 1 | the colon is missing behind `async def f()`",
                "class A;    pass | 1 | the colon is missing behind `class A`",
                "x = '''a;b''';y = ( | 3 | the bracket `(` is never closed",
            })
    void tellsTheLine(String text, int line, String message) {
        assertThat(PythonText.fault(text.strip().replace(';', '\n'))).contains(new PythonText.Fault(line, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x = ')' + \"]\"  # (",
                "def f(a: int = {1: 2}[1]) -> dict[str, int]: return {}",
                "def f(;    a: int,;) -> None:;    pass",
                "x = f\"{a[\"k\"]}\" + f'{{' + f'}}'",
                "x = 'it\\'s' + r'\\d'",
                "v = f\"\"\"{'{'}\"\"\"",
                "v = f\"\"\"{d['{']};{x}\"\"\"",
                "v = f\"{'{'}\" f\"\"\"{;x}\"\"\"",
                "v = f\"{x:>{width}}\" + f'{y!r:.{p}f}'",
                "x = \\;    (1)",
                "\"\"\"It's (a;doc.\"\"\"",
                "x = 'a\\;b'",
                "default = 1;classes = 2;define(3)",
                "class A: pass",
                "x = rf'\\{a}{{}}' + rf'(\\{{[{a}])(![^}}]*)(\\}}?)'",
            })
    void isSilentAboutPython(String text) {
        assertThat(PythonText.fault(text.replace(';', '\n'))).isEmpty();
    }

    /** Behind fields that a parser alone can read nothing is certain; behind plain ones all is. */
    @Test
    void plainFieldsKeepNothingFromBeingFound() {
        assertThat(PythonText.fault("x = f'{a.b} {c:>3}'\ny = ("))
                .contains(new PythonText.Fault(2, "the bracket `(` is never closed"));
    }

    @Test
    void looksAtEveryLineOfALongFile() {
        assertThat(PythonText.fault("x = [1, 2]\n".repeat(5000) + "y = [\n"))
                .contains(new PythonText.Fault(5001, "the bracket `[` is never closed"));
    }
}
