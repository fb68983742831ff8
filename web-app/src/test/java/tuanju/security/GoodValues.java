package tuanju.security;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ResolvableType;
import tuanju.community.Code;

/** What a caller who means well would send, guessed from a field's name and type: the rest of a request beside nonsense. */
record GoodValues(Map<String, String> world) {

    /** A JSON body of this record, as a tree. */
    Object json(ResolvableType type, String name) {
        Class<?> raw = type.toClass();
        if (raw.isRecord()) {
            var tree = new LinkedHashMap<String, Object>();
            for (var part : raw.getRecordComponents()) {
                tree.put(part.getName(), json(ResolvableType.forType(part.getGenericType()), part.getName()));
            }
            return tree;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var list = new ArrayList<>();
            list.add(json(type.getGeneric(0), name));
            return list;
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return 2;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        return raw == Instant.class ? Instant.now().plus(Duration.ofDays(2)).toString() : text(raw, name);
    }

    /** The same as a form's field or in an address. */
    String text(Class<?> type, String path) {
        var name = path.replaceAll(".*\\.", "").replaceAll("-.*", "");
        if (type.isEnum()) {
            return String.valueOf(type.getEnumConstants()[0]);
        }
        if (type == UUID.class) {
            return world.getOrDefault(id(name), new UUID(0, 9).toString());
        }
        if (type == LocalDate.class) {
            return "2026-11-20";
        }
        if (type == Instant.class) {
            return "2026-11-20T08:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (type == Code.class && name.equals("order")) {
            return words(name);
        }
        return type == String.class || Collection.class.isAssignableFrom(type) ? words(name) : "2";
    }

    private static String id(String name) {
        return switch (name) {
            case "product" -> "cycleProduct";
            case "pickupPoint" -> "point";
            case "community" -> "communityId";
            case "with" -> "cycleOrder";
            default -> name;
        };
    }

    private String words(String name) {
        return switch (name) {
            case "community", "shortCode" -> world.getOrDefault("shortCode", "");
            case "point", "pickupPoint" -> world.getOrDefault("point", "");
            case "table" -> "reports";
            case "act" -> "keep";
            case "query" -> "";
            case "row", "rows" -> world.getOrDefault("report", "");
            case "sku" -> world.getOrDefault("sku", "");
            case "product" -> "鸡蛋";
            case "spec" -> "30枚";
            case "with", "order" -> world.getOrDefault("cycleOrder", "");
            case "phone" -> "13812345678";
            case "password", "old" -> "lantern over the river";
            case "price", "yuan", "percent" -> "1.50";
            case "arrived",
                    "quantity",
                    "pieces",
                    "upTo",
                    "limit",
                    "caseSize",
                    "size",
                    "hours",
                    "days",
                    "keep",
                    "place" -> "2";
            case "kept", "only", "version", "damaged", "grams", "band", "minimum", "shownFen", "value", "confirmed" ->
                "";
            case "cutOff", "pickupFrom", "pickupUntil", "starts", "ends" -> "2030-01-02T09:00";
            case "until", "day", "from", "to" -> "2026-11-20";
            case "at" -> "08:00";
            case "visibility" -> "PUBLIC";
            case "text", "line" -> "1. 3-502 王阿姨 鸡蛋2份";
            case "provider" -> "offline";
            case "picture", "removed" -> "art:grapes";
            default -> "好";
        };
    }

    /** The tree with this value at "items[0].product"; the value {@link Nonsense#ABSENT} takes the field away. */
    @SuppressWarnings("unchecked")
    static void put(Object tree, String path, Object value) {
        var steps = List.of(path.replace("[", ".[").split("\\."));
        Object at = tree;
        for (var step : steps.subList(0, steps.size() - 1)) {
            at = step.startsWith("[") ? ((List<Object>) at).getFirst() : ((Map<String, Object>) at).get(step);
        }
        if (value == Nonsense.ABSENT) {
            ((Map<String, Object>) at).remove(steps.getLast());
        } else {
            ((Map<String, Object>) at).put(steps.getLast(), value);
        }
    }
}
