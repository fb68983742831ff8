package tuanju.database;

import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/** What a session keeps and this program cannot read any more is as if it were not there: people sign in again. */
@Slf4j
@Configuration(proxyBeanMethods = false)
class SessionReading {

    @Bean
    GenericConversionService springSessionConversionService() {
        var kept = new GenericConversionService();
        var reading = new DeserializingConverter();
        kept.addConverter(Object.class, byte[].class, new SerializingConverter());
        Converter<byte[], @Nullable Object> readable = bytes -> orNothing(reading, bytes);
        kept.addConverter(byte[].class, Object.class, readable);
        return kept;
    }

    private static @Nullable Object orNothing(DeserializingConverter reading, byte[] bytes) {
        try {
            return reading.convert(bytes);
        } catch (SerializationFailedException | LinkageError unreadable) {
            log.warn("A session holds something that cannot be read; its member signs in again");
            return null;
        }
    }
}
