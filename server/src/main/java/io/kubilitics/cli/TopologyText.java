package io.kubilitics.cli;

import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.export.MermaidSize;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.io.OutputStream;

/// A topology on its way to another program.
///
/// @param command of which messages speak
/// @param relations of the catalogue from which the selection came
record TopologyText(String command, Heading heading, Selection selection, RelationTypes relations) {
  /// Writes it, and says on stderr when the program will not take so much.
  void write(DataFormat format, OutputStream out, Shell shell) throws IOException {
    if (format != DataFormat.MERMAID) {
      format.write(heading, selection, relations, out);
      return;
    }
    MermaidSize size = new MermaidSize(out);
    format.write(heading, selection, relations, size);
    size.excess(selection.edgeCount())
        .ifPresent(excess -> shell.err().println("kubilitics " + command + ": " + excess));
  }
}
