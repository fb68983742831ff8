/**
 * The front door: the community's home page and the demo community of a fresh start.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Home")
@org.jspecify.annotations.NullMarked
package tuanju.home;
