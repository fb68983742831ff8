package tuanju.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * What a session keeps and this program cannot read any more, or never wrote, is as if it were not there: people sign in
 * again.
 */
@Slf4j
@Configuration(proxyBeanMethods = false)
class SessionReading {

    /** What our sessions are made of, and nothing else: a row that somebody smuggles in makes no object of another kind. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "maxdepth=20",
            "maxrefs=5000",
            "maxarray=10000",
            "maxbytes=200000",
            "tuanju.**",
            "java.lang.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.time.*",
            "java.math.*",
            "org.springframework.security.core.**",
            "org.springframework.security.authentication.*",
            "org.springframework.security.web.authentication.*",
            "org.springframework.security.web.csrf.*",
            "org.springframework.util.*",
            "org.springframework.web.servlet.FlashMap",
            "!*"));

    @Bean
    GenericConversionService springSessionConversionService() {
        var kept = new GenericConversionService();
        var reading = new DeserializingConverter(SessionReading::read);
        kept.addConverter(Object.class, byte[].class, new SerializingConverter());
        Converter<byte[], @Nullable Object> readable = bytes -> orNothing(reading, bytes);
        kept.addConverter(byte[].class, Object.class, readable);
        return kept;
    }

    /** Two requests of one browser that keep something new at one moment are both answered; what came last is kept. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOfTwoTabs() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static Object read(InputStream stored) throws IOException {
        var objects = new ConfigurableObjectInputStream(stored, SessionReading.class.getClassLoader());
        objects.setObjectInputFilter(OURS);
        try {
            return objects.readObject();
        } catch (ClassNotFoundException gone) {
            throw new IOException("A class is not there any more", gone);
        }
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
