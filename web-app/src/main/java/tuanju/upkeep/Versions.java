package tuanju.upkeep;

import java.time.Instant;
import java.util.List;

/**
 * What runs here, since when, and how it was set up.
 *
 * @param commit the source it was built from; empty where that was not known
 * @param settings in the order they are shown; no secret among them
 */
record Versions(String program, String commit, String java, String postgres, Instant since, List<Setting> settings) {

    /** A setting that matters: its message key's last part and how it is set. */
    record Setting(String name, String value) {}

    Versions {
        settings = List.copyOf(settings);
    }
}
