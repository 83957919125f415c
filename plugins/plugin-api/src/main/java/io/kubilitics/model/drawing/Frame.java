package io.kubilitics.model.drawing;

import io.kubilitics.model.Rect;
import java.util.List;
import java.util.Locale;

/// A namespace, or another group the map is arranged by; or the band of cluster-scoped objects.
///
/// @param key unique in the drawing and the same as long as the group is there
/// @param rect on the canvas
/// @param note a second line: what is not known of it, or `""`
/// @param tally every object in it, drawn or not
/// @param look the worst of its blocks
/// @param apps a cell for each of its blocks, in a district for each of its groups; filled at
///   [Level#NAMESPACES] only
/// @param blocks filled from [Level#APPS] on, those in the window
public record Frame(
    String key,
    Type type,
    Rect rect,
    Label title,
    Label note,
    Tally tally,
    Look look,
    List<AppCell> apps,
    List<Block> blocks) {
  public Frame {
    apps = List.copyOf(apps);
    blocks = List.copyOf(blocks);
  }

  public enum Type {
    GROUP,
    CLUSTER,
    /// Neighbouring groups as one tile, when there are very many; at [Level#NAMESPACES] only.
    DISTRICT;

    /// As written in JSON.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// An app as one cell of its namespace's tile.
  ///
  /// @param block key of the block, in a district of the group
  /// @param title of the block, whole
  /// @param glyph of its kind; `""` but for the blocks of the cluster band
  /// @param hue of its kind
  public record AppCell(
      String block, String title, String glyph, Hue hue, Look look, Tally tally) {}
}
