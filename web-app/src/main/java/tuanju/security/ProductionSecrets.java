package tuanju.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;
import tuanju.page.BaseAddress;

/** In production, refuses to start without every secret, before the database and the web server are touched. */
@Component
@Profile("production")
class ProductionSecrets implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final int SHORTEST_SECRET = 32;

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var missing = missing(environment);
        if (!missing.isEmpty()) {
            throw new MissingSecrets(missing);
        }
    }

    /** One sentence for each thing that is missing. */
    static List<String> missing(Environment environment) {
        var missing = new ArrayList<String>();
        if (isBlank(environment, "spring.datasource.url")) {
            missing.add("SPRING_DATASOURCE_URL: the PostgreSQL server, such as jdbc:postgresql://db:5432/tuanju");
        }
        if (isBlank(environment, "spring.datasource.username")) {
            missing.add("SPRING_DATASOURCE_USERNAME: the program's role, such as tuanju_app");
        }
        if (isBlank(environment, "spring.datasource.password")) {
            missing.add("SPRING_DATASOURCE_PASSWORD: its password");
        }
        if (isBlank(environment, "spring.flyway.user")) {
            missing.add("SPRING_FLYWAY_USER: the role that owns the tables; the program itself is another");
        }
        if (isBlank(environment, "spring.flyway.password")) {
            missing.add("SPRING_FLYWAY_PASSWORD: the owner's password");
        }
        if (!isHttpsAddress(text(environment, "tuanju.base-url"))) {
            missing.add("TUANJU_BASE_URL: the address people will see, beginning with https:// and without a path");
        }
        if (text(environment, "tuanju.secret").length() < SHORTEST_SECRET) {
            missing.add("TUANJU_SECRET: at least " + SHORTEST_SECRET + " random characters (openssl rand -base64 48)");
        }
        if (isBlank(environment, "tuanju.sms-url")) {
            missing.add("TUANJU_SMS_URL: where one-time codes are posted as signed JSON {phone, text}");
        }
        return missing;
    }

    private static boolean isHttpsAddress(String setting) {
        try {
            return "https".equals(new BaseAddress(setting).uri().getScheme());
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }

    private static boolean isBlank(Environment environment, String name) {
        return text(environment, name).isBlank();
    }

    private static String text(Environment environment, String name) {
        return environment.getProperty(name, "");
    }
}
