package tuanju.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tuanju.command.Invalid;
import tuanju.member.ApiTokens;
import tuanju.member.SignedIn;

/** Tells from the header "Authorization: Bearer" who calls the API. A token that is not (or no longer) good is refused. */
@Component
@RequiredArgsConstructor
class BearerTokens extends OncePerRequestFilter {

    private static final String HEADER = "Authorization";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9_\\-]{20,200})");

    private final ApiTokens tokens;
    private final ApiRefusals refusals;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var headers = Collections.list(request.getHeaders(HEADER));
        if (headers.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (headers.size() > 1) {
            refusals.refuse(new Invalid(HEADER, "field-twice"), request, response);
            return;
        }
        Matcher bearer = BEARER.matcher(headers.getFirst().strip());
        var holder = bearer.matches() ? tokens.holder(bearer.group(1)) : Optional.<SignedIn>empty();
        if (holder.isEmpty()) {
            refusals.commence(request, response, new BadCredentialsException("unknown token"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                holder.get(), null, AuthorityUtils.createAuthorityList("ROLE_MEMBER")));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
