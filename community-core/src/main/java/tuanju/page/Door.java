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
import tuanju.command.TooBusy;
import tuanju.command.TooMany;
import tuanju.database.Outage;
import tuanju.database.Turns;
import tuanju.database.Visit;

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

    private final Closing closing;
    private final Turns turns;
    private final ProgramFiles files;
    private final OwnAnswers answers;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean file = files.areAsked(request);
        if (file) {
            request.setAttribute(WITHOUT_SESSION, true);
        }
        // only a request itself takes a turn: an error page or the end of a stream of events comes afterwards
        if (file || request.getDispatcherType() != DispatcherType.REQUEST) {
            pass(request, response, visit -> chain.doFilter(request, response));
        } else {
            come(request, response, chain);
        }
    }

    private void come(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var arrived = ArrivedRequest.of(request);
        if (!closing.enter()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            answers.refuse(new TooBusy(), request, response);
            return;
        }
        try {
            pass(request, response, visit -> enter(visit, arrived, response, chain));
            finish(request, response);
        } finally {
            closing.leave();
        }
    }

    private interface Inside {
        void go(Visit visit) throws ServletException, IOException;
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, Inside inside)
            throws ServletException, IOException {
        var before = HeadersBefore.of(response);
        try (var visit = turns.visit(request.getRemoteAddr())) {
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
        switch (visit.takeTurn()) {
            case GRANTED -> {
                response.setBufferSize(KEPT_BYTES);
                chain.doFilter(request, response);
            }
            case BUSY -> answers.refuse(new TooBusy(), request, response);
            case GREEDY -> answers.refuse(new TooMany(TooBusy.RETRY_AFTER_SECONDS), request, response);
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
