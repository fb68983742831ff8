/**
 * Who may enter which path: sessions for pages, bearer tokens for the API, and the headers on every response.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Security")
@org.jspecify.annotations.NullMarked
package tuanju.security;
