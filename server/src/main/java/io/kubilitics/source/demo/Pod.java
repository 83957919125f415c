package io.kubilitics.source.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One Pod: whose it is, where it runs and how far it got. One thread.
final class Pod implements ClusterObject {
  /// How far a Pod got, or where it is stuck.
  enum Stage {
    /// No Node fits.
    UNSCHEDULABLE,
    CREATING,
    /// Runs, but is not ready yet.
    STARTING,
    READY,
    CRASHING,
    OUT_OF_MEMORY,
    NO_SUCH_IMAGE,
    CONFIG_ERROR,
    SUCCEEDED,
    FAILED;

    /// Whether it has ended for good.
    boolean isOver() {
      return this == SUCCEEDED || this == FAILED;
    }
  }

  private final PodOwner owner;
  private final Identity identity;
  private final int ordinal;
  private @Nullable Node node;
  private int slot;
  private Stage stage;
  private int restarts;
  private long since;

  /// @param ordinal its place in a StatefulSet, 0 elsewhere
  Pod(PodOwner owner, Identity identity, int ordinal, Stage stage) {
    this.owner = owner;
    this.identity = identity;
    this.ordinal = ordinal;
    this.stage = stage;
    this.since = identity.createdAt();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public Map<String, Object> body() {
    return PodBody.of(this);
  }

  String name() {
    return identity.name();
  }

  PodOwner owner() {
    return owner;
  }

  App app() {
    return owner.app();
  }

  int ordinal() {
    return ordinal;
  }

  Stage stage() {
    return stage;
  }

  boolean isReady() {
    return stage == Stage.READY;
  }

  int restarts() {
    return restarts;
  }

  /// When it came to its stage, in seconds of the epoch.
  long since() {
    return since;
  }

  /// The Node it runs on, null while none was found.
  @Nullable Node node() {
    return node;
  }

  void runOn(Node node) {
    this.node = node;
    this.slot = node.take();
  }

  /// Gives its place on the Node back. A finished Pod keeps it, as its address is shown.
  void leave() {
    if (node != null) {
      node.release(slot);
    }
  }

  void become(Stage next, long now) {
    stage = next;
    since = now;
  }

  void restarted(int times) {
    restarts += times;
  }

  /// Its address; null before it has one.
  @Nullable String address() {
    if (node == null || stage == Stage.CREATING) {
      return null;
    }
    return app().spec().has(AppSpec.Feature.HOST_NETWORK) ? node.address() : node.podAddress(slot);
  }

  /// Whether a Service that selects it lists it.
  boolean isEndpoint() {
    return address() != null && !stage.isOver();
  }
}
