package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import support.Statements;
import tuanju.community.Code;

@ShopTest
class TeamPageTest {

    private static final Pattern FULL_PHONE = Pattern.compile("\\b1[3-9][0-9]{9}\\b");

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    @Autowired
    Statements statements;

    Visitor stranger;
    Street.Home home;
    Street.Neighbour opener;
    Code team;

    @BeforeEach
    void aTeamWaitsForTwoMore() {
        stranger = new Visitor(port);
        home = street.found(3);
        opener = street.neighbour("李小花");
        team = street.team(home, opener);
    }

    @Test
    void anyoneWithTheLinkSeesWhatItIsAndHowManyAreMissing() {
        stranger.get("/t/" + team);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.page())
                .contains("阳光玫瑰葡萄", "单买 ¥52.00", "还差 2 人成团", "和李＊一起拼", "3号门旁")
                .contains("href=\"/checkout/teams/" + team + "\"");
    }

    @Test
    @DisplayName("W-55 whose team did not fill, or who comes too late, is led to the team that lacks fewest")
    void theTeamThatLacksFewest() {
        var further = street.team(home, street.neighbour("周老师"));
        var nearly = street.team(home, street.neighbour("王阿姨"));
        var second = street.neighbour("孙伯伯");
        street.receive(home, second, street.seat(home, nearly, second));
        street.letLapse(home, team);
        for (var reader : new Visitor[] {stranger, new Visitor(port).signIn(street, opener)}) {
            reader.get("/t/" + team);
            assertThat(reader.page())
                    .contains("可以参加的团", "还差 1 人，去拼", "href=\"/t/" + further + "\"")
                    .contains("class=\"button button-main\" href=\"/checkout/teams/" + nearly + "\"");
        }
        street.letLapse(home, nearly);
        street.letLapse(home, further);
        stranger.get("/t/" + team);
        assertThat(stranger.page()).contains("我来开一团").doesNotContain("去拼");
    }

    @Test
    @DisplayName("C-12 C-14 size, deadline, what happens if it lapses and when money comes back stand on the page")
    void theRulesStandBeforePaying() {
        stranger.get("/t/" + team);
        assertThat(stranger.page())
                .contains("3 人付款就成团", "到时没满，自动全额退款，原路退回，一般 24 小时内到账", "成团前可以随时退出")
                .contains("买卖合同就成立了", "自动解除", "不抽奖，分享没有奖励");
    }

    @Test
    @DisplayName("V-06 I-V1 strangers see masked names, an area instead of an address, and no phone")
    void strangersSeeNobodysPhone() {
        for (var path : new String[] {"/t/" + team, "/t/" + team + "/now", "/o/" + home.offer()}) {
            stranger.get(path);
            assertThat(stranger.status()).as(path).isEqualTo(200);
            assertThat(stranger.page())
                    .as(path)
                    .doesNotContain("李小花", opener.phone(), "岗亭")
                    .doesNotContainPattern(FULL_PHONE);
        }
    }

    @Test
    @DisplayName("A-04 a code that is guessed, mistyped or of nothing looks like nothing")
    void unknownCodesLookLikeNothing() {
        var other = team.value().substring(0, 4) + "0000000000";
        for (var path :
                new String[] {"/t/" + other, "/o/" + other, "/t/" + other + "/poster.png", "/t/" + home.offer()}) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get("/t/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("A-50 what people write is shown as text")
    void whatPeopleWriteIsShownAsText() {
        var script = "<img src=x onerror=alert(1)>";
        var hostile = street.found(2, "<script>x</script>", script);
        var code = street.team(hostile, street.neighbour("<b>坏"));
        for (var path : new String[] {"/t/" + code, "/o/" + hostile.offer()}) {
            stranger.get(path);
            assertThat(stranger.page())
                    .contains("&lt;script&gt;x&lt;/script&gt;", "&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<script>x", "<img src=x", "<b>坏");
        }
    }

    @Test
    void aLookAroundNeedsAHandfulOfStatementsAndLeavesNoSession() {
        street.team(home, street.neighbour("王阿姨"));
        stranger.get("/t/" + team);
        assertThat(statements.ofRequests(() -> stranger.get("/t/" + team))).hasSizeBetween(1, 6);
        assertThat(stranger.last().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(stranger.page()).contains("还有这些团在等人");
    }

    @Test
    void thePageWeighsAtMostSixtyKilobytesWithoutPictures() {
        stranger.get("/t/" + team);
        var page = stranger.page();
        var files = Pattern.compile("(?:src|href)=\"([^\"]+\\.(?:js|css))\"").matcher(page);
        int weight = zipped(stranger.last().body());
        while (files.find()) {
            weight += zipped(stranger.get(files.group(1)).body());
        }
        assertThat(weight).isBetween(5_000, 60_000);
    }

    @Test
    void chatsAreToldTitlePictureAndAddress() {
        stranger.get("/t/" + team);
        assertThat(stranger.page())
                .contains("property=\"og:title\" content=\"【3人团】阳光玫瑰葡萄 ¥39.90\"")
                .contains("property=\"og:url\" content=\"http://localhost:" + port + "/t/" + team + "\"")
                .containsPattern("property=\"og:image\" content=\"http://localhost:" + port + "/[^\"]+\"")
                .contains("itemprop=\"image\"", "单买 ¥52.00");
    }

    @Test
    void thePosterIsAPictureWhoseCodeLeadsToTheTeam() throws Exception {
        var answer = stranger.get("/t/" + team + "/poster.png");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        var poster = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(poster.getWidth()).isEqualTo(1080);
        assertThat(poster.getHeight()).isEqualTo(1440);
        assertThat(read(poster.getSubimage(700, 1000, 380, 440))).isEqualTo("http://localhost:" + port + "/t/" + team);
    }

    @Test
    void thePosterOfTheSameStateIsSentOnce() {
        var first = stranger.get("/t/" + team + "/poster.png");
        var state = first.headers().firstValue("ETag").orElseThrow();
        assertThat(stranger.getUnless("/t/" + team + "/poster.png", state).statusCode())
                .isEqualTo(304);
        street.seat(home, team, street.neighbour("孙伯伯"));
        assertThat(stranger.getUnless("/t/" + team + "/poster.png", state).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theLastSeatBeingPaidIsSaidSo() {
        street.seat(home, team, street.neighbour("王阿姨"));
        street.seat(home, team, street.neighbour("孙伯伯"));
        stranger.get("/t/" + team);
        assertThat(stranger.page()).contains("最后 2 席正在付款", "我来开一团").doesNotContain("/checkout/teams/" + team);
    }

    @Test
    void whoReadsEnglishReadsEnglish() {
        var visitor = new Visitor(port, "en");
        visitor.get("/t/" + team);
        assertThat(visitor.page()).contains("2 more people needed", "The rules").doesNotContain("还差");
    }

    private static int zipped(byte[] content) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return zipped.size();
    }

    private static String read(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
