package io.kubilitics.cli;

import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.topology.Selection;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// What an export says on stderr when it is done: which file, how large, and what is not in it.
final class ExportReport {
  private static final int KIB = 1_024;

  private final PrintStream err;

  ExportReport(PrintStream err) {
    this.err = err;
  }

  /// @param bytes of the file; nothing for stdout
  void wrote(String file, Optional<Long> bytes, Size size, Drawing drawing) {
    int objects = drawing.regions().stream().mapToInt(region -> region.tally().objects()).sum();
    line(
        file,
        bytes,
        String.format(Locale.ROOT, "%,d × %,d px, ", size.width(), size.height())
            + Counted.of(objects, "object")
            + " at level "
            + drawing.level().number());
    if (objects == 0 && drawing.regions().stream().anyMatch(of -> !of.filters().isEmpty())) {
      err.println("  No object passes the filters.");
    }
    for (Region region : drawing.regions()) {
      String of = drawing.regions().size() == 1 ? "" : region.cluster().value() + ": ";
      region.notes().forEach(note -> err.println("  " + Plain.text(of + note)));
    }
  }

  /// @param bytes of the file; nothing for stdout
  void wrote(String file, Optional<Long> bytes, Selection selection) {
    line(
        file,
        bytes,
        Counted.of(selection.nodeCount(), "object")
            + ", "
            + Counted.of(selection.edgeCount(), "relation"));
  }

  private void line(String file, Optional<Long> bytes, String what) {
    String where = file.equals("-") ? "stdout" : Plain.text(file);
    String large = bytes.map(ExportReport::size).orElse("");
    err.println("wrote " + where + ": " + what + large);
  }

  private static String size(long bytes) {
    return bytes < KIB
        ? ", " + bytes + " B"
        : String.format(Locale.ROOT, ", %,d KiB", Math.ceilDiv(bytes, (long) KIB));
  }
}
