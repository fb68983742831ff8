package tuanju.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets this instance send its announcements and heartbeats; jobs that must run once in a cluster are not scheduled here. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LiveConfiguration {}
