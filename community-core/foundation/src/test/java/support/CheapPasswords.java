package support;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hundreds of people sign up in tests; nobody guesses their passwords. What is hashed is counted. */
@TestConfiguration(proxyBeanMethods = false)
public class CheapPasswords {

    private static final int FEWEST_ROUNDS = 4;
    private static final AtomicInteger HASHES = new AtomicInteger();

    /** How often a hash was made or compared so far, by anybody in this program. */
    public static int hashes() {
        return HASHES.get();
    }

    @Bean
    @Primary
    BCryptPasswordEncoder cheapBcrypt() {
        return new Counted();
    }

    private static final class Counted extends BCryptPasswordEncoder {

        private Counted() {
            super(FEWEST_ROUNDS);
        }

        @Override
        protected String encodeNonNullPassword(String rawPassword) {
            HASHES.incrementAndGet();
            return super.encodeNonNullPassword(rawPassword);
        }

        @Override
        protected boolean matchesNonNull(String rawPassword, String encodedPassword) {
            HASHES.incrementAndGet();
            return super.matchesNonNull(rawPassword, encodedPassword);
        }
    }
}
