package tuanju.notification;

import java.util.List;
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

    /** Everything up to this one was read. */
    record ReadUpTo(@Nullable UUID newest) {}

    @GetMapping
    Page all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit) {
        return new Page(inbox.unread(me.member()), inbox.of(me.member(), after, Math.clamp(limit, 1, LARGEST_PAGE)));
    }

    /** Twice is once. */
    @PutMapping("/read-up-to")
    ResponseEntity<Void> read(@AuthenticationPrincipal SignedIn me, @RequestBody ReadUpTo wanted) {
        if (wanted.newest() == null) {
            throw new Invalid("newest", "notification-newest");
        }
        inbox.readUpTo(me.member(), wanted.newest());
        return ResponseEntity.noContent().build();
    }
}
