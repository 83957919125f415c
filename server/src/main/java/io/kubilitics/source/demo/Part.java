package io.kubilitics.source.demo;

import java.util.Map;

/// An object whose only states are how often it was edited and made anew: a Service, a ConfigMap, a
/// role. One thread.
final class Part implements ClusterObject {
  /// Writes a part's body.
  @FunctionalInterface
  interface Writer {
    Map<String, Object> write(Part part);
  }

  private Identity identity;
  private long editedAt;
  private int edits;
  private boolean gone;
  private final Writer writer;

  Part(Identity identity, Writer writer) {
    this.identity = identity;
    this.editedAt = identity.createdAt();
    this.writer = writer;
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public Map<String, Object> body() {
    return writer.write(this);
  }

  Draft draft() {
    return Draft.of(identity);
  }

  String name() {
    return identity.name();
  }

  /// How often it was edited since life began.
  int edits() {
    return edits;
  }

  /// Seconds of the epoch.
  long editedAt() {
    return editedAt;
  }

  void edit(long now) {
    edits++;
    editedAt = now;
  }

  /// Whether it was deleted and not made again yet.
  boolean isGone() {
    return gone;
  }

  void delete() {
    gone = true;
  }

  /// Made again under its name.
  void madeAnew(Births births) {
    gone = false;
    identity = births.born(identity.api(), identity.namespace(), identity.name());
    editedAt = identity.createdAt();
  }
}
