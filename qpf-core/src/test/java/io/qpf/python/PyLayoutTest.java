package io.qpf.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The layout of Python, by small examples; the real tools judge it on random code beside this. */
class PyLayoutTest {
    private static final PyLayout LAYOUT = new PyLayout();

    private static String format(String source) {
        String once = LAYOUT.format(source, Set.of("L9"));
        assertThat(LAYOUT.format(once, Set.of("L9"))).as("a second time").isEqualTo(once);
        return once;
    }

    @Test
    void keepsEmptyAndDocumentedModulesAsTheyAre() {
        assertThat(format("")).isEmpty();
        assertThat(format("\n\n")).isEmpty();
        assertThat(format("\"\"\"Only words.\n\"\"\"\n")).isEqualTo("\"\"\"Only words.\"\"\"\n");
    }

    @Test
    void organizesImportsAndDropsTheUnused() {
        assertThat(format("""
            \"""Doc.\"""
            from L9.core.context import AgentContext
            import json, os
            from typing import Any, Final
            from fastapi import FastAPI
            from __future__ import annotations
            from typing import Final
            A: Final = AgentContext(FastAPI, f"{os.sep}")
            """)).isEqualTo("""
                \"""Doc.\"""

                from __future__ import annotations

                import os
                from typing import Final

                from fastapi import FastAPI

                from L9.core.context import AgentContext

                A: Final = AgentContext(FastAPI, f"{os.sep}")
                """);
    }

    @Test
    void keepsWhatIsExportedOrOnlyNamedInTypes() {
        String source = """
            from typing import TYPE_CHECKING, cast

            from a import Exported, Quoted, Unused
            from a import Again as Again

            if TYPE_CHECKING:
                from b import Never

            __all__ = ["Exported"]
            x = cast("Quoted", None)
            """;
        assertThat(format(source)).isEqualTo("""
            from typing import cast

            from a import Again as Again
            from a import Exported, Quoted

            __all__ = ["Exported"]
            x = cast("Quoted", None)
            """);
    }

    @Test
    void breaksLinesAsBlackDoes() {
        assertThat(format("""
            class A( object ):
              x = {'a':1,'b':[1,2,3],}
              def f(self, first_parameter: int, second_parameter: str = "x", *rest: object)->None:
                return self.first_attribute.method(first_parameter).other_method(second_parameter, rest)[0]
            """)).isEqualTo("""
                class A(object):
                    x = {
                        "a": 1,
                        "b": [1, 2, 3],
                    }

                    def f(
                        self, first_parameter: int, second_parameter: str = "x", *rest: object
                    ) -> None:
                        return self.first_attribute.method(first_parameter).other_method(
                            second_parameter, rest
                        )[0]
                """);
    }

    @Test
    void wrapsProseButNeverTheSummary() {
        String word = "0123456789 ".repeat(9).strip();
        assertThat(format("def f():\n    \"\"\"" + word + "\n\n    " + word + "\n\n    Args:\n        x: " + word
                        + "\n    \"\"\"\n    # " + word + "\n    return 1\n"))
                .isEqualTo("""
                    def f():
                        \"""0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789

                        0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
                        0123456789 0123456789

                        Args:
                            x: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
                                0123456789 0123456789
                        \"""
                        # 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
                        # 0123456789 0123456789
                        return 1
                    """);
    }

    @Test
    void spacesDefinitions() {
        assertThat(format("""
            import os
            def f(): pass
            # about g
            @os
            def g():

                def h(): ...
                return h



            x = 1
            """)).isEqualTo("""
                import os


                def f():
                    pass


                # about g
                @os
                def g():
                    def h(): ...

                    return h


                x = 1
                """);
    }

    @Test
    void namesTheLineThatIsNoPython() {
        assertThatThrownBy(() -> format("x = 1\ny = (2\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> format("x = 1\ny = = 2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
