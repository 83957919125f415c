package io.kubilitics.model.drawing;

import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import java.util.List;
import java.util.Locale;

/// An app with what belongs to it, or what belongs to none.
///
/// @param key unique in its frame and the same as long as the app is there
/// @param rect in its frame
/// @param note beside the title: `3 apps · 13 / 14 ready`
/// @param look the worst of its cards
/// @param apps its workloads in one line each; filled at [Level#APPS] only
/// @param cards filled at [Level#CARDS] and [Level#DETAIL]
/// @param routes likewise
public record Block(
    String key,
    Type type,
    Rect rect,
    Label title,
    Label note,
    Tally tally,
    Look look,
    List<App> apps,
    List<Card> cards,
    List<Route> routes) {
  public Block {
    apps = List.copyOf(apps);
    cards = List.copyOf(cards);
    routes = List.copyOf(routes);
  }

  public enum Type {
    /// Around one workload or a few that belong together.
    APP,
    /// Objects that hang together without a workload.
    ISLAND,
    /// What several apps of a namespace use.
    SHARED,
    /// Objects without relations.
    LOOSE,
    /// Cluster-scoped objects of one kind.
    KIND;

    /// As written in JSON.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A workload told in one line.
  ///
  /// @param ready `3/4`, or `""`
  /// @param pods how many Pods have each look
  public record App(ResourceId id, String glyph, Label name, String ready, Look look, Tally pods) {}
}
