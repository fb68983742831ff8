package tuanju.outbox;

import java.util.UUID;

/** Something that happened to one subject; each listener hears what happened to a subject in its order. */
public interface Happened {

    /** The order, team, cycle or member it happened to. */
    UUID subject();
}
