/**
 * How every page looks: layouts, style sheet, icons, language menu and the friendly error pages.
 * Modules bring their own templates and styles and put them into these layouts.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Page",
        allowedDependencies = {"command", "database"})
@org.jspecify.annotations.NullMarked
package tuanju.page;
