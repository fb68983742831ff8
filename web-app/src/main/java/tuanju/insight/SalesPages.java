package tuanju.insight;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.member.SignedIn;

/** The operator's first page: how is business, what is wrong, what next. */
@Controller
@RequiredArgsConstructor
class SalesPages {

    private final Dashboards dashboards;
    private final Scopes scopes;
    private final Alarms alarms;
    private final SalesTables tables;
    private final Communities communities;

    @GetMapping("/operate")
    String dashboard(Asked asked, Model model) {
        var view = readable(asked, model);
        var scope = scopes.of(view);
        var dashboard = dashboards.of(scope);
        model.addAttribute("active", "dashboard");
        model.addAttribute("asked", view);
        model.addAttribute("ranges", Asked.RANGES);
        model.addAttribute("today", scopes.today(view));
        model.addAttribute("communities", communities.all());
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("invented", dashboards.hasInvented());
        var behind = Behind.of(scope, view);
        model.addAttribute("behind", behind);
        model.addAttribute("alarms", alarms.of(dashboard.sales(), behind));
        return "insight/dashboard";
    }

    @GetMapping("/operate/charts")
    @ResponseBody
    Charts charts(Asked asked) {
        return dashboards.charts(scopes.of(asked));
    }

    @GetMapping("/operate/tables/{table}.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String table, Asked asked, @AuthenticationPrincipal SignedIn me, Locale locale) {
        return tables.download(new SalesTables.Wanted(table, scopes.of(asked), locale), me.member());
    }

    /** Days that make no period are said to be none, and the page shows the last week instead. */
    private Asked readable(Asked asked, Model model) {
        try {
            asked.period(scopes.today(asked));
            return asked;
        } catch (Invalid e) {
            model.addAttribute("problem", e);
            return asked.withRange("7d");
        }
    }
}
