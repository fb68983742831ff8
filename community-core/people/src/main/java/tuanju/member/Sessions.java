package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import tuanju.database.OpenSessions;
import tuanju.page.UnsentNote;

/** What a browser's session knows of its person: nothing, a code under way, or who they are. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class Sessions {

    private static final String PROGRESS = "sign-in";

    /** After this long without a visit; a session of nobody, which any form begins, is short (spring.session.timeout). */
    private static final Duration MEMBERS_STAY = Duration.ofDays(30);

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final OpenSessions open;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /**
     * A code under way.
     *
     * @param request ties the code to this browser
     * @param next where to go afterwards
     * @param name what a newcomer wants to be called, as far as they have said; null before
     * @param provedAt when the code was right, and only a name or an answer was missing; null before
     */
    public record Progress(
            UUID request,
            Phone phone,
            String next,
            @Nullable String name,
            @Nullable Instant provedAt) implements Serializable {

        /** A browser that is left for longer, or handed on, has to prove the phone again. */
        private static final Duration PROOF_HOLDS = Duration.ofMinutes(10);

        /** What was typed once is not typed again; an empty field takes nothing back. */
        public Progress called(@Nullable String typed) {
            return typed == null || typed.isBlank() ? this : new Progress(request, phone, next, typed, provedAt);
        }

        Progress withProof(Instant now) {
            return new Progress(request, phone, next, name, now);
        }

        public boolean proved() {
            return provedAt != null;
        }

        boolean isProven(Instant now) {
            return provedAt != null && now.isBefore(provedAt.plus(PROOF_HOLDS));
        }
    }

    public Optional<Progress> progress(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session).map(it -> (Progress) it.getAttribute(PROGRESS));
    }

    /** The same, where the phone was proven just now and the proof still holds. */
    public Optional<Progress> proven(HttpServletRequest request) {
        return progress(request).filter(it -> it.isProven(clock.instant()));
    }

    public void keep(HttpServletRequest request, Progress progress) {
        request.getSession().setAttribute(PROGRESS, progress);
    }

    /** The code was right. */
    public void keepProven(HttpServletRequest request, Progress progress) {
        keep(request, progress.withProof(clock.instant()));
    }

    /** Begins a new session for this member: but for a note not sent yet nothing of the old one is left. */
    public void begin(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        var note = UnsentNote.in(request);
        request.getSession().invalidate();
        remember(me, request, response);
        note.ifPresent(it -> it.keepIn(request));
    }

    /** Goes on with the same session under a new name. */
    public void rename(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        remember(me, request, response);
    }

    /** Ends every other session of this member, on all devices. */
    public void endOthers(SignedIn me, HttpServletRequest request) {
        var current = request.getSession().getId();
        var others = List.copyOf(repository.findByPrincipalName(me.getName()).keySet());
        others.stream().filter(it -> !it.equals(current)).forEach(repository::deleteById);
    }

    /** Ends every session of this member in the transaction there is; answers on how many devices there was one. */
    public int endAll(MemberId member) {
        return open.endAll(member.value().toString());
    }

    private void remember(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        var authorities = AuthorityUtils.createAuthorityList("ROLE_MEMBER");
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(me, null, authorities));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval(Math.toIntExact(MEMBERS_STAY.toSeconds()));
    }
}
