package io.kubilitics.export;

import java.util.Locale;

/// The attributes that nodes, edges and the graph have in GraphML. The names are those of the JSON.
enum GraphmlKey {
  CLUSTER("graph", "cluster", "string"),
  AS_OF("graph", "asOf", "string"),
  COMPLETE("graph", "complete", "boolean"),
  KIND("node", "kind", "string"),
  GROUP("node", "group", "string"),
  NAMESPACE("node", "namespace", "string"),
  NAME("node", "name", "string"),
  HEALTH("node", "health", "string"),
  REASON("node", "reason", "string"),
  MESSAGE("node", "message", "string"),
  MISSING("node", "missing", "boolean"),
  UNKNOWN("node", "unknown", "boolean"),
  SYNTHETIC("node", "synthetic", "string"),
  /// Set on the nodes that are no objects and only enclose those of a namespace.
  CONTAINER("node", "container", "boolean"),
  RELATION("edge", "relation", "string"),
  CATEGORY("edge", "category", "string"),
  STATE("edge", "state", "string"),
  INFERRED("edge", "inferred", "boolean"),
  OPTIONAL("edge", "optional", "boolean");

  private final String owner;
  private final String title;
  private final String type;

  GraphmlKey(String owner, String title, String type) {
    this.owner = owner;
    this.title = title;
    this.type = type;
  }

  /// What `data` elements refer to.
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The element that says of which type the attribute is.
  String declaration() {
    return "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
        .formatted(id(), owner, title, type);
  }

  /// The element with the value of one node or edge.
  String data(String value) {
    return "<data key=\"" + id() + "\">" + XmlText.escaped(value) + "</data>";
  }
}
