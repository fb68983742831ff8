package tuanju.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Jobs;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("Nobody chooses a picture twice, and none that no note shows is kept for longer than a day")
class NotePicturesTest {

    private static final Pattern NAMED = Pattern.compile("name=\"pictures\" value=\"up:([a-z0-9]{20})\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private ApiClient api;
    private MemberId writer;

    @BeforeEach
    void aWriter() {
        home = neighbourhoods.found(1, 2);
        api = ApiClient.signUp(mvc);
        assertThat(api.put("/api/v1/communities/" + home.card().shortCode() + "/membership", ""))
                .hasStatus(204);
        writer = new MemberId(UUID.fromString(ApiClient.read(api.get("/api/v1/members/me"), "$.id")));
    }

    @Test
    @DisplayName("what was uploaded stands on the form again after a refusal, and stays once the note is written")
    void staysOnTheForm() throws IOException {
        var refused = send("", List.of(), png(), png());
        assertThat(refused).hasStatus(400);
        var kept = named(refused);
        assertThat(kept).hasSize(2);
        assertThat(send("葡萄", kept)).hasStatus3xxRedirection();
        laterThanADay();
        assertThat(there(kept)).isEqualTo(2);
    }

    @Test
    @DisplayName("one that cannot be used, or is too many, takes none of the others with it")
    void oneOfThemCannotBeUsed() throws IOException {
        var refused = send("葡萄", List.of(), png(), new byte[] {1, 2, 3}, png());
        assertThat(refused).hasStatus4xxClientError();
        assertThat(named(refused)).hasSize(2);
        var files = new byte[10][];
        Arrays.fill(files, png());
        var tooMany = send("葡萄", List.of(), files);
        assertThat(tooMany).hasStatus(400).bodyText().contains("最多 9 张");
        assertThat(named(tooMany)).hasSize(9);
    }

    @Test
    @DisplayName("what no note shows is gone after a day, from the form and over the API alike")
    void isGoneAfterADay() throws IOException {
        var kept = named(send("", List.of(), png()));
        laterThanADay();
        assertThat(there(kept)).isZero();
        var gone = send("葡萄", kept);
        assertThat(gone).hasStatus(400).bodyText().contains("pictures-error");
        String loose = ApiClient.read(api.upload("/api/v1/pictures", png()), "$.id");
        laterThanADay();
        assertThat(there(List.of(loose.substring(3)))).isZero();
    }

    private void laterThanADay() {
        jdbc.sql("update picture set created_at = created_at - interval '25 hours' where loose")
                .update();
        jobs.run("picture-sweep");
    }

    private int there(List<String> codes) {
        return jdbc.sql("select count(*) from picture where code in (:codes)")
                .param("codes", codes)
                .query(Integer.class)
                .single();
    }

    private static List<String> named(MvcTestResult form) throws IOException {
        return NAMED.matcher(ApiClient.body(form))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private MvcTestResult send(String title, List<String> had, byte[]... uploads) {
        var request = mvc.method(HttpMethod.POST).uri("/me/notes").multipart();
        for (var upload : uploads) {
            request.file(new MockMultipartFile("uploads", "a.png", "image/png", upload));
        }
        had.forEach(it -> request.param("pictures", "up:" + it));
        return request.param("community", home.card().shortCode())
                .param("title", title)
                .param("visibility", "PUBLIC")
                .param("commandKey", UUID.randomUUID().toString())
                .header("Accept-Language", "zh-CN")
                .with(authentication(
                        new UsernamePasswordAuthenticationToken(new SignedIn(writer, "小李", false), null, List.of())))
                .with(csrf())
                .exchange();
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
