package tuanju.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import tuanju.security.Inlet.Kind;
import tuanju.security.Nonsense.Fate;

/** What came back for nonsense, and what is wrong with it. */
record Reply(Sending sending, int status, String text, String policy, boolean complains) {

    /** What only the inside of a program says. */
    private static final Pattern INSIDE =
            Pattern.compile("Exception|\\bat (tuanju|org|java)\\.|SQLSTATE|PSQL|org\\.springframework|tools\\.jackson");

    private static final List<String> FLASHES = List.of("flashError", "errors", "problem", "flashErrors");

    static Reply of(Sending sending, MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            var thrown = result.getUnresolvedException();
            return new Reply(sending, 599, thrown.toString(), "", false);
        }
        var response = result.getResponse();
        var flash = result.getRequest().getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE);
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        boolean complains = flash instanceof FlashMap said && FLASHES.stream().anyMatch(said::containsKey);
        return new Reply(
                sending,
                response.getStatus(),
                text,
                String.valueOf(response.getHeader("Content-Security-Policy")),
                complains);
    }

    boolean isRefused() {
        return status >= 400 || complains;
    }

    List<String> faults(Nonsense nonsense) {
        var faults = new ArrayList<String>();
        if (status >= 500) {
            faults.add("broke");
        }
        if (!policy.contains("default-src") && status != 599) {
            faults.add("came without our headers");
        }
        if (status >= 400 && INSIDE.matcher(text).find()) {
            faults.add("told about the inside");
        }
        if (nonsense.fate() == Fate.REFUSED && !isRefused()) {
            faults.add("was accepted");
        }
        if (nonsense.fate() == Fate.REFUSED && status >= 400 && status < 500 && !namesTheField()) {
            faults.add("did not name the field");
        }
        return faults.stream().map(it -> told(nonsense, it)).toList();
    }

    /** In one line. */
    String told(Nonsense nonsense, String fault) {
        return sending.row() + " " + sending.inlet().kind() + " "
                + sending.inlet().name() + " = " + nonsense + " → " + status + " " + fault;
    }

    boolean namesTheField() {
        var inlet = sending.inlet();
        if (inlet.kind() == Kind.HEADER) {
            return text.contains("Idempotency-Key") || text.contains("commandKey");
        }
        return text.contains(sending.named(inlet));
    }
}
