package tuanju.cycle.importing;

import tuanju.cycle.export.ReadExport;
import tuanju.cycle.export.Totals;

/**
 * What became of an import.
 *
 * @param imported orders taken in now
 * @param known orders that were in already and stay as they are
 * @param changed those of the known whose goods differ now; they are not taken in twice and need a look
 */
record ImportResult(Totals totals, int imported, int known, int changed) {

    static ImportResult of(ReadExport export, int imported, int changed) {
        return new ImportResult(export.totals(), imported, export.orders().size() - imported, changed);
    }
}
