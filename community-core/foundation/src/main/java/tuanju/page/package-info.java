/**
 * How every page looks and where it is: layouts, the files pages are made of, language menu, the friendly error pages and
 * the one address that whole links begin with.
 * Modules bring their own templates and styles and put them into these layouts.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Page",
        allowedDependencies = {"command", "database"})
@org.jspecify.annotations.NullMarked
package tuanju.page;
