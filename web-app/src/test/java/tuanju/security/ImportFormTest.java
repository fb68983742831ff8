package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;

/** A leader whose export cannot be read chooses another file, and nothing else again. */
@WebTest
class ImportFormTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    PickupPoints points;

    @Test
    @DisplayName("W-61 the pickup point that was chosen stays chosen beside a file that was refused")
    void theChosenPointIsKept() {
        var home = neighbourhoods.found(1);
        var chosen = points.open(home.id(), home.leader(), new PickupPlace("桂花路驿站", "旁边", "桂花路88弄", "9:00–20:00", ""));
        var refused = mvc.post()
                .uri("/lead/imports")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "orders.xlsx", null, "no workbook".getBytes(StandardCharsets.UTF_8)))
                .param("pickupPoint", chosen.id().toString())
                .with(DoorWorld.as(home.leader()))
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus3xxRedirection().flash().containsKey("flashError");

        var form = mvc.get()
                .uri(Objects.requireNonNull(refused.getResponse().getRedirectedUrl()))
                .with(DoorWorld.as(home.leader()))
                .exchange();
        assertThat(form)
                .bodyText()
                .containsPattern("value=\"" + chosen.id() + "\"[^>]* checked")
                .containsOnlyOnce(" checked");
    }
}
