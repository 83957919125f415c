package io.kubilitics.model;

/// Who is asking. Every read goes through one: what a viewer may not see is left out of every
/// answer, as if it were not known.
@FunctionalInterface
public interface Viewer {
  /// The user of a desktop or of the command line, whose own rights the source already applied.
  Viewer EVERYTHING = (kind, namespace) -> true;

  /// Whether objects of this kind in this namespace (`""`: cluster-scoped) may be seen.
  boolean maySee(Kind kind, String namespace);
}
