package tuanju.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The one cookie that says who somebody is: closed to scripts and other sites, in production tied to host and https. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    static final String NAME = "session";
    static final String PRODUCTION_NAME = "__Host-session";
    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

    @Bean
    CookieSerializer cookieSerializer(Environment environment) {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(production ? PRODUCTION_NAME : NAME);
        cookie.setUseSecureCookie(production);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setCookieMaxAge(THIRTY_DAYS);
        return cookie;
    }
}
