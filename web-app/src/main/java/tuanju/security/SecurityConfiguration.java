package tuanju.security;

import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import tuanju.member.Members;

/** Who may enter which path. What is not named here needs a signed-in member. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SecurityConfiguration {

    private static final String[] OPEN_PAGES = {
        "/",
        "/t/**",
        "/o/**",
        "/c/**",
        "/l/**",
        "/sign-in/**",
        "/sign-up/**",
        "/outbox",
        "/language",
        "/link-memory",
        "/n/*/reads",
        "/community",
        "/gallery",
        "/gallery/tables",
        "/why-one-level",
        "/theme",
        "/error",
    };

    /** Everybody may read them; who writes is signed in. */
    private static final String[] OPEN_TO_READ = {
        "/notes",
        "/search",
        "/search/suggestions",
        "/ideas",
        "/ideas/*",
        "/n/**",
        "/people/*",
        "/reviews/**",
        "/reviews",
        "/s/**",
        "/tasters/*",
        "/decisions"
    };

    private static final String[] OPEN_FILES = {
        "/assets/**",
        "/page/**",
        "/catalog/**",
        "/tiles/**",
        "/pictures/**",
        "/webjars/**",
        "/*/*.js",
        "/*/*.css",
        "/*/*.svg",
        "/*/*.png",
        "/favicon.ico",
        "/favicon.svg",
        "/robots.txt",
        "/manifest.webmanifest",
    };

    /**
     * On signing out a browser forgets pages and what the desk kept. Language and theme, which are cookies, stay. Sent also
     * over plain http, where browsers heed it for localhost only.
     */
    private static final LogoutHandler FORGET_ON_THIS_DEVICE =
            new HeaderWriterLogoutHandler(new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\""));

    private final Doors doors;
    private final Members members;
    private final ManagementPort management;

    /** The API: a bearer token with each request, no session, no cookie, so nothing to forge across sites. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, BearerTokens tokens, ApiRefusals refusals) throws Exception {
        return stateless(http.securityMatcher("/api/**"))
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(it -> it.requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/codes",
                                "/api/v1/members",
                                "/api/v1/questions",
                                "/api/v1/tokens")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/cards",
                                "/api/v1/communities",
                                "/api/v1/communities/*/cards",
                                "/api/v1/decisions",
                                "/api/v1/teams/*",
                                "/api/v1/team-offers/**",
                                "/api/v1/outbox")
                        .permitAll()
                        .requestMatchers(
                                "/api/v1/insight/**",
                                "/api/v1/operator/**",
                                "/api/v1/complaints/**",
                                "/api/v1/commission-rules/**",
                                "/api/v1/payout-batches/**")
                        .access(doors::operators)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** What other programs call: payment providers, the sandbox provider's own pages, probes. No cookie is read. */
    @Bean
    @Order(2)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(
                        "/sandbox/**",
                        "/payments/callbacks/**",
                        "/actuator/health/**",
                        "/livez",
                        "/readyz",
                        "/v3/api-docs/**"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    /** The numbers for a monitor, on a port of their own. */
    @Bean
    @Order(2)
    SecurityFilterChain monitor(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(management))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    /** The pages: a session that begins at sign-in, and a token from it in every form. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, SignInFirst signInFirst, ClosedDoor closedDoor) throws Exception {
        return plain(http)
                // they only set a cookie, and a token would begin a session for every visitor
                .csrf(it -> it.ignoringRequestMatchers("/language", "/theme", "/link-memory", "/n/*/reads"))
                .addFilterBefore(new ClosedAccounts(members), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        it -> it.authenticationEntryPoint(signInFirst).accessDeniedHandler(closedDoor))
                .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/").addLogoutHandler(FORGET_ON_THIS_DEVICE))
                .authorizeHttpRequests(it -> it.requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_FILES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_TO_READ)
                        .permitAll()
                        .requestMatchers("/operate", "/operate/**", "/actuator/**")
                        .access(doors::operators)
                        .requestMatchers("/lead/apply")
                        .authenticated()
                        .requestMatchers("/lead", "/lead/**")
                        .access(doors::leaders)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** A span and a timer around each of a dozen filters, with every request, are read by nobody; requests are timed whole. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return plain(http)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** Other headers come from {@link ResponseHeaders}, also where no chain is reached; sign-in pages are our own. */
    private static HttpSecurity plain(HttpSecurity http) {
        return http.headers(it -> it.defaultsDisabled().addHeaderWriter(new PrivatePages()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(it -> it.requestCache(new NullRequestCache()));
    }
}
