package tuanju.command;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the bodies of requests are read: like all JSON here, and besides in bounds, in full and without what no table can
 * keep. What the program has stored itself is read without these.
 */
@Configuration(proxyBeanMethods = false)
class DoorJson {

    /** A pasted list of a hundred thousand characters, as escapes, fits ten times; a flood does not. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(2_000_000)
            .maxTokenCount(50_000)
            .maxNestingDepth(20)
            .maxNumberLength(100)
            .maxNameLength(200)
            .build();

    @Bean
    ServerHttpMessageConvertersCustomizer jsonAtTheDoor(ObjectProvider<JsonMapperBuilderCustomizer> customizers) {
        var builder = JsonMapper.builder(
                JsonFactory.builder().streamReadConstraints(BOUNDS).build());
        customizers.orderedStream().forEach(it -> it.customize(builder));
        var door = new JacksonJsonHttpMessageConverter(
                builder.addModule(new InFull()).build());
        return converters -> converters.withJsonConverter(door);
    }
}
