package tuanju.member.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordConfigurationTest {

    @Test
    @DisplayName("A password is hashed in 1024 rounds, also where the tests take fewer")
    void aPasswordIsHashedInManyRounds() {
        assertThat(new PasswordConfiguration().bcrypt().encode("lantern over the river"))
                .startsWith("$2a$10$");
    }
}
