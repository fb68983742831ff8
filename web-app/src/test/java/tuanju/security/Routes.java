package tuanju.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tuanju.deputy.Right;

/** Every way into the program, and the table that says whose it is. */
final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^/]*?(?:\\{[^/]*?}[^/]*?)*)?}");

    private Routes() {}

    /** Whom a route is for. */
    enum Whose {
        /** Anyone. */
        OPEN,
        /** Payment providers and the sandbox: no session, each proves itself in its own way. */
        MACHINE,
        /** Whoever is signed in. */
        MEMBER,
        /** The member the thing belongs to. */
        OWN,
        /** Any leader. */
        LEADER,
        /** The leader of the community or cycle the thing belongs to. */
        LED,
        /** Whoever stands in for a leader. */
        DEPUTY,
        /** Operators. */
        OPERATOR
    }

    /** A line of the table: which example each variable of the path, or of the query after a question mark, takes. */
    record Row(Whose whose, String method, String pattern, Map<String, String> examples) {

        String route() {
            return method + " " + pattern;
        }

        /** The path with the examples of a world put in. */
        String path(Map<String, String> world) {
            var path = VARIABLE.matcher(pattern).replaceAll(it -> example(it.group(1), world));
            var query = examples.keySet().stream()
                    .filter(name -> name.startsWith("?"))
                    .map(name -> name.substring(1) + "=" + example(name, world))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }

        private String example(String name, Map<String, String> world) {
            var example = examples.getOrDefault(name, name);
            return world.getOrDefault(example, example);
        }

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        /** What a deputy must be allowed to get in here; null where no deputy does. */
        @Nullable
        Right right() {
            if (pattern.contains("/cycles/{code}/households")) {
                return method.equals("GET") ? Right.ORDERS : null;
            }
            if (pattern.contains("/complaints")) {
                return null;
            }
            if (pattern.contains("/reveals")) {
                return Right.PHONES;
            }
            if (pattern.startsWith("/lead/desk") || pattern.contains("}/desk") || pattern.contains("/handovers")) {
                return Right.HAND_OVER;
            }
            if (pattern.contains("/bags/{order}")) {
                return Right.HAND_OVER;
            }
            if (pattern.contains("/kept-bags") && !pattern.endsWith("/decision")) {
                return Right.HAND_OVER;
            }
            if (pattern.contains("}/delivery") || pattern.contains("/deliveries")) {
                return Right.HAND_OVER;
            }
            if (pattern.contains("/lists") && !pattern.contains("chain-lists") || pattern.contains("/labels")) {
                return Right.LISTS;
            }
            if (pattern.contains("/receiving") || pattern.contains("/receipts")) {
                return Right.RECEIVING;
            }
            return route().equals("GET /lead/cycles/{code}") ? Right.ORDERS : null;
        }

        @Override
        public String toString() {
            return route();
        }
    }

    /** The program's own routes, read from its handlers. */
    static Set<String> of(Collection<RequestMappingHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> it.getValue().getBeanType().getName().startsWith("tuanju."))
                .flatMap(it -> routes(it.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Row> table() {
        return lines("doors/routes.txt").stream().map(Routes::row).toList();
    }

    /** A table's lines, without what is said about them. */
    static List<String> lines(String table) {
        try {
            return new ClassPathResource(table)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(RequestMethod::name).map(method -> method + " " + pattern));
    }

    private static Row row(String line) {
        var cells = line.strip().split("\\s+");
        var examples = Stream.of(cells)
                .skip(3)
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        return new Row(Whose.valueOf(cells[0]), cells[1], cells[2], examples);
    }
}
