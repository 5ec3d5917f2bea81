package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.Endpoint;
import io.qpf.schema.Endpoint.Auth;
import io.qpf.source.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes in the forms that people write. */
class EndpointReaderTest {
    @ParameterizedTest
    @CsvSource({
        "/berths/v6/plan, POST, plan",
        "/berths/v6/status, GET, status",
        "/berths/metrics, GET, metrics",
        "POST /berths/v6/free, POST, free",
        "get /berths/v6/list, GET, list",
        "'{path: \"/berths/{id}/close\"}', POST, close",
        "'\"DELETE /berths/{id}\"', DELETE, berths",
        "'{name: drop, path: /berths/v6/x, method: delete}', DELETE, drop",
    })
    void readsARoute(String yaml, String method, String name) {
        Endpoint endpoint = endpoint(yaml);

        assertThat(endpoint.method()).isEqualTo(method);
        assertThat(endpoint.name()).hasToString(name);
    }

    @Test
    void readsTimeoutAndDescription() {
        Endpoint endpoint = endpoint("{path: /a/plan, timeout_ms: 500, description: Plans.}");

        assertThat(endpoint.timeoutMs()).map(Located::value).contains(500);
        assertThat(endpoint.description()).map(Object::toString).contains("Plans.");
    }

    @Test
    void readsWhatACallerMustShow() {
        assertThat(endpoint("{path: /a/b, auth_required: true}").auth()).isEqualTo(new Auth.AnyToken());
        assertThat(endpoint("{path: /a/b, auth_required: false}").auth()).isEqualTo(new Auth.Open());
        assertThat(endpoint("{path: /a/b}").auth()).isEqualTo(new Auth.Open());
        assertThat(endpoint("{path: /a/b, auth_required: harbour_master}").auth())
                .isInstanceOfSatisfying(
                        Auth.Scope.class, it -> assertThat(it.name()).hasToString("harbour_master"));
    }

    private static Endpoint endpoint(String yaml) {
        return Schemas.valid("deployment", "deployment:\n  endpoints:\n    - " + yaml + "\n")
                .deployment()
                .endpoints()
                .get(0);
    }
}
