package tuanju.desk.offline;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads what a phone's clock says, centuries off or not: what was done at the desk counts all the same. */
final class PhoneClock extends StdScalarDeserializer<Instant> {

    PhoneClock() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        var said = parser.getValueAsString("");
        try {
            return Instant.parse(said);
        } catch (DateTimeException unreadable) {
            return (Instant) context.handleWeirdStringValue(Instant.class, said, "no time");
        }
    }
}
