package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import support.TeamNeighbourhoods;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.cycle.planning.CycleRounds;

/** What a chat fetches when somebody pastes a link: tags on the page, and a picture that every chat app draws. */
@ShopTest
@DisplayName("W-43 a link in a chat has a title, a text and a JPEG")
class LinkPicturesTest {

    private static final Pattern TAG = Pattern.compile("<meta property=\"og:([a-z:]+)\" content=\"([^\"]*)\">");

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleRounds rounds;

    Visitor chat;
    Street.Home home;
    Code team;
    CycleCard cycle;

    @BeforeEach
    void aTeamAndACycle() {
        chat = new Visitor(port);
        home = street.found(3);
        team = street.team(home, street.neighbour("李小花"));
        var place = neighbourhoods.found(1, 2);
        cycle = opening.open(place.leader(), place.id(), CycleRound.eggs(place));
    }

    @Test
    void teamsOffersAndCyclesLeadToAPictureThatCanBeDecoded() throws Exception {
        for (var page : pages()) {
            var picture = fetch(tag(page, "image"));
            assertThat(picture.statusCode()).as(page).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).as(page).contains("image/jpeg");
            assertThat(picture.headers().firstValue("Cache-Control").orElse(""))
                    .as(page)
                    .contains("public", "immutable", "max-age=31536000");
            assertThat(picture.body().length).as(page).isBetween(5_000, 300_000);
            var drawn = decoded(picture);
            assertThat(drawn.getWidth()).as(page).isEqualTo(Integer.parseInt(tag(page, "image:width")));
            assertThat(drawn.getHeight()).as(page).isEqualTo(Integer.parseInt(tag(page, "image:height")));
            assertThat(tag(page, "image:type")).as(page).isEqualTo("image/jpeg");
        }
    }

    @Test
    void everyAddressIsWholeAndBeginsWithOurs() {
        for (var page : pages()) {
            var ours = "http://localhost:" + port + page;
            assertThat(tag(page, "url")).isEqualTo(ours);
            assertThat(tag(page, "image")).startsWith(ours + "/link-zh-").endsWith(".jpg");
            assertThat(tag(page, "title")).as(page).isNotBlank();
            assertThat(tag(page, "description")).as(page).isNotBlank();
        }
        assertThat(tag("/c/" + cycle.code(), "description")).contains("鸡蛋", "截单");
    }

    @Test
    void aSeatThatIsPaidGivesThePictureAnotherAddressAndTheOldOneShowsTheNewState() throws Exception {
        var before = tag("/t/" + team, "image");
        var old = fetch(before).body();
        var neighbour = street.neighbour("王阿姨");
        street.receive(home, neighbour, street.seat(home, team, neighbour));

        assertThat(tag("/t/" + team, "image")).isNotEqualTo(before);
        var now = fetch(before);
        assertThat(now.body())
                .isNotEqualTo(old)
                .isEqualTo(fetch(tag("/t/" + team, "image")).body());
        assertThat(now.headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=60")
                .doesNotContain("immutable");
    }

    @Test
    void whatStrangersDoNotFindHasNoPicture() {
        var any = "/link-zh-" + "0".repeat(32) + ".jpg";
        var draft = rounds.draft(cycle.leader(), cycle).code();
        var nobody = team.value().substring(0, 4) + "0000000000";
        for (var page : List.of("/c/" + draft, "/c/" + nobody, "/t/" + nobody, "/o/" + nobody)) {
            assertThat(chat.get(page).statusCode()).as(page).isEqualTo(404);
            assertThat(chat.get(page + any).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(chat.get("/t/" + team + "/link-fr-" + "0".repeat(32) + ".jpg")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoReadsEnglishSharesAnEnglishPicture() throws Exception {
        var english = new Visitor(port, "en");
        english.get("/t/" + team);
        var picture = TAG.matcher(english.page())
                .results()
                .filter(it -> it.group(1).equals("image"))
                .findFirst()
                .orElseThrow()
                .group(2);
        assertThat(picture).contains("/link-en-");
        assertThat(fetch(picture).body())
                .isNotEqualTo(fetch(tag("/t/" + team, "image")).body());
    }

    private List<String> pages() {
        return List.of("/t/" + team, "/o/" + home.offer(), "/c/" + cycle.code());
    }

    private String tag(String page, String name) {
        chat.get(page);
        return TAG.matcher(chat.page())
                .results()
                .filter(it -> it.group(1).equals(name))
                .map(it -> it.group(2))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<byte[]> fetch(String address) {
        return chat.get(URI.create(address).getPath());
    }

    private static BufferedImage decoded(HttpResponse<byte[]> picture) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(picture.body()));
    }
}
