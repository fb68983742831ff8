/**
 * Notifications (消息): what a member is told about their orders, money and bags, kept until they have read it.
 * Modules above say what happened in words of their own, once each; here it waits behind the bell and on a page.
 * Whoever tells joins their own transaction, so that nobody is told what did not happen.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"database", "job", "outbox", "member", "member :: operators", "command", "money", "page"
        })
@org.jspecify.annotations.NullMarked
package tuanju.notification;
