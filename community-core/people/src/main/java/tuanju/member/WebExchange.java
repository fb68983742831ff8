package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.modulith.NamedInterface;

/** A request and its response, for pages that begin a session. */
@NamedInterface("rooms")
public record WebExchange(HttpServletRequest request, HttpServletResponse response) {}
