package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import support.ModuleTest;
import support.Visitor;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class ComplaintPagesTest {

    private static final Pattern LINE = Pattern.compile("name=\"line\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    MockMvc mvc;

    @Autowired
    ComplaintLists lists;

    private Led led;
    private Cycle cycle;
    private PlacedOrder order;
    private String page = "";

    @BeforeEach
    void aBagWaits() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2)).getFirst();
        page = "/lead/cycles/" + cycle.code() + "/desk/bags/" + order.code() + "/complaints";
    }

    @Test
    void aCrushedBoxIsReportedWithItsPhotoOnceHoweverOftenItIsSent() throws Exception {
        var line = aLine();
        for (int i = 0; i < 2; i++) {
            asLeader(report(line, "4.20", "k-" + order.code()).file(photo()))
                    .andExpect(redirectedUrl(page))
                    .andExpect(flash().attribute("flashOk", containsString("¥4.20")));
        }

        assertThat(complaints()).singleElement().satisfies(it -> {
            assertThat(it.about().picture()).startsWith("up:");
            assertThat(it.status()).isEqualTo(ComplaintStatus.GIVEN);
        });
        asLeader(get(page)).andExpect(content().string(containsString("已退")));
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() throws Exception {
        asLeader(report(aLine(), "4.20", "a-" + order.code()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("坏了的请拍张照片")))
                .andExpect(content().string(containsString("value=\"4.20\"")));
        asLeader(report(aLine(), "-1", "b-" + order.code()).file(photo()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填金额")));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsNotTaken() throws Exception {
        var script = new MockMultipartFile("photo", "a.jpg", "image/jpeg", "<script>".getBytes("UTF-8"));

        asLeader(report(aLine(), "4.20", "c-" + order.code()).file(script)).andExpect(status().is4xxClientError());

        assertThat(complaints()).isEmpty();
    }

    @Test
    void theOperatorSeesThePhotoAndDecides() throws Exception {
        asLeader(report(aLine(), "99", "d-" + order.code()).file(photo()))
                .andExpect(flash().attribute("flashOk", containsString("平台")));
        var waiting = complaints().getFirst();
        asLeader(get("/operate/complaints"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("¥99.00")));

        var file = "/operate/complaints/" + waiting.community().value() + "/" + waiting.id();
        var decision = file + "/decision";
        asLeader(get(file)).andExpect(content().string(containsString(decision)));
        asLeader(post(decision)
                        .param("commandKey", "k1")
                        .param("act", "approve")
                        .param("yuan", "9"))
                .andExpect(flash().attribute("flashError", containsString("原因")));
        for (int taps = 0; taps < 2; taps++) { // W-17: the second is answered like the first
            asLeader(post(decision)
                            .param("commandKey", "k2")
                            .param("act", "approve")
                            .param("yuan", "99"))
                    .andExpect(flash().attribute("flashOk", "complaint.desk.approved"));
        }
        asLeader(post(decision)
                        .param("commandKey", "k3")
                        .param("act", "decline")
                        .param("answer", "不行"))
                .andExpect(flash().attribute("flashError", containsString("已经有人决定")));
        asLeader(get("/operate/complaints").param("state", "GIVEN"))
                .andExpect(content().string(containsString("¥99.00")));
    }

    @Test
    void anotherLeadersBagIsNone() throws Exception {
        var other = neighbourhood.newLeader(led.community());
        var me = Visitor.signedIn(other.signedIn());

        mvc.perform(get(page).with(me)).andExpect(status().isNotFound());
    }

    private List<ComplaintCard> complaints() {
        return lists.ofOrders(led.community().id(), List.of(order.id().value()));
    }

    private String aLine() throws Exception {
        var html = asLeader(get(page)).andExpect(status().isOk()).andReturn();
        var line = LINE.matcher(html.getResponse().getContentAsString());
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    private MockMultipartHttpServletRequestBuilder report(String line, String yuan, String key) {
        var report = multipart(page);
        report.param("line", line)
                .param("kind", "DAMAGED")
                .param("pieces", "1")
                .param("yuan", yuan)
                .param("note", "压烂了")
                .param("commandKey", key);
        return report;
    }

    private static MockMultipartFile photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new MockMultipartFile("photo", "crushed.png", "image/png", bytes.toByteArray());
    }

    private ResultActions asLeader(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var me = Visitor.signedIn(led.signedIn());
        return mvc.perform(request.with(csrf()).with(me));
    }
}
