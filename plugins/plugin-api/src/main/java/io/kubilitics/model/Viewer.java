package io.kubilitics.model;

/// Who is asking. Every read goes through one: what a viewer may not see is left out of every
/// answer, as if it were not known. Equal ones see the same: what is worked out for one is shared
/// with all that are equal to it, so that a viewer is a constant or a value.
@FunctionalInterface
public interface Viewer {
  /// The user of a desktop or of the command line, whose own rights the source already applied.
  Viewer EVERYTHING = (kind, namespace) -> true;

  /// Who may see nothing.
  Viewer NOTHING = (kind, namespace) -> false;

  /// Whether objects of this kind in this namespace (`""`: cluster-scoped) may be seen.
  boolean maySee(Kind kind, String namespace);
}
