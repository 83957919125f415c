package io.kubilitics.check;

/// How far from an object a check looks: what must change before its answer can.
public enum Radius {
  /// The object, its edges and the objects at their far ends.
  ONE_HOP,
  /// Further along edges.
  SEVERAL_HOPS,
  /// Everything.
  GLOBAL,
  /// What a source says of its documents; no snapshot knows.
  DOCUMENT
}
