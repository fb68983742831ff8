package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tuanju.ApiClient;
import tuanju.security.Routes.Row;

/** Whoever names a community means that one. */
class NamedCommunityTest extends AtEveryDoor {

    @ParameterizedTest
    @CsvSource({
        "/lead/storefront,headline=您好&introduction=",
        "/lead/deputies,phone=13800000101&rights=DESK&until=2030-01-01"
    })
    @DisplayName("W-15 what is said of a community that one does not lead is not said of another")
    void whatIsSaidOfAnotherCommunityIsNotKept(String path, String form) {
        var row = row("POST " + path);
        Runnable refused = () -> assertThat(mvc.post()
                        .uri(path + "?" + form)
                        .param("community", "nosuch")
                        .param("commandKey", UUID.randomUUID().toString())
                        .with(world.as(row))
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
        assertThat(isStoredBy(List.of(refused))).isFalse();
    }

    @Test
    @DisplayName("W-15 a pickup point is not moved to another community by its name")
    void aPointIsNotMoved() {
        var row = row("PUT /api/v1/pickup-points/{point}");
        var answer = mvc.put()
                .uri(row.path(world.examples()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"community\":\"nosuch\",\"name\":\"北门\",\"area\":\"北门\",\"address\":\"桂花里北门\"}")
                .with(world.as(row))
                .exchange();
        assertThat(answer).hasStatus(400);
        assertThat(ApiClient.<String>read(answer, "$.errors[0].field")).isEqualTo("community");
    }

    private static Row row(String route) {
        return Routes.table().stream()
                .filter(it -> it.route().equals(route))
                .findFirst()
                .orElseThrow();
    }
}
