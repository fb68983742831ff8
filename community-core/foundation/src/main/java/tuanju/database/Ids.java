package tuanju.database;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Where ids come from: UUIDs of version 7, which grow with time and so keep indexes dense. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
