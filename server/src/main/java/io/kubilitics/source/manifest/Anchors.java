package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import java.util.HashMap;
import java.util.Map;

/// What the anchors of a document name, and how large it is. Of two anchors of one name the last
/// one before an alias counts.
final class Anchors {
  private final Map<String, Anchored> anchored = new HashMap<>();

  /// @param nodes names and values in it
  /// @param height levels of lists and maps in it
  /// @param isOpen whether it has not ended yet; its size is not known then
  record Anchored(int index, int nodes, int height, boolean isOpen) {}

  /// @param anchor `""` for none
  void scalar(String anchor, int index) {
    if (!anchor.isEmpty()) {
      anchored.put(anchor, new Anchored(index, 1, 0, false));
    }
  }

  /// @param anchor `""` for none
  void open(String anchor, int index) {
    if (!anchor.isEmpty()) {
      anchored.put(anchor, new Anchored(index, 0, 0, true));
    }
  }

  void close(int index, int nodes, int height) {
    if (anchored.isEmpty()) {
      return;
    }
    anchored.replaceAll((_, each) ->
        each.isOpen && each.index == index ? new Anchored(index, nodes, height, false) : each);
  }

  Anchored target(String anchor, int line) {
    Anchored target = anchored.get(anchor);
    if (target == null) {
      throw new MalformedDocumentException(line, "an alias of an anchor that is not there");
    }
    if (target.isOpen) {
      throw new MalformedDocumentException(line, "the anchor '" + anchor + "' holds itself");
    }
    return target;
  }
}
