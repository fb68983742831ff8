package tuanju.outbox;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;

/**
 * How things are kept as text in the database: their fields, and nothing that is computed from them. What an older program
 * wrote can be read by a newer one: unknown fields are skipped, missing ones stay empty. Being strict is for the door.
 */
@Component
public class StoredJson {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(List.class, StoredJson::emptyIfMissing)
            .withConfigOverride(Set.class, StoredJson::emptyIfMissing)
            .withConfigOverride(Map.class, StoredJson::emptyIfMissing)
            .build();

    private static void emptyIfMissing(MutableConfigOverride type) {
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    public String write(Object value) {
        return json.writeValueAsString(value);
    }

    /** What was written; throws a JacksonException where the text is none of this type. */
    public <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    /** A list of what was written; throws a JacksonException where the text is none. */
    public <T> List<T> readList(String text, Class<T> type) {
        return json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, type));
    }
}
