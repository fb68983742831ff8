package tuanju.conduct;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Code;

/** The kinds of things that people write, as modules bring them. */
@Component
@RequiredArgsConstructor
class Kinds {

    private final ObjectProvider<WrittenThings> kinds;

    /** Refuses with Invalid what is none. */
    WrittenThings of(String kind) {
        return kinds.stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "kind",
                        "one-of",
                        kinds.stream().map(WrittenThings::kind).sorted().collect(Collectors.joining(", "))));
    }

    /** What these cases are about, as it is now, by case; what its author took back is left out. As many questions as kinds. */
    Map<Case, Thing> now(Collection<Case> cases) {
        return ask(cases, WrittenThings::now);
    }

    /** The same, and nobody changes it before this transaction ends. */
    Map<Case, Thing> held(Collection<Case> cases) {
        return ask(cases, WrittenThings::held);
    }

    private Map<Case, Thing> ask(
            Collection<Case> cases, BiFunction<WrittenThings, Collection<Code>, List<Thing>> question) {
        var now = new HashMap<Case, Thing>();
        byKind(cases).forEach((kind, ofKind) -> {
            var things = question
                    .apply(of(kind), ofKind.stream().map(Case::code).distinct().toList())
                    .stream()
                    .collect(Collectors.toMap(Thing::code, it -> it));
            for (var one : ofKind) {
                var thing = things.get(one.code());
                if (thing != null) {
                    now.put(one, thing);
                }
            }
        });
        return now;
    }

    /** In the order in which kinds are always taken, so that two who take things at once never wait for each other. */
    static Map<String, List<Case>> byKind(Collection<Case> cases) {
        return cases.stream().collect(Collectors.groupingBy(Case::kind, java.util.TreeMap::new, Collectors.toList()));
    }
}
