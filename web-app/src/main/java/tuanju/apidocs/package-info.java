/**
 * What the API says about itself at /v3/api-docs: one name for each thing, what every route takes and answers, and an
 * example of every body. Read from the routes, so that it cannot say what they do not do.
 */
@org.springframework.modulith.ApplicationModule(displayName = "API description")
@org.jspecify.annotations.NullMarked
package tuanju.apidocs;
