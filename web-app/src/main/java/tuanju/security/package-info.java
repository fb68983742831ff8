/**
 * Who may enter which path, and by which address: sessions for pages, bearer tokens for the API, the gate that other hosts
 * do not pass, and the headers on every response.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Security")
@org.jspecify.annotations.NullMarked
package tuanju.security;
