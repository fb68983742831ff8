/**
 * Notes (笔记) with pictures and product cards will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Post",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.post;
