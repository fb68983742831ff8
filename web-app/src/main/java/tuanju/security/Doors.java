package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import tuanju.deputy.Leading;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Asks the database, at every request, whether somebody still is what the path requires. */
@Component
@RequiredArgsConstructor
class Doors {

    private final Members members;
    private final Leading leading;

    AuthorizationDecision operators(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var me = signedIn(who.get());
        return new AuthorizationDecision(me != null && members.isOperator(me));
    }

    /** Whether nothing but their second factor keeps this signed-in person out of what is an operator's. */
    boolean isOperatorsButForTheSecondFactor(HttpServletRequest request) {
        var path = request.getRequestURI();
        var me = signedIn(SecurityContextHolder.getContext().getAuthentication());
        return me != null
                && (path.startsWith("/operate") || path.startsWith("/actuator") || path.startsWith("/api/"))
                && members.owesSecondFactor(me);
    }

    AuthorizationDecision leaders(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var me = signedIn(who.get());
        return new AuthorizationDecision(me != null && leading.leadsOrStandsIn(me.member()));
    }

    private static @Nullable SignedIn signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn me ? me : null;
    }
}
