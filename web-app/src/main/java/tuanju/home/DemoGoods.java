package tuanju.home;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A product of the demo community, as its file says.
 *
 * @param art the illustration that is its picture
 */
record DemoGoods(
        String name,
        String art,
        String category,
        String origin,
        String description,
        List<Variant> skus,
        @Nullable Offer offer) {

    record Variant(String spec, long fen, int stock, int limit) {}

    record Offer(long fen, int size, int hours) {}

    static List<DemoGoods> all() throws IOException {
        try (var file = new ClassPathResource("demo/products.json").getInputStream()) {
            return JsonMapper.shared().readValue(file, new TypeReference<>() {});
        }
    }
}
