package tuanju.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of notifications.
 *
 * @param keepDays for how many days a member finds what they were told
 */
@ConfigurationProperties("tuanju.notification")
record NotificationSettings(@DefaultValue("180") int keepDays) {

    NotificationSettings {
        if (keepDays < 1) {
            throw new IllegalArgumentException("tuanju.notification.keep-days must be at least 1, but is " + keepDays);
        }
    }
}
