package tuanju.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tuanju.command.NetworkAddress;
import tuanju.command.Refusal;
import tuanju.command.TooBusy;
import tuanju.command.TooMany;
import tuanju.database.Outage;
import tuanju.database.Turns;
import tuanju.database.Visit;
import tuanju.database.Visit.Admission;

/**
 * Stands before everything that asks the database, sessions and tokens too: lets in as many requests as can be served, and
 * answers 503 by itself when there are too many or when the database was away, wherever inside that was met.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
@RequiredArgsConstructor
class Door extends OncePerRequestFilter {

    /** An answer of this size leaves when its turn is over, however slowly it is read. */
    private static final int KEPT_BYTES = 64 * 1024;

    /** Tells the session filter that it has been here: whoever asks for a file needs no session. */
    private static final String WITHOUT_SESSION = SessionRepositoryFilter.class.getName() + ".FILTERED";

    private final Hands hands;
    private final Closing closing;
    private final Turns turns;
    private final ProgramFiles files;
    private final OwnAnswers answers;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // only a request itself is counted: an error page or the end of a stream of events comes afterwards
        if (files.isProbe(request) || request.getDispatcherType() != DispatcherType.REQUEST) {
            pass(request, response, visit -> chain.doFilter(withoutSession(request), response));
            return;
        }
        var client = NetworkAddress.of(request);
        var admission = hands.inside().enter(client);
        if (admission != Admission.GRANTED) {
            turnAway(refusal(admission), request, response);
            return;
        }
        try {
            if (files.areAsked(request)) {
                pass(request, response, visit -> chain.doFilter(withoutSession(request), response));
            } else {
                come(client, request, response, chain);
            }
        } finally {
            hands.inside().leave(client);
        }
    }

    private HttpServletRequest withoutSession(HttpServletRequest request) {
        if (files.areAsked(request)) {
            request.setAttribute(WITHOUT_SESSION, true);
        }
        return request;
    }

    private void come(String client, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest arrived;
        try {
            arrived = ArrivedRequest.hasBody(request) ? arrive(client, request) : request;
        } catch (NotArrived missing) {
            hangUp(missing, request, response);
            return;
        } catch (Refusal refusal) {
            turnAway(refusal, request, response);
            return;
        }
        if (!closing.enter()) {
            turnAway(new TooBusy(), request, response);
            return;
        }
        try {
            pass(request, response, visit -> enter(visit, new LegibleRequest(arrived), response, chain));
            finish(request, response);
        } finally {
            closing.leave();
        }
    }

    /** The server itself has often closed the answer before we know. */
    private static void hangUp(NotArrived missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(NotArrived.MET, missing);
        if (!response.isCommitted()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.sendError(missing.getStatus());
        }
    }

    private HttpServletRequest arrive(String client, HttpServletRequest request) {
        var admission = hands.sending().enter(client);
        if (admission != Admission.GRANTED) {
            throw refusal(admission);
        }
        try {
            return ArrivedRequest.of(request);
        } finally {
            hands.sending().leave(client);
        }
    }

    private static Refusal refusal(Admission admission) {
        return admission == Admission.BUSY ? new TooBusy() : new TooMany(TooBusy.RETRY_AFTER_SECONDS);
    }

    /** Nobody waits for the rest of such a request, so what follows on its connection could not be told from it. */
    private void turnAway(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        answers.refuse(refusal, request, response);
    }

    private interface Inside {
        void go(Visit visit) throws ServletException, IOException;
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, Inside inside)
            throws ServletException, IOException {
        var before = HeadersBefore.of(response);
        try (var visit = turns.visit(NetworkAddress.of(request))) {
            inside.go(visit);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.isBehind(failure)) {
                throw failure;
            }
            before.restore(response);
            answers.away(failure, request, response);
        }
    }

    /** The last byte of an answer leaves before its request counts as answered; the server draws error pages afterwards. */
    private static void finish(HttpServletRequest request, HttpServletResponse response) {
        if (request.isAsyncStarted() || response.getStatus() >= 400 && !response.isCommitted()) {
            return;
        }
        try {
            close(response);
        } catch (IOException e) {
            // whoever asked has gone
        }
    }

    private static void close(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException written) {
            response.getWriter().close();
        }
    }

    private void enter(Visit visit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var admission = visit.takeTurn();
        if (admission == Admission.GRANTED) {
            response.setBufferSize(KEPT_BYTES);
            chain.doFilter(request, response);
        } else {
            answers.refuse(refusal(admission), request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
