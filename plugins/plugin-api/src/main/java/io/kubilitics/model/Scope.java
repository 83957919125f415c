package io.kubilitics.model;

/// Where objects of a kind live.
public enum Scope {
  NAMESPACED,
  CLUSTER,
  /// Not known until discovery or a CustomResourceDefinition says so: both are looked at.
  UNKNOWN
}
