package tuanju;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What release 0.1.0 answered at an address a moment before its rows were copied out.
 *
 * @param who asked, by their phone; nobody when empty
 * @param body what a program read; a page was only there
 */
record OldAnswers(String who, String path, @Nullable JsonNode body) {

    static final UUID NOBODY = new UUID(0, 0);

    /** Times are moved so that they are recent again. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");

    /** Words for the group are other words now, a board keeps apart what was paid where (W-21), a purchase list has a head. */
    private static final Pattern SAID_OTHERWISE = Pattern.compile(".*/(board|group-texts|purchase-list)");

    /** Lists say what was weighed, and what is left to pay after what went back (W-22): less than they did, never more. */
    private static final Pattern WEIGHED = Pattern.compile(".*/lists/.*\\.(amountFen|version|contents)");

    static List<OldAnswers> all() throws IOException {
        var file = OldAnswers.class.getResourceAsStream("/release/0.1.0.answers.gz");
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().map(OldAnswers::read).toList();
        }
    }

    private static OldAnswers read(String line) {
        var told = JsonMapper.shared().readTree(line);
        return new OldAnswers(told.get("who").asString(), told.get("path").asString(), told.get("body"));
    }

    MediaType accepts() {
        return path.startsWith("/api/") ? MediaType.APPLICATION_JSON : MediaType.ALL;
    }

    /** What of the old answer is not in this one; more may have come to it, as money that was on its way. */
    List<String> lostIn(JsonNode answer) {
        var lost = new ArrayList<String>();
        if (body != null && !SAID_OTHERWISE.matcher(path).matches()) {
            compare(path, body, answer, lost);
        }
        return lost;
    }

    private static void compare(String where, JsonNode old, @Nullable JsonNode now, List<String> lost) {
        if (now == null) {
            lost.add(where + " is gone, was " + old);
        } else if (old.isObject() && now.isObject()) {
            old.properties()
                    .forEach(it -> compare(where + "." + it.getKey(), it.getValue(), now.get(it.getKey()), lost));
        } else if (old.isArray() && now.isArray() && old.size() == now.size()) {
            for (int at = 0; at < old.size(); at++) {
                compare(where + "[" + at + "]", old.get(at), now.get(at), lost);
            }
        } else if (!old.isNull() && !old.equals(now) && !isTime(old) && !isWeighed(where, old, now)) {
            lost.add(where + " was " + old + ", is " + now);
        }
    }

    private static boolean isWeighed(String where, JsonNode old, JsonNode now) {
        return WEIGHED.matcher(where).matches() && (!old.isNumber() || now.asLong() < old.asLong());
    }

    private static boolean isTime(JsonNode value) {
        return value.isString() && TIME.matcher(value.asString()).matches();
    }

    /** Who had which phone. */
    record People(JdbcClient jdbc) {

        UUID memberId(String phone) {
            return phone.isEmpty()
                    ? NOBODY
                    : jdbc.sql("select id from member where phone = ?")
                            .param(phone)
                            .query(UUID.class)
                            .single();
        }
    }
}
