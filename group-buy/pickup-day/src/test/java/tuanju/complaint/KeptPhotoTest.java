package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.Jobs;
import support.ModuleTest;
import support.Visitor;
import tuanju.desk.Desks;
import tuanju.desk.handover.HandingOver;
import tuanju.member.SignedIn;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("W-61 A photo of what is damaged stays on the form when it is refused, at home and at the desk")
class KeptPhotoTest {

    private static final Pattern LINE = Pattern.compile("name=\"line\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"(up:[a-z0-9]{20})\"");

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Jobs jobs;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private PlacedOrder order;
    private SignedIn buyer;
    private String mine = "";
    private String desk = "";

    @BeforeEach
    void aBagWasTakenHome() {
        led = neighbourhood.found();
        var cycle = neighbourhood.cycle(led);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2)).getFirst();
        buyer = new SignedIn(neighbourhood.signUp("马仁毅"), "马仁毅", false);
        jdbc.sql("update orders set buyer_id = :buyer where id = :id")
                .param("buyer", buyer.member().value())
                .param("id", order.id().value())
                .update();
        handingOver.handOver(
                desks.ofCycle(led.leader(), cycle.code()), List.of(order.id().value()));
        mine = "/orders/" + order.code() + "/complaints";
        desk = "/lead/cycles/" + cycle.code() + "/desk/bags/" + order.code() + "/complaints";
    }

    @Test
    @DisplayName("a buyer's second try is sent with the photo of the first, once and for good")
    void ofABuyer() throws Exception {
        var kept = refused(buyer, mine, photo());
        as(buyer, typed(mine, multipart(mine), "kept", kept).param("line", line(buyer, mine)))
                .andExpect(redirectedUrl(mine));
        jdbc.sql("update picture set created_at = created_at - interval '25 hours'")
                .update();
        jobs.run("picture-sweep");
        as(buyer, get("/pictures/" + kept.substring(3) + "-400.jpg")).andExpect(status().isOk());
        assertThat(jdbc.sql("select picture from complaint where order_id = ?")
                        .param(order.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(kept);
    }

    @Test
    void ofALeaderAtTheDesk() throws Exception {
        var kept = refused(led.signedIn(), desk, photo());
        as(led.signedIn(), typed(desk, multipart(desk), "kept", kept).param("line", line(led.signedIn(), desk)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("what somebody else sent, or what is gone, is no photo of theirs")
    void ofSomebodyElse() throws Exception {
        var theirs = refused(led.signedIn(), desk, photo());
        for (var none : List.of(theirs, "up:00000000000000000000", "nonsense")) {
            as(buyer, typed(mine, multipart(mine), "kept", none).param("line", line(buyer, mine)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("这张照片已经不在了")));
        }
        assertThat(refused(buyer, mine, photo())).isNotEqualTo(theirs);
    }

    private String refused(SignedIn who, String where, MockMultipartFile photo) throws Exception {
        var html = as(who, typed(where, multipart(where).file(photo), "line", ""))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var kept = KEPT.matcher(html);
        assertThat(kept.find()).as(html).isTrue();
        return kept.group(1);
    }

    /** Only buyers are asked whether it is half. */
    private AbstractMockHttpServletRequestBuilder<?> typed(
            String where, AbstractMockHttpServletRequestBuilder<?> request, String field, String value) {
        if (where.equals(mine)) {
            request.param("half", "false");
        }
        request.param(field, value)
                .param("kind", "DAMAGED")
                .param("pieces", "1")
                .param("note", "压烂了")
                .param("commandKey", UUID.randomUUID().toString());
        return request;
    }

    private String line(SignedIn who, String where) throws Exception {
        var html = as(who, get(where)).andReturn().getResponse().getContentAsString();
        var line = LINE.matcher(html);
        assertThat(line.find()).as(html).isTrue();
        return line.group(1);
    }

    private ResultActions as(SignedIn who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(csrf());
        return mvc.perform(request.with(Visitor.signedIn(who)));
    }

    private static MockMultipartFile photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new MockMultipartFile("photo", "a.png", "image/png", bytes.toByteArray());
    }
}
