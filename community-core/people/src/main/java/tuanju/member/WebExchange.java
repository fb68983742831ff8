package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A request and its response, for pages that begin a session. */
record WebExchange(HttpServletRequest request, HttpServletResponse response) {}
