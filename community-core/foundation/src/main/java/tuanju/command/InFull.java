package tuanju.command;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * A record from outside is whole: what is not {@code @Nullable} is there, lists hold no nulls, texts can be stored and times
 * can be meant. A switch that is left out is off.
 */
final class InFull extends SimpleModule {

    InFull() {
        super("in-full");
        addDeserializer(String.class, new Texts());
        addDeserializer(Instant.class, new Times());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.appendAnnotationIntrospector(new Needed());
    }

    /** Reads from the record itself what may be left out. */
    private static final class Needed extends NopAnnotationIntrospector {

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return component(annotated).map(Needed::nulls).orElseGet(JsonSetter.Value::empty);
        }

        private static JsonSetter.Value nulls(RecordComponent part) {
            var type = part.getAnnotatedType();
            boolean needed = part.getType() != boolean.class && !isNullable(type);
            boolean whole = !(type instanceof AnnotatedParameterizedType many)
                    || Arrays.stream(many.getAnnotatedActualTypeArguments()).noneMatch(Needed::isNullable);
            return JsonSetter.Value.construct(needed ? Nulls.FAIL : Nulls.DEFAULT, whole ? Nulls.FAIL : Nulls.DEFAULT);
        }

        private static boolean isNullable(AnnotatedType type) {
            return type.isAnnotationPresent(Nullable.class);
        }

        private static Optional<RecordComponent> component(Annotated annotated) {
            if (!(annotated instanceof AnnotatedMember member)
                    || !member.getDeclaringClass().isRecord()) {
                return Optional.empty();
            }
            var parts = member.getDeclaringClass().getRecordComponents();
            return member instanceof AnnotatedParameter parameter
                    ? Optional.of(parts[parameter.getIndex()])
                    : Arrays.stream(parts)
                            .filter(it -> it.getName().equals(member.getName()))
                            .findFirst();
        }
    }

    private static final class Texts extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return Plain.text("", Plain.legible(super.deserialize(parser, context)));
        }
    }

    private static final class Times extends StdScalarDeserializer<Instant> {

        private Times() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
            }
            var time = InstantDeserializer.INSTANT.deserialize(parser, context);
            return time == null ? null : Plain.time("", time);
        }
    }
}
