package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import tuanju.security.Routes.Row;

/** What is refused leaves no photo behind. */
class RefusedPhotosTest extends AtEveryDoor {

    private static final String PRODUCTS = "/operate/products/{community}";
    private static final byte[] NO_PICTURE = {1, 2, 3};

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTS, PRODUCTS + "/{id}"})
    @DisplayName("I-O3 a product with too many photos, or with one that is none, keeps not even the others")
    void aProductKeepsAllItsPhotosOrNone(String form) throws IOException {
        for (var photos : List.of(Collections.nCopies(10, picture()), List.of(picture(), NO_PICTURE))) {
            assertNothingIsStored(form, "uploads", photos, "name", "description", "origin", "category");
        }
    }

    @Test
    @DisplayName("I-O3 a pickup point that is not there is not photographed")
    void aPointThatIsNotThereIsNotPhotographed() throws IOException {
        assertNothingIsStored(
                "/lead/points/{community}/{none}",
                "photo",
                List.of(picture()),
                "name",
                "area",
                "address",
                "hours",
                "instructions");
    }

    private void assertNothingIsStored(String pattern, String field, List<byte[]> photos, String... fields) {
        var row = Routes.table().stream()
                .filter(it -> it.route().equals("POST " + pattern.replace("{none}", "{point}")))
                .findFirst()
                .orElseThrow();
        var path = row.path(world.examples());
        var uri = pattern.endsWith("{none}")
                ? path.replaceAll("[^/]+$", UUID.randomUUID().toString())
                : path;
        assertThat(isStoredBy(List.of(() -> isRefused(row, uri, field, photos, fields))))
                .as(uri)
                .isFalse();
    }

    private void isRefused(Row row, String uri, String field, List<byte[]> photos, String... fields) {
        var request = mvc.method(HttpMethod.POST).uri(uri).multipart();
        photos.forEach(it -> request.file(new MockMultipartFile(field, "a.png", "image/png", it)));
        List.of(fields).forEach(it -> request.param(it, "葡萄"));
        var answer = request.param("commandKey", UUID.randomUUID().toString())
                .with(world.as(row))
                .with(csrf())
                .exchange();
        assertThat(answer.getResponse().getStatus()).as(uri).isBetween(400, 422);
    }

    private static byte[] picture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
