/**
 * Pictures people upload (decoded, re-encoded, free of EXIF) and pictures the program draws: tiles, QR codes, posters.
 * Holds the one typeface used wherever text is drawn into a PNG or PDF.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Picture",
        allowedDependencies = {"command", "job"})
@org.jspecify.annotations.NullMarked
package tuanju.picture;
