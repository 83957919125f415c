package io.kubilitics.layout.outline;

import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which roots are one app and stand in one block: those that say they are part of the same thing,
/// those that one object owns, and those that one object routes to. Never more than [#MOST] apps in
/// a block: what would make it larger joins nothing, so that a namespace does not become one block.
final class Apps {
  static final int MOST = 8;

  /// Cards between one card and the roots it leads to.
  private static final int MOST_BETWEEN = 64;

  /// The recommended label for the larger application an object belongs to.
  static final String PART_OF = "app.kubernetes.io/part-of";

  private final CardGraph cards;
  private final Union union;
  private final Map<Integer, String> partOf = new HashMap<>();
  private final Map<Integer, ResourceId> joinedBy = new HashMap<>();

  Apps(CardGraph cards) {
    this.cards = cards;
    this.union = new Union(cards.graph().size());
    joinByLabel();
    joinByCards();
  }

  /// What an object says it is part of, or null.
  static @Nullable String label(Node.Present node) {
    return node.resource().labels().get(PART_OF);
  }

  /// A number for the app of a root, the same for all its roots.
  int of(int root) {
    return union.find(root);
  }

  /// What the app calls itself by its label, or `""`.
  String partOf(int root) {
    return partOf.getOrDefault(union.find(root), "");
  }

  /// The name of what holds the roots of an app together, or `""` for a single root.
  String joinedBy(int root) {
    ResourceId by = joinedBy.get(union.find(root));
    return by == null ? "" : by.name();
  }

  private void joinByLabel() {
    Map<String, List<Integer>> byLabel = new TreeMap<>();
    for (int number = 0; number < cards.graph().size(); number++) {
      if (cards.isRoot(number) && cards.graph().node(number) instanceof Node.Present present) {
        String label = label(present);
        if (label != null && !label.isEmpty()) {
          byLabel.computeIfAbsent(label, _ -> new ArrayList<>()).add(number);
        }
      }
    }
    if (byLabel.size() > 1 || !byLabel.values().stream().allMatch(this::areAllRoots)) {
      byLabel.forEach(this::joinAs);
    }
  }

  /// A label that everything in the frame has tells nothing.
  private boolean areAllRoots(List<Integer> some) {
    int roots = 0;
    for (int number = 0; number < cards.graph().size(); number++) {
      roots += cards.isRoot(number) ? 1 : 0;
    }
    return some.size() == roots;
  }

  private void joinAs(String label, List<Integer> roots) {
    if (roots.size() > 1 && roots.size() <= MOST) {
      roots.forEach(root -> union.join(roots.getFirst(), root));
      partOf.put(union.find(roots.getFirst()), label);
    }
  }

  /// In the order of the ids, because one union may forbid the next.
  private void joinByCards() {
    List<Integer> joining = new ArrayList<>();
    for (int number = 0; number < cards.graph().size(); number++) {
      if (cards.isCard(number) && cards.hasEdges(number)) {
        joining.add(number);
      }
    }
    joining.removeIf(card -> rootsAhead(card).size() < 2);
    joining.sort(Comparator.comparing(card -> cards.graph().id(card)));
    for (int card : joining) {
      join(card, rootsAhead(card));
    }
  }

  private void join(int card, List<Integer> roots) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    roots.forEach(root -> sizes.put(union.find(root), union.size(root)));
    int together = sizes.values().stream().mapToInt(Integer::intValue).sum();
    if (sizes.size() < 2 || together > MOST) {
      return;
    }
    ResourceId by = cards.graph().id(card);
    String label = "";
    for (int app : sizes.keySet()) {
      label = first(label, partOf.getOrDefault(app, ""));
      ResourceId before = joinedBy.get(app);
      by = before != null && before.compareTo(by) < 0 ? before : by;
    }
    roots.forEach(root -> union.join(roots.getFirst(), root));
    int app = union.find(roots.getFirst());
    joinedBy.put(app, by);
    if (!label.isEmpty()) {
      partOf.put(app, label);
    }
  }

  /// The first of two labels by their letters; of an empty one the other.
  private static String first(String one, String other) {
    return one.isEmpty() || (!other.isEmpty() && other.compareTo(one) < 0) ? other : one;
  }

  /// The roots a card leads to by ownership or traffic, without a root between; a root leads to
  /// itself and to what it owns. None when they are more than [#MOST], or when more than
  /// [#MOST_BETWEEN] cards lie between: to follow some of them would make it a matter of their
  /// order.
  private List<Integer> rootsAhead(int card) {
    boolean isRoot = cards.isRoot(card);
    List<Integer> roots = new ArrayList<>(isRoot ? List.of(card) : List.of());
    List<Integer> open = new ArrayList<>(List.of(card));
    for (int at = 0; at < open.size(); at++) {
      cards.forEachOut(
          open.get(at),
          edge -> {
            int next = cards.target(edge);
            List<Integer> found = cards.isRoot(next) ? roots : open;
            if (found.size() <= MOST_BETWEEN && leads(edge, isRoot) && !found.contains(next)) {
              found.add(next);
            }
          });
      if (roots.size() > MOST || open.size() > MOST_BETWEEN) {
        return List.of();
      }
    }
    return roots;
  }

  private boolean leads(int edge, boolean onlyByOwnership) {
    Category category =
        cards.graph().relation(edge).category(cards.graph().id(cards.graph().target(edge)).kind());
    return category == Category.OWNERSHIP || (category == Category.TRAFFIC && !onlyByOwnership);
  }
}
