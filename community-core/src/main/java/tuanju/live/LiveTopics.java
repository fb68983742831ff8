package tuanju.live;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Topics that open pages listen to. */
@Component
public class LiveTopics {

    /** Tells every page listening to this topic, on every instance, to look again: after the current transaction commits, at once when there is none. Repeats within 200 ms are sent once. */
    public void changed(String topic) {
        throw new UnsupportedOperationException();
    }

    /** Opens a stream of "changed" events for this topic, with a heartbeat every 20 s. Refuses with 429 when too many are open. */
    public SseEmitter listen(String topic) {
        throw new UnsupportedOperationException();
    }
}
