package tuanju.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The headers that every answer has: what a failed answer added to them is forgotten. */
record HeadersBefore(Map<String, Collection<String>> values) {

    static HeadersBefore of(HttpServletResponse response) {
        Map<String, Collection<String>> values = new HashMap<>();
        response.getHeaderNames().forEach(name -> values.put(name, response.getHeaders(name)));
        return new HeadersBefore(values);
    }

    void restore(HttpServletResponse response) {
        response.reset();
        values.forEach((name, all) -> all.forEach(value -> response.addHeader(name, value)));
    }
}
