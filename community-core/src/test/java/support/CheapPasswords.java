package support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hundreds of people sign up in tests; nobody guesses their passwords. */
@TestConfiguration(proxyBeanMethods = false)
class CheapPasswords {

    private static final int FEWEST_ROUNDS = 4;

    @Bean
    @Primary
    BCryptPasswordEncoder cheapBcrypt() {
        return new BCryptPasswordEncoder(FEWEST_ROUNDS);
    }
}
