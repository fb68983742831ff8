package tuanju.picture;

import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The illustrations drawn for this project: served as SVG, and drawn into posters. */
@Component
class Illustrations {

    private static final String FOLDER = "/catalog/illustrations/";

    private final ConcurrentMap<String, Boolean> known = new ConcurrentHashMap<>();

    static String pathOf(String name) {
        return FOLDER + name + ".svg";
    }

    boolean has(String name) {
        return known.computeIfAbsent(name, it -> file(it).exists());
    }

    BufferedImage raster(String name, int width) {
        try (InputStream file = file(name).getInputStream()) {
            return draw(file, width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage draw(String svg, int width) {
        return draw(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), width);
    }

    private static BufferedImage draw(InputStream svg, int width) {
        var document = Objects.requireNonNull(
                new SVGLoader().load(svg, null, com.github.weisj.jsvg.parser.LoaderContext.createDefault()));
        var image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, width));
        graphics.dispose();
        return image;
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("static" + pathOf(name));
    }
}
