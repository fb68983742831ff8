package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.command.Plain;

/** A request whose texts read as they are written: what turns the direction of reading is left out of every field. */
final class LegibleRequest extends HttpServletRequestWrapper {

    private @Nullable Map<String, String[]> legible;

    LegibleRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var value = super.getParameter(name);
        return value == null ? null : Plain.legible(value);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = super.getParameterValues(name);
        return values == null ? null : legible(values);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var known = legible;
        if (known == null) {
            var read = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> read.put(name, legible(values)));
            legible = read;
            return read;
        }
        return known;
    }

    /** A name may come without a value. */
    private static String[] legible(@Nullable String[] values) {
        return Stream.of(values).map(it -> it == null ? "" : Plain.legible(it)).toArray(String[]::new);
    }
}
