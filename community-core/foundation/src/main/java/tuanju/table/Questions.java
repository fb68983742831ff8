package tuanju.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tuanju.command.Invalid;
import tuanju.command.Plain;

/** Reads questions, which are records of texts that may be null, and asks them again with less in them. */
final class Questions {

    private static final int LONGEST = 2000;
    private static final Set<String> TURN = Set.of("sort", "after", "sum");

    private Questions() {}

    /** What each component says; those that turn the pages or add up are none of its filters. */
    static Map<String, @Nullable String> said(Record question) {
        var said = new LinkedHashMap<String, @Nullable String>();
        for (var part : question.getClass().getRecordComponents()) {
            if (!part.getName().equals("after") && !part.getName().equals("sum")) {
                said.put(part.getName(), value(question, part));
            }
        }
        return said;
    }

    /** As it stands behind the "?" of an address. Refuses with Invalid what is none. */
    static <Q extends Record> Q read(Class<Q> type, String query) {
        if (query.length() > LONGEST || !query.matches("[!-~&&[^#<>\"]]*")) {
            throw new Invalid("query", "text-unusable");
        }
        var said = new HashMap<String, String>();
        try {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> {
                        var value = values.getFirst();
                        said.put(
                                name,
                                value == null
                                        ? ""
                                        : Plain.text("query", UriUtils.decode(value, StandardCharsets.UTF_8)));
                    });
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid("query", "text-unusable");
        }
        if (!names(type).containsAll(said.keySet())) {
            throw new Invalid("query", "text-unusable");
        }
        return make(type, it -> said.get(it.getName()));
    }

    /** What is misspelt would pick out everything. */
    static Set<String> names(Class<? extends Record> type) {
        return Stream.concat(
                        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName), Stream.of("columns"))
                .collect(Collectors.toSet());
    }

    /** The last row of the page before; null on the first one. */
    static @Nullable String after(Record question) {
        return Arrays.stream(question.getClass().getRecordComponents())
                .filter(it -> it.getName().equals("after"))
                .findFirst()
                .map(it -> value(question, it))
                .orElse(null);
    }

    /** The same rows from the beginning, in the usual order. */
    static <Q extends Record> Q fromTheBeginning(Q question) {
        return keeping(question, name -> !TURN.contains(name));
    }

    /** Nothing picked out. */
    static <Q extends Record> Q forAll(Q question) {
        return keeping(question, name -> false);
    }

    /** The same, asking for this too. */
    @SuppressWarnings("unchecked") // the class of a question is that of its own type
    static <Q extends Record> Q with(Q question, String name, String said) {
        return make((Class<Q>) question.getClass(), it -> it.getName().equals(name) ? said : value(question, it));
    }

    @SuppressWarnings("unchecked") // the class of a question is that of its own type
    private static <Q extends Record> Q keeping(Q question, Predicate<String> which) {
        return make((Class<Q>) question.getClass(), it -> which.test(it.getName()) ? value(question, it) : null);
    }

    static <Q extends Record> Q make(Class<Q> type, Function<RecordComponent, @Nullable String> said) {
        var parts = type.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts).map(said).toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String value(Record question, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return (String) part.getAccessor().invoke(question);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
