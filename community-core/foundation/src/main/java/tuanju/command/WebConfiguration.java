package tuanju.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets every controller take a CommandKey, and holds what is sent against what is asked for. */
@Configuration("commandWebConfiguration")
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FieldGuard());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        PlainValues.register(registry);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == CommandKey.class;
            }

            @Override
            public @Nullable CommandKey resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer model,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binder) {
                var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
                var key = CommandKey.of(asked);
                if (key.key() != null || !asked.getMethod().equals("POST")) {
                    return key;
                }
                if (parameter.isOptional()) {
                    return null;
                }
                throw CommandKey.missing(asked);
            }
        });
    }
}
