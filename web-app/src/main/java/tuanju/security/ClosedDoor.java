package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tuanju.member.SecondStep;

/**
 * Says no to signed-in members: a forged or stale form is 403; what is not theirs looks like nothing at all. An operator who
 * has not shown their second factor is asked for it.
 */
@Component
@RequiredArgsConstructor
class ClosedDoor implements AccessDeniedHandler {

    private final Doors doors;

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if ("/lead".equals(request.getRequestURI())) {
            lead("/lead/apply", request, response);
        } else if (doors.isOperatorsButForTheSecondFactor(request)) {
            lead(SecondStep.on(SignInFirst.comeBackTo(request)), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void lead(String path, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }
}
