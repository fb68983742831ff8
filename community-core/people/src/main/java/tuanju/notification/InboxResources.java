package tuanju.notification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.member.SignedIn;

/** What a member was told, for programs. */
@RestController
@RequestMapping("/api/v1/notifications")
@RequiredArgsConstructor
class InboxResources {

    private static final int LARGEST_PAGE = 50;

    private final Inbox inbox;

    /** A page of it and how much is unread altogether (100 for a hundred and more). */
    record Page(int unread, List<Told> notifications) {}

    /** These were read. */
    record Read(@Nullable List<UUID> ids) {}

    @GetMapping
    Page all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit) {
        return new Page(inbox.unread(me.member()), inbox.of(me.member(), after, Math.clamp(limit, 1, LARGEST_PAGE)));
    }

    /** Twice is once. */
    @PutMapping("/reads")
    ResponseEntity<Void> read(@AuthenticationPrincipal SignedIn me, @RequestBody Read wanted) {
        var ids = wanted.ids() == null
                ? List.<UUID>of()
                : wanted.ids().stream().filter(Objects::nonNull).distinct().toList();
        if (ids.isEmpty() || ids.size() > Inbox.MOST_AT_ONCE) {
            throw new Invalid("ids", "notification-ids", Inbox.MOST_AT_ONCE);
        }
        inbox.read(me.member(), ids);
        return ResponseEntity.noContent().build();
    }
}
