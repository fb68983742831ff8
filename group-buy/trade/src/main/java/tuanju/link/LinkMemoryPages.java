package tuanju.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.link.click.BrowserMemory;
import tuanju.link.click.Reader;
import tuanju.page.OwnPath;

/** What somebody answers to the line that asks whether the link they came by may be remembered. */
@Controller
@RequiredArgsConstructor
class LinkMemoryPages {

    private final LinkMemory memory;
    private final BrowserMemory browsers;

    /** Of who is not signed in: kept in this browser alone. Another site's form is no answer. */
    @PostMapping("/link-memory")
    String inThisBrowser(
            @RequestParam boolean yes,
            @RequestParam(defaultValue = "false") boolean browser,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site == null || site.equals("same-origin")) {
            answer(yes, yes && browser, request, response);
        }
        return "redirect:" + OwnPath.orHome(back);
    }

    /** Of a member: a yes is a consent of theirs. */
    @PostMapping("/me/link-memory")
    String withTheAccount(
            @RequestParam boolean yes,
            @RequestParam(defaultValue = "false") boolean browser,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        answer(yes, yes && browser, request, response);
        return "redirect:" + OwnPath.orHome(back);
    }

    private void answer(boolean yes, boolean browser, HttpServletRequest request, HttpServletResponse response) {
        memory.answered(yes, request, response);
        if (browser) {
            browsers.allowed(request, response);
        }
        if (yes) {
            Touch.ofThisVisit(request).forEach(it -> Reader.send(Touch.kept(it, request.isSecure()), response));
        }
    }
}
