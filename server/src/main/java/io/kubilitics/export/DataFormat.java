package io.kubilitics.export;

import io.kubilitics.model.RelationTypes;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// The notations in which a topology can be handed to other programs.
public enum DataFormat {
  /// One node and one edge a line.
  JSON("application/json"),
  /// The content of the JSON in block style.
  YAML("application/yaml"),
  /// For Graphviz; namespaces are clusters.
  DOT("text/vnd.graphviz");

  private final String mediaType;

  DataFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// As options and file names have it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /// Writes the whole selection and flushes; the caller closes the stream.
  ///
  /// @param types the relations of the catalogue from which the selection came
  public void write(Heading heading, Selection selection, RelationTypes types, OutputStream out)
      throws IOException {
    switch (this) {
      case JSON -> {
        JsonNotation json = new JsonNotation(out);
        new TopologyDocument(heading, selection, types).writeTo(json);
        json.end();
      }
      case YAML -> {
        YamlNotation yaml = new YamlNotation(out);
        new TopologyDocument(heading, selection, types).writeTo(yaml);
        yaml.end();
      }
      case DOT -> new DotDocument(heading, selection).writeTo(out);
    }
  }
}
