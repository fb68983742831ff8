package tuanju.insight;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Sales figures for programs; only an operator's. */
@RestController
@RequiredArgsConstructor
class SalesResource {

    private final Dashboards dashboards;
    private final Scopes scopes;
    private final Members members;

    @GetMapping("/api/v1/insight/sales")
    SalesAnswer sales(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String community) {
        members.needOperator(me);
        return SalesAnswer.of(dashboards.sales(scopes.of(Asked.days(from, to, community))));
    }
}
