package io.kubilitics.export;

import io.kubilitics.model.RelationTypes;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The notations in which a topology can be handed to other programs.
public enum DataFormat {
  /// One node and one edge a line.
  JSON("application/json", "json"),
  /// The content of the JSON in block style.
  YAML("application/yaml", "yaml yml"),
  /// For Graphviz; namespaces are clusters.
  DOT("text/vnd.graphviz", "dot gv"),
  /// For yEd, NetworkX and others; namespaces are graphs in nodes.
  GRAPHML("application/graphml+xml", "graphml"),
  /// For Markdown pages; namespaces are subgraphs.
  MERMAID("application/vnd.mermaid", "mmd mermaid");

  private final String mediaType;
  private final String extensions;

  DataFormat(String mediaType, String extensions) {
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  /// The format that the end of a file's name tells, in upper or lower case; nothing when it tells
  /// none of these.
  public static Optional<DataFormat> ofFileName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(format -> name.indexOf('.') >= 0 && format.extensions().contains(extension))
        .findFirst();
  }

  /// What files of the format end in, without the dot.
  public String extension() {
    return extensions().getFirst();
  }

  private List<String> extensions() {
    return List.of(extensions.split(" "));
  }

  /// As options have it.
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
      case GRAPHML -> new GraphmlDocument(heading, selection, types).writeTo(out);
      case MERMAID -> new MermaidDocument(heading, selection).writeTo(out);
    }
  }
}
