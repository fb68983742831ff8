package tuanju.member.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.member.MemberId;
import tuanju.member.MemberSettings;
import tuanju.member.Secret;

@DisplayName("A-78")
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest(name = "at {0} s it is {1}")
    @DisplayName("codes are those of RFC 6238, appendix B, of which apps show the last six digits")
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471",
        "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(seconds))))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} steps away: {1}")
    @DisplayName("a code is good one step before and after its own, and no further")
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void aClockMayBeOneStepOff(long away, boolean good) {
        long step = Totp.stepAt(NOON) + away;
        var found = Totp.step(SECRET, Totp.code(SECRET, step), NOON);
        assertThat(found.isPresent()).isEqualTo(good);
        assertThat(found.orElse(step)).isEqualTo(step);
    }

    @ParameterizedTest
    @DisplayName("a secret is written as RFC 4648, section 10, has it, without padding")
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenAsApps(String bytes, String text) {
        assertThat(Base32.of(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    @DisplayName("what is sealed for one member opens for no other, nor changed, nor under another secret")
    void sealedForOne() {
        var owner = new MemberId(new UUID(0, 1));
        var seal = sealed("the secret of an installation of ours");
        var closed = seal.close(SECRET, owner);

        assertThat(seal.open(closed, owner)).contains(SECRET);
        assertThat(seal.open(closed, new MemberId(new UUID(0, 2)))).isEmpty();
        assertThat(sealed("the secret of an installation of others").open(closed, owner))
                .isEmpty();
        closed[closed.length - 1] ^= 1;
        assertThat(seal.open(closed, owner)).isEmpty();
        assertThat(seal.open(new byte[3], owner)).isEmpty();
    }

    private static Seal sealed(String secret) {
        var perAddress = new MemberSettings.PerAddress(1, 1, 1, 1);
        var settings = new MemberSettings(secret, "", "", perAddress);
        return new Seal(settings, new Secret(settings));
    }
}
