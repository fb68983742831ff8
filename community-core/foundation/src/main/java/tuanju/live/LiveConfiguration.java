package tuanju.live;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets this instance send its announcements and heartbeats; jobs that must run once in a cluster are not scheduled here. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {}
