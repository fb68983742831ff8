package tuanju.operator;

import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;
import tuanju.table.SavedViews.SavedView;

/** For operators over REST: the looks at tables that they keep for themselves. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/views")
class ViewResources {

    private final KeptViews views;

    /** A look to be kept. */
    record Wanted(
            @Nullable String page,
            @Nullable String name,
            @Nullable String query) {}

    @GetMapping
    List<SavedView> views(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String page) {
        return views.of(me.member(), page);
    }

    @PutMapping
    SavedView keep(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted) {
        return views.keep(me.member(), said(wanted.page()), said(wanted.name()), said(wanted.query()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String name) {
        views.remove(me.member(), page, name);
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
