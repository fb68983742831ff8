/** What was decided in a month, for everybody to read: kinds, reasons and ends, and never a name or a word. */
@org.jspecify.annotations.NullMarked
package tuanju.conduct.published;
