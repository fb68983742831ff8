package tuanju.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The table of all files that pages are made of, made at start: every module's static files, the libraries' minified
 * scripts, and the joined style sheet. What is not in it is no file, and nobody looks for it in the jars.
 */
@Component
class Assets {

    static final String STYLE_SHEET = "/assets/site.css";

    private static final Pattern OWN = Pattern.compile(".*/static(/.+\\.\\w+)");
    /** Without the version, so that templates need not know it: /webjars/echarts/echarts.min.js. */
    private static final Pattern LIBRARY = Pattern.compile(".*/META-INF/resources(/webjars/[^/]+)/[^/]+(/.+)");

    private static final Pattern ADDRESS = Pattern.compile("(.+)-[0-9a-f]{32}(\\.\\w+)");

    private final Map<String, Asset> byPath = new HashMap<>();

    /** A file that was asked for, and whether by the name that changes with its content. */
    record Found(Asset asset, boolean byAddress) {}

    Assets(StyleSheet sheet) throws IOException {
        put(new Asset(STYLE_SHEET, () -> sheet.content().getBytes(StandardCharsets.UTF_8)));
        var files = new PathMatchingResourcePatternResolver();
        for (var file : files.getResources("classpath*:static/**/*.*")) {
            put(OWN, file);
        }
        for (var file : files.getResources("classpath*:META-INF/resources/webjars/**/*.min.js")) {
            put(LIBRARY, file);
        }
    }

    /** Where browsers find what stands at this path: a file under its changing name, everything else where it is. */
    String address(String path) {
        var asset = byPath.get(path);
        return asset == null ? path : asset.address();
    }

    /** By its plain name, its changing one, or one of before: a page of yesterday still finds the file of today. */
    Optional<Found> find(String path) {
        var plain = byPath.get(path);
        if (plain != null) {
            return Optional.of(new Found(plain, false));
        }
        var address = ADDRESS.matcher(path);
        return Optional.ofNullable(address.matches() ? byPath.get(address.group(1) + address.group(2)) : null)
                .map(it -> new Found(it, it.address().equals(path)));
    }

    Collection<Asset> all() {
        return byPath.values();
    }

    private void put(Pattern place, Resource file) throws IOException {
        var found = place.matcher(file.getURL().toString());
        if (found.matches()) {
            var path = new StringBuilder();
            for (int part = 1; part <= found.groupCount(); part++) {
                path.append(found.group(part));
            }
            put(new Asset(path.toString(), file::getContentAsByteArray));
        }
    }

    private void put(Asset asset) {
        byPath.put(asset.path(), asset);
    }
}
