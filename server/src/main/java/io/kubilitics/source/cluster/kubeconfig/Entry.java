package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.source.Place;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A cluster, user or context of a kubeconfig by its name, with what it says not yet looked at.
///
/// @param sort `cluster`, `user` or `context`
/// @param folder of the file, which relative paths are taken from; null when nothing came from a
///   file, so that nothing may name one
record Entry(String sort, String name, String file, @Nullable Path folder, Node.Fields fields) {
  /// Where one of its fields stands, or it itself.
  Place place(String field) {
    Node node = fields.fields().get(field);
    return new Place(file, node == null ? fields.line() : node.line());
  }

  @Override
  public String toString() {
    return sort + " '" + Names.shown(name) + "'";
  }
}
