package tuanju.member.signing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How dear it is to guess a password. No setting: the same for every hash, or the time taken tells who is a member. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    @Bean
    BCryptPasswordEncoder bcrypt() {
        return new BCryptPasswordEncoder(10);
    }
}
