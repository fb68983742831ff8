/**
 * Live progress: pages subscribe to a topic by server-sent events and hear that something changed, on any instance.
 * Announcements leave after commit and travel between instances through PostgreSQL NOTIFY, coalesced.
 * It carries no data, only "look again": the page fetches its fragment.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Live",
        allowedDependencies = {"command"})
@org.jspecify.annotations.NullMarked
package tuanju.live;
