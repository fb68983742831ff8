/**
 * What readers say is not right, kept with the words as they were; operators hide it or keep it, with a reason.
 * A decision names the version it is about, so that nothing is hidden that was put right meanwhile.
 * Uses the module's own package.
 */
@org.springframework.modulith.NamedInterface("report")
@org.jspecify.annotations.NullMarked
package tuanju.note.report;
