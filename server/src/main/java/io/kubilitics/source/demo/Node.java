package io.kubilitics.source.demo;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// A machine of the cluster. Hands out the addresses of its Pods. One thread.
final class Node implements ClusterObject {
  /// kubelet's default.
  static final int MOST_PODS = 110;

  private static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b", "eu-west-1c");

  /// How often kubelet renews its Lease.
  static final long HEARTBEAT_SECONDS = 10;

  /// How often kubelet reports a status that did not change.
  static final long REPORT_SECONDS = 300;

  private static final int FIRST_POD_NETWORK = 64;

  private final int index;
  private final Identity identity;
  private final Identity lease;
  private final boolean large;
  private final BitSet slots = new BitSet(MOST_PODS);
  private long renewedAt;
  private long reportedAt;
  private long cordonedAt;

  Node(int index, Births births) {
    this.index = index;
    Dice dice = Dice.of(births.seed(), "node", index);
    String name = "worker-" + (index + 1);
    long createdAt = births.now() - 86_400L * dice.between(3, 120) - dice.below(86_400);
    identity = births.old(Api.NODE, "", name, createdAt);
    lease = births.old(Api.LEASE, "kube-node-lease", name, createdAt + 2);
    large = dice.chance(30);
    renewedAt = births.now() - dice.below((int) HEARTBEAT_SECONDS);
    reportedAt = births.now() - dice.below((int) REPORT_SECONDS);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  String name() {
    return identity.name();
  }

  /// Whether it is of the larger pool.
  boolean isLarge() {
    return large;
  }

  String zone() {
    return ZONES.get(index % ZONES.size());
  }

  int podCount() {
    return slots.cardinality();
  }

  boolean isCordoned() {
    return cordonedAt != 0;
  }

  /// Seconds of the epoch; 0 when it is not cordoned.
  long cordonedAt() {
    return cordonedAt;
  }

  boolean hasRoom() {
    return podCount() < MOST_PODS;
  }

  void cordon(long now) {
    cordonedAt = now;
  }

  void uncordon() {
    cordonedAt = 0;
  }

  /// The lowest free place for a Pod.
  int take() {
    int slot = slots.nextClearBit(0);
    slots.set(slot);
    return slot;
  }

  void release(int slot) {
    slots.clear(slot);
  }

  String address() {
    return "10.0." + index / 250 + "." + (index % 250 + 4);
  }

  String podAddress(int slot) {
    return podNetwork() + "." + (slot + 2);
  }

  /// The first three numbers of its Pods' addresses.
  String podNetwork() {
    return "10." + (FIRST_POD_NETWORK + index / 256) + "." + index % 256;
  }

  /// The heartbeat that changes nothing but `renewTime`.
  ClusterObject lease() {
    return new ClusterObject() {
      @Override
      public Identity identity() {
        return lease;
      }

      @Override
      public Map<String, Object> body() {
        return leaseBody();
      }
    };
  }

  void renewLease(long now) {
    renewedAt = now;
  }

  /// When its status was last reported, in seconds of the epoch.
  long reportedAt() {
    return reportedAt;
  }

  /// The report that changes nothing but `lastHeartbeatTime`.
  void report(long now) {
    reportedAt = now;
  }

  private Map<String, Object> leaseBody() {
    return Draft.of(lease)
        .owner(identity.asOwner())
        .with(
            "spec",
            Tree.of(
                "holderIdentity",
                name(),
                "leaseDurationSeconds",
                40,
                "renewTime",
                Instant.ofEpochSecond(renewedAt).toString().replace("Z", ".000000Z")));
  }

  @Override
  public Map<String, Object> body() {
    return NodeBody.of(this);
  }
}
