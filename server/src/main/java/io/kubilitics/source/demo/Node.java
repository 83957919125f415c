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
  private static final String REGION = "eu-west-1";

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

  String zone() {
    return ZONES.get(index % ZONES.size());
  }

  int podCount() {
    return slots.cardinality();
  }

  boolean isCordoned() {
    return cordonedAt != 0;
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

  private String podNetwork() {
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
    return Draft.of(identity)
        .labels(
            Tree.of(
                "kubernetes.io/arch",
                "amd64",
                "kubernetes.io/os",
                "linux",
                "kubernetes.io/hostname",
                name(),
                "node.kubernetes.io/instance-type",
                large ? "m7.4xlarge" : "m7.2xlarge",
                "node-pool",
                large ? "large" : "general",
                "topology.kubernetes.io/region",
                REGION,
                "topology.kubernetes.io/zone",
                zone()))
        .annotation("node.alpha.kubernetes.io/ttl", "0")
        .annotation("volumes.kubernetes.io/controller-managed-attach-detach", "true")
        .with("spec", spec(), "status", status());
  }

  private Map<String, Object> spec() {
    List<Object> taints = Tree.list();
    if (isCordoned()) {
      taints.add(
          Tree.of(
              "key",
              "node.kubernetes.io/unschedulable",
              "effect",
              "NoSchedule",
              "timeAdded",
              Tree.time(cordonedAt)));
    }
    return Tree.of(
        "podCIDR",
        podNetwork() + ".0/24",
        "podCIDRs",
        Tree.list(podNetwork() + ".0/24"),
        "providerID",
        "example:///" + zone() + "/i-" + Long.toHexString(identity.uidLow()),
        "taints",
        Tree.orNothing(taints),
        "unschedulable",
        isCordoned() ? true : null);
  }

  private Map<String, Object> status() {
    int cores = large ? 16 : 8;
    int memory = cores * 4;
    return Tree.of(
        "capacity",
        amounts(cores + "", memory * 1024L * 1024),
        "allocatable",
        amounts(cores * 1000 - 120 + "m", memory * 1024L * 1024 - 1_150_000),
        "addresses",
        Tree.list(
            Tree.of("type", "InternalIP", "address", address()),
            Tree.of("type", "Hostname", "address", name())),
        "conditions",
        Tree.list(
            heartbeat("MemoryPressure", false, "KubeletHasSufficientMemory"),
            heartbeat("DiskPressure", false, "KubeletHasNoDiskPressure"),
            heartbeat("PIDPressure", false, "KubeletHasSufficientPID"),
            heartbeat("Ready", true, "KubeletReady")),
        "daemonEndpoints",
        Tree.of("kubeletEndpoint", Tree.of("Port", 10250)),
        "nodeInfo",
        Tree.of(
            "architecture", "amd64",
            "bootID", identity.uid(),
            "containerRuntimeVersion", "containerd://2.1.4",
            "kernelVersion", "6.12.48-cloud-amd64",
            "kubeProxyVersion", "",
            "kubeletVersion", "v1.34.2",
            "machineID", identity.uid().replace("-", ""),
            "operatingSystem", "linux",
            "osImage", "Debian GNU/Linux 13 (trixie)",
            "systemUUID", identity.uid()));
  }

  private static Map<String, Object> amounts(String cpu, long memoryKibibytes) {
    return Tree.of(
        "cpu",
        cpu,
        "ephemeral-storage",
        "101430960Ki",
        "memory",
        memoryKibibytes + "Ki",
        "pods",
        String.valueOf(MOST_PODS));
  }

  private Map<String, Object> heartbeat(String type, boolean holds, String reason) {
    return Tree.of(
        "type",
        type,
        "status",
        holds ? "True" : "False",
        "lastHeartbeatTime",
        Tree.time(reportedAt),
        "lastTransitionTime",
        Tree.time(identity.createdAt() + 30),
        "reason",
        reason,
        "message",
        "kubelet reports " + reason);
  }
}
