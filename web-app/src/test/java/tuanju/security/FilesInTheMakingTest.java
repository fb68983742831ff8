package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tuanju.WebTest;
import tuanju.command.RateLimits;
import tuanju.command.TooBusy;
import tuanju.command.TooMany;

@WebTest
@DisplayName("A-94 Files that are made at one moment")
class FilesInTheMakingTest {

    private static final int CONNECTIONS = 16;

    @Autowired
    RateLimits limits;

    private final FilesInTheMaking making = new FilesInTheMaking(CONNECTIONS);

    @Test
    @DisplayName("of one member take a quarter of the connections, and the next is told when to come again")
    void ofOneMember() {
        for (int made = 0; made < CONNECTIONS / 4; made++) {
            making.begin("wang");
        }
        assertThatThrownBy(() -> making.begin("wang")).isInstanceOf(TooMany.class);
        making.end("wang");
        assertThatCode(() -> making.begin("wang")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("of all members together leave half of the connections to whoever asks for a page")
    void ofAllMembers() {
        for (int made = 0; made < CONNECTIONS / 2; made++) {
            making.begin("member " + made);
        }
        assertThatThrownBy(() -> making.begin("one more")).isInstanceOf(TooBusy.class);
        making.end("member 0");
        assertThatCode(() -> making.begin("one more")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("are over when they were answered, however that was")
    void areOverWhenAnswered() {
        var gate = new ExportLimits(limits, new FilesInTheMaking(1));
        for (int asked = 0; asked < 3; asked++) {
            var request = file("/lead/cycles/RVGD7K2M9QX4TB/lists/by-room.pdf");
            assertThat(gate.preHandle(request, new MockHttpServletResponse(), this))
                    .isTrue();
            assertThatThrownBy(() -> gate.preHandle(file("/lead/a/b.pdf"), new MockHttpServletResponse(), this))
                    .isInstanceOf(TooMany.class);
            gate.afterCompletion(request, new MockHttpServletResponse(), this, new IllegalStateException("broken"));
        }
    }

    private MockHttpServletRequest file(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setUserPrincipal(() -> "files in the making");
        return request;
    }
}
