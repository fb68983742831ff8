package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import tuanju.member.SignedIn;

/**
 * What a member sees is kept nowhere; what everybody may see is asked for again each time. Whoever answers with
 * pictures, styles or scripts has already said how long theirs may be kept.
 */
class PrivatePages implements HeaderWriter {
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader("Cache-Control")) {
            return;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        boolean member = who != null && who.getPrincipal() instanceof SignedIn;
        boolean open = !member && !request.getRequestURI().startsWith("/sign-");
        response.setHeader("Cache-Control", open ? "private, no-cache" : "no-store");
    }
}
