package tuanju.member;

import org.springframework.modulith.NamedInterface;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A request and its response, for pages that begin a session. */
@NamedInterface("rooms")
public record WebExchange(HttpServletRequest request, HttpServletResponse response) {}
