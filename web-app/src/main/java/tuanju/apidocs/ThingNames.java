package tuanju.apidocs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names each thing of the API after what it is about: OfferResource is "Offer", Wanted in PointResources is "Point.Wanted".
 * Two things never share a name: the second one to ask for it is refused, and with it the whole description.
 */
class ThingNames extends TypeNameResolver {

    private final Map<String, Class<?>> things = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        var name = nameOf(type);
        var other = things.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("Both " + other.getName() + " and " + type.getName() + " would be " + name);
        }
        return name;
    }

    /** A route's or answer's class without the word for its role, and before what it holds the name of that. */
    static String nameOf(Class<?> type) {
        var own = type.getSimpleName().replaceFirst("(?<=.)(Resources?|Api)$", "");
        var outer = type.getEnclosingClass();
        if (outer == null) {
            return own;
        }
        var about = nameOf(outer);
        return about.equals(own) ? own : about + "." + own;
    }
}
