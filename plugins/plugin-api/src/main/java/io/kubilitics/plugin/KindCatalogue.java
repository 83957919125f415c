package io.kubilitics.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.pf4j.ExtensionPoint;

/// Brings catalogue files (kinds, relations, rules as YAML; the format is described in the
/// product's documentation) for the kinds of an operator.
public interface KindCatalogue extends ExtensionPoint {
  /// The names of the files, for messages and in the order in which they are read.
  List<String> files();

  /// Opens one of [#files]; the caller closes it.
  InputStream open(String file) throws IOException;
}
