package tuanju.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * The reverse proxies that are believed when they tell whose request they pass on (tuanju.proxy): addresses or networks
 * such as 172.30.0.1 or 10.0.0.0/8, separated by commas. Unset, nobody is.
 */
@Component
class Proxies {

    /** Only what is written as an address: a name would be asked of a name server. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    private final List<IpAddressMatcher> believed;

    Proxies(@Value("${tuanju.proxy:}") String setting) {
        believed = Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    boolean believes(String address) {
        return isAddress(address) && believed.stream().anyMatch(it -> it.matches(address));
    }

    /**
     * Who is behind the proxy: the last address in X-Forwarded-For that is no proxy itself, because each proxy writes at
     * the end, and what stands before may be invented. The proxy when nobody is named.
     *
     * @param forwarded the header's values in the sequence in which they were written
     */
    String client(String proxy, List<String> forwarded) {
        var addresses = new ArrayList<String>();
        forwarded.forEach(it -> addresses.addAll(Arrays.asList(it.split(","))));
        Collections.reverse(addresses);
        var last = proxy;
        for (var written : addresses) {
            var address = written.strip();
            if (!isAddress(address)) {
                return last;
            }
            last = address;
            if (!believes(address)) {
                return address;
            }
        }
        return last;
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && (text.contains(".") || text.contains(":"));
    }
}
