package tuanju.apidocs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of a record's fields, those that are always there are required and those that may be null say so. */
@Component
class RecordFields implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            say(raw, described(schema, context));
        }
        return schema;
    }

    private static Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().getOrDefault(reference.substring(REFERENCE.length()), schema);
    }

    private static void say(Class<?> record, Schema<?> schema) {
        if (schema.getProperties() == null || schema.getRequired() != null) {
            return;
        }
        var fields = record.getRecordComponents();
        schema.setRequired(Arrays.stream(fields)
                .filter(it -> schema.getProperties().containsKey(it.getName()))
                .filter(it -> !mayBeNull(it) && !mayBeLeftOut(it))
                .map(RecordComponent::getName)
                .toList());
        Arrays.stream(fields)
                .filter(RecordFields::mayBeNull)
                .forEach(it -> orNull(it.getName(), schema.getProperties()));
    }

    /** A switch that is left out is off; a list without anything in it may stay out of an answer that says so. */
    private static boolean mayBeLeftOut(RecordComponent field) {
        return field.getType() == boolean.class
                || field.getDeclaringRecord().isAnnotationPresent(JsonInclude.class)
                        && !field.getType().isPrimitive();
    }

    private static boolean mayBeNull(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @SuppressWarnings("rawtypes") // the library's map is raw
    private static void orNull(String name, Map<String, Schema> properties) {
        properties.computeIfPresent(name, (key, value) -> new Schema<>().anyOf(List.of(value, nothing())));
    }

    private static Schema<?> nothing() {
        var nothing = new Schema<>();
        nothing.addType("null");
        return nothing;
    }
}
