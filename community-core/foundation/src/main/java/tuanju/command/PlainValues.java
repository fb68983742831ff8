package tuanju.command;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * How numbers and times in addresses and forms are read: in plain digits, and of this century; nothing typed is nothing.
 * Forms are filled from parameters, never from headers.
 */
@ControllerAdvice
class PlainValues {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    @InitBinder
    void readPlainly(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new Number<>(Integer::valueOf));
        binder.registerCustomEditor(Integer.class, new Number<>(Integer::valueOf));
        binder.registerCustomEditor(long.class, new Number<>(Long::valueOf));
        binder.registerCustomEditor(Long.class, new Number<>(Long::valueOf));
        if (binder instanceof ExtendedServletRequestDataBinder form) {
            form.setHeaderPredicate(header -> false);
        }
    }

    static void register(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, reading(it -> Plain.day("", it)));
        registry.addConverter(String.class, Instant.class, reading(PlainValues::time));
    }

    private static <T> Converter<String, @Nullable T> reading(Function<String, T> read) {
        return typed -> typed.isBlank() ? null : read.apply(typed.strip());
    }

    private static Instant time(String typed) {
        try {
            return Plain.time("", Instant.parse(typed));
        } catch (DateTimeException noTime) {
            throw new Invalid("", "time-unusable");
        }
    }

    /** An editor and no converter: Spring's own, which also reads 0x10 and ９, would be asked after a converter failed. */
    private static final class Number<T> extends PropertyEditorSupport {

        private final Function<String, T> read;

        private Number(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public void setAsText(String typed) {
            if (!typed.isBlank() && !NUMBER.matcher(typed.strip()).matches()) {
                throw new NumberFormatException("Not written in plain digits");
            }
            setValue(typed.isBlank() ? null : read.apply(typed.strip()));
        }
    }
}
