package tuanju.catalog.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.NotFound;
import tuanju.community.Communities;

/** The community that a table is looked at for. */
final class Homes {

    private Homes() {}

    /** By its short code; null for all where none was picked. Refuses with NotFound. */
    static @Nullable UUID id(Communities communities, String shortCode) {
        return shortCode.isEmpty()
                ? null
                : communities.find(shortCode).orElseThrow(NotFound::new).id().value();
    }
}
