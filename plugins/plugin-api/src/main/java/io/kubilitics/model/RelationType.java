package io.kubilitics.model;

import java.util.Map;

/// What is known of a relation beside its name.
///
/// @param category what it is shown under
/// @param byTarget what it is shown under instead when the target is of one of these kinds
/// @param harm what happens to one end when the other is deleted or fails
/// @param storage whether its edges are kept singly
/// @param layout how its edges take part in the drawing
/// @param hidden true when its edges are shown only to who asks for the relation by name
/// @param summary one sentence, for the reference documentation and the legend
public record RelationType(
    Relation relation,
    Category category,
    Map<Kind, Category> byTarget,
    Harm harm,
    Storage storage,
    Layout layout,
    boolean hidden,
    String summary) {

  public RelationType {
    byTarget = Map.copyOf(byTarget);
  }

  /// One that is shown under the same category whatever its target is.
  public RelationType(
      Relation relation,
      Category category,
      Harm harm,
      Storage storage,
      Layout layout,
      boolean hidden,
      String summary) {
    this(relation, category, Map.of(), harm, storage, layout, hidden, summary);
  }

  /// What an edge to an object of this kind is shown under.
  public Category category(Kind target) {
    return byTarget.getOrDefault(target, category);
  }

  public enum Category {
    OWNERSHIP,
    TRAFFIC,
    CONFIGURATION,
    IDENTITY,
    STORAGE,
    PLACEMENT,
    SCALING,
    POLICY,
    ADMISSION,
    EXTENSION,
    GITOPS;

    /// As written in JSON and YAML.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// How edges of a relation are kept.
  public enum Storage {
    /// One edge for each pair.
    EDGE,
    /// One edge for each pair up to [#COUNTED_ABOVE] members of one selection, above that a single
    /// edge to a node that stands for the selection and carries the count.
    COUNTED,
    /// Never kept, answered from a snapshot when asked for.
    ON_DEMAND
  }

  /// How edges of a relation take part in the drawing.
  public enum Layout {
    /// Shapes the layout.
    CORE,
    /// Never enters the layered pass; drawn for the selection only.
    HUB,
    /// Not drawn.
    NEVER
  }

  /// The largest selection of a [Storage#COUNTED] relation whose members are drawn singly.
  public static final int COUNTED_ABOVE = 200;
}
