package tuanju.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.WebContentGenerator;

/**
 * Serves the files that pages are made of: under the name that changes with the content for a year, under any other to
 * be asked for again each time.
 */
@Component
class AssetFiles extends WebContentGenerator implements HttpRequestHandler {

    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private final Assets assets;

    AssetFiles(Assets assets) {
        super(METHOD_GET, METHOD_HEAD);
        this.assets = assets;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var found = assets.find(path).orElse(null);
        if (found == null) {
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
        }
        checkRequest(request);
        applyCacheControl(response, found.byAddress() ? FOR_A_YEAR : ASK_AGAIN);
        // weak, because the server compresses only what has no strong one
        if (new ServletWebRequest(request, response)
                .checkNotModified("W/\"" + found.asset().hash() + '"')) {
            return;
        }
        send(found.asset(), response);
    }

    private static void send(Asset asset, HttpServletResponse response) throws IOException {
        var type = MediaTypeFactory.getMediaType(asset.path()).orElse(MediaType.APPLICATION_OCTET_STREAM);
        response.setContentType(type.toString());
        response.setContentLength(asset.bytes().length);
        response.getOutputStream().write(asset.bytes());
    }
}
