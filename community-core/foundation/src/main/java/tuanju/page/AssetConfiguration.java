package tuanju.page;

import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Puts the table of files behind every address that no controller answers, and into every template's links. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {

    @Bean
    HandlerMapping assetMapping(AssetFiles files) {
        return new SimpleUrlHandlerMapping(Map.of("/**", files), Ordered.LOWEST_PRECEDENCE - 1);
    }

    @Autowired
    void linkThroughTheTable(SpringTemplateEngine templates, Assets assets) {
        templates.setLinkBuilder(new AssetLinks(assets));
    }
}
