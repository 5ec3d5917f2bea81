package io.qpf.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever may bind a name at the top of a module counts, and what cannot does not. */
class ModuleNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "def greet(): ...",
                "async def greet(): ...",
                "class greet: ...",
                "@cache\ndef greet(): ...",
                "from dom.y import Pol, greet",
                "from dom.y import greet, Pol  # both",
                "from dom.y import (\n    Pol,\n    greet,\n)",
                "from dom.y import (  # why\n    greet as greet,\n    Pol as Pol,\n)",
                "from dom.y import Pol, \\\n    greet",
                "from dom.y import hello as greet, Pol",
                "import dom.y as greet",
                "import greet.more",
                "try:\n    from fast import greet\nexcept ImportError:\n    from slow import greet",
                "if sys.version_info > (3, 12):\n    def greet(): ...\nelse:\n    greet = None",
                "greet = partial(hello, 1)",
                "greet: Callable[[], str] = hello",
                "hello = greet = print",
                "hello, greet = print, print",
                "x = 1; greet = 2",
            })
    void nameIsThere(String text) {
        assertThat(ModuleNames.of(text)).contains("greet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# def greet(): ...",
                "class Pol:\n    def greet(self): ...",
                "def hello():\n    greet = 1",
                "from greet import hello",
                "import dom.greet",
                "hello(greet)",
                "greet == 1",
                "from dom.y import greet as hello",
            })
    void nameIsNotThere(String text) {
        assertThat(ModuleNames.of(text)).doesNotContain("greet", ModuleNames.ANY);
    }

    @Test
    void anyNameMayBeThere() {
        assertThat(ModuleNames.of("from dom.y import *")).contains(ModuleNames.ANY);
        assertThat(ModuleNames.of("def __getattr__(name): ...")).contains(ModuleNames.ANY);
    }
}
