package tuanju.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tuanju.security.Inlet.Kind;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** A request to a route by somebody, good but for one inlet. */
record Sending(
        Row row,
        HandlerMethod handler,
        List<Inlet> inlets,
        Inlet inlet,
        Map<String, String> examples,
        RequestPostProcessor who) {

    private static final Inlet NONE = new Inlet(Kind.HEADER, "none", String.class, false);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)");
    private static final List<String> MORE =
            List.of("price", "discount", "amount", "total", "payable", "status", "role", "order.user.id");
    private static final String NOWHERE = "00000000-0000-0000-0000-000000000009";
    private static final Set<String> READING = Set.of("GET");
    private static final byte[] PICTURE = picture();

    /** One for every inlet of every handler of a route, by somebody who may enter. */
    static List<Sending> all(Row row, Collection<RequestMappingHandlerMapping> mappings, DoorWorld world) {
        return good(row, mappings, world.examples(), world.as(row))
                .flatMap(it -> it.inlets.stream().map(inlet -> it.with(it.inlets, inlet)))
                .toList();
    }

    /** The same with one field more, in the form or body and in the address. */
    static List<Sending> withMore(Row row, Collection<RequestMappingHandlerMapping> mappings, DoorWorld world) {
        return good(row, mappings, world.examples(), world.as(row))
                .flatMap(it -> MORE.stream().flatMap(it::more))
                .toList();
    }

    /** Without any nonsense: one for every handler of the route. */
    static Stream<Sending> good(
            Row row,
            Collection<RequestMappingHandlerMapping> mappings,
            Map<String, String> examples,
            RequestPostProcessor who) {
        return mappings.stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> isOf(row, it.getKey()))
                .map(it ->
                        new Sending(row, it.getValue(), inlets(row, it.getKey(), it.getValue()), NONE, examples, who));
    }

    private static boolean isOf(Row row, RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                        .anyMatch(it -> it.name().equals(row.method()))
                && mapping.getPatternValues().contains(row.pattern());
    }

    private static List<Inlet> inlets(Row row, RequestMappingInfo mapping, HandlerMethod handler) {
        var anywhere = mapping.getPatternValues().stream()
                .flatMap(it -> variables(it).stream())
                .collect(Collectors.toSet());
        return Inlet.of(
                handler, variables(row.pattern()), anywhere, row.method().equals("POST"));
    }

    private static List<String> variables(String pattern) {
        return VARIABLE.matcher(pattern).results().map(it -> it.group(1)).toList();
    }

    private Stream<Sending> more(String name) {
        boolean json = takesJson();
        return Stream.of(Kind.PARAMETER, Kind.JSON)
                .filter(kind -> kind == Kind.PARAMETER || json && !name.contains("."))
                .filter(kind -> inlets.stream().noneMatch(it -> it.name().equals(name)))
                .map(kind -> new Inlet(kind, name, String.class, false))
                .map(extra ->
                        with(Stream.concat(inlets.stream(), Stream.of(extra)).toList(), extra));
    }

    private Sending with(List<Inlet> all, Inlet one) {
        return new Sending(row, handler, all, one, examples, who);
    }

    /** One that can be read: else everything sent with it would be refused for it. */
    private static byte[] picture() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    boolean takesJson() {
        return inlets.stream().anyMatch(it -> it.kind() == Kind.JSON);
    }

    /** What a page of ours would send here. */
    String goodText() {
        return new GoodValues(examples).text(inlet.type(), inlet.name());
    }

    boolean changes() {
        return !READING.contains(row.method());
    }

    Reply send(MockMvcTester mvc, Nonsense nonsense) {
        return Reply.of(this, exchange(mvc, nonsense));
    }

    MvcTestResult exchange(MockMvcTester mvc) {
        return exchange(mvc, new Nonsense("nothing", "", false));
    }

    private MvcTestResult exchange(MockMvcTester mvc, Nonsense nonsense) {
        var uri = URI.create(path(nonsense));
        var request = mvc.method(HttpMethod.valueOf(row.method())).uri(uri);
        if (inlets.stream().anyMatch(it -> it.kind() == Kind.FILE)) {
            var upload = prepared(request.multipart(), nonsense);
            inlets.forEach(it -> attach(upload, it, nonsense));
            return upload.exchange();
        }
        var prepared = prepared(request, nonsense);
        return row.pattern().endsWith("/live") ? prepared.asyncExchange() : prepared.exchange();
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B prepared(B request, Nonsense nonsense) {
        boolean stateless = row.isApi() || row.whose() == Whose.MACHINE;
        request.with(who);
        if (changes() && !stateless) {
            request.with(csrf());
        }
        if (!row.isApi() && !nonsense.asPage()) {
            request.header("X-Fragment", "true");
        }
        fill(request, nonsense);
        return request;
    }

    private void attach(MockMvcTester.MockMultipartMvcRequestBuilder upload, Inlet file, Nonsense nonsense) {
        boolean left = file.equals(inlet) && nonsense.value() == Nonsense.ABSENT;
        if (file.kind() == Kind.FILE && !left) {
            var bytes = file.equals(inlet) ? new byte[0] : PICTURE;
            upload.file(new MockMultipartFile(named(file), "a.png", "image/png", bytes));
        }
    }

    /** A field of a form with rows is named for a thing there is. */
    String named(Inlet field) {
        return field.name().replace("*", examples.getOrDefault("cycleProduct", "x"));
    }

    private void fill(AbstractMockHttpServletRequestBuilder<?> request, Nonsense nonsense) {
        var good = new GoodValues(examples);
        for (var field : inlets) {
            var value = field.equals(inlet) ? nonsense.value() : good.text(field.type(), field.name());
            if (value == Nonsense.ABSENT || value == null) {
                continue;
            }
            var name = named(field);
            switch (field.kind()) {
                case PARAMETER ->
                    request.param(name, value instanceof String[] many ? many : new String[] {value.toString()});
                case HEADER -> {
                    var key = field.equals(inlet)
                            ? value.toString()
                            : UUID.randomUUID().toString();
                    if (row.isApi()) {
                        request.header("Idempotency-Key", key);
                    } else {
                        request.param("commandKey", key);
                    }
                }
                default -> {}
            }
        }
        body(request, nonsense, good);
    }

    private void body(AbstractMockHttpServletRequestBuilder<?> request, Nonsense nonsense, GoodValues good) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                var type = ResolvableType.forMethodParameter(parameter);
                var tree = good.json(type, "body");
                if (inlet.kind() == Kind.JSON && !inlet.name().isEmpty()) {
                    GoodValues.put(tree, inlet.name(), nonsense.value());
                }
                request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(tree));
            }
        }
    }

    private String path(Nonsense nonsense) {
        var values = new HashMap<>(examples);
        values.put("none", NOWHERE);
        var named = new LinkedHashMap<>(row.examples());
        if (inlet.kind() == Kind.PATH) {
            named.put(inlet.name(), "nonsense");
            values.put("nonsense", String.valueOf(nonsense.value()));
        }
        var path = new Row(row.whose(), row.method(), row.pattern(), named).path(values);
        return path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    }
}
