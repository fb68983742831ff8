package tuanju.security;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * Stands where the server hands a request on, before any valve: {@code OPTIONS *}, which asks about the server itself, is
 * answered with our headers, a body has its time, and nobody waits for one that the answer did not need.
 */
record OwnAdapter(ResponseHeaders headers) implements LifecycleListener {

    /** The connector has its adapter once it has been made, and asks it nothing before it starts. */
    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT) && event.getSource() instanceof Connector connector) {
            connector.getProtocolHandler().setAdapter(new Adapter(connector, headers));
        }
    }

    private static final class Adapter extends CoyoteAdapter {

        private final ResponseHeaders headers;

        private Adapter(Connector connector, ResponseHeaders headers) {
            super(connector);
            this.headers = headers;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            if (request.requestURI().equals("*")) {
                headers.putOn(response::setHeader);
            }
            var body = request.getInputBuffer();
            request.setInputBuffer(new TimedBody(body, System.nanoTime()));
            try {
                super.service(request, response);
            } finally {
                request.setInputBuffer(body);
            }
            leaveWhatNobodyRead(request);
        }

        /** The server would read it to its end, which whoever sends it decides. */
        private static void leaveWhatNobodyRead(Request request) {
            var goesOn = new AtomicBoolean();
            request.action(ActionCode.ASYNC_IS_ASYNC, goesOn);
            if (!goesOn.get() && !request.isFinished()) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }
}
