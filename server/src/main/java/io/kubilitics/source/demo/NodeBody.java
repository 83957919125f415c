package io.kubilitics.source.demo;

import java.util.List;
import java.util.Map;

/// Writes a Node as kubelet reports it.
final class NodeBody {
  private static final String REGION = "eu-west-1";

  private final Node node;
  private final Identity identity;

  private NodeBody(Node node) {
    this.node = node;
    this.identity = node.identity();
  }

  static Map<String, Object> of(Node node) {
    return new NodeBody(node).write();
  }

  private Map<String, Object> write() {
    return Draft.of(identity)
        .labels(
            Tree.of(
                "kubernetes.io/arch",
                "amd64",
                "kubernetes.io/os",
                "linux",
                "kubernetes.io/hostname",
                node.name(),
                "node.kubernetes.io/instance-type",
                node.isLarge() ? "m7.4xlarge" : "m7.2xlarge",
                "node-pool",
                node.isLarge() ? "large" : "general",
                "topology.kubernetes.io/region",
                REGION,
                "topology.kubernetes.io/zone",
                node.zone()))
        .annotation("node.alpha.kubernetes.io/ttl", "0")
        .annotation("volumes.kubernetes.io/controller-managed-attach-detach", "true")
        .with("spec", spec(), "status", status());
  }

  private Map<String, Object> spec() {
    List<Object> taints = Tree.list();
    if (node.isCordoned()) {
      taints.add(
          Tree.of(
              "key",
              "node.kubernetes.io/unschedulable",
              "effect",
              "NoSchedule",
              "timeAdded",
              Tree.time(node.cordonedAt())));
    }
    return Tree.of(
        "podCIDR",
        node.podNetwork() + ".0/24",
        "podCIDRs",
        Tree.list(node.podNetwork() + ".0/24"),
        "providerID",
        "example:///" + node.zone() + "/i-" + Long.toHexString(identity.uidLow()),
        "taints",
        Tree.orNothing(taints),
        "unschedulable",
        node.isCordoned() ? true : null);
  }

  private Map<String, Object> status() {
    int cores = node.isLarge() ? 16 : 8;
    int memory = cores * 4;
    return Tree.of(
        "capacity",
        amounts(cores + "", memory * 1024L * 1024),
        "allocatable",
        amounts(cores * 1000 - 120 + "m", memory * 1024L * 1024 - 1_150_000),
        "addresses",
        Tree.list(
            Tree.of("type", "InternalIP", "address", node.address()),
            Tree.of("type", "Hostname", "address", node.name())),
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
        String.valueOf(Node.MOST_PODS));
  }

  private Map<String, Object> heartbeat(String type, boolean holds, String reason) {
    return Tree.of(
        "type",
        type,
        "status",
        holds ? "True" : "False",
        "lastHeartbeatTime",
        Tree.time(node.reportedAt()),
        "lastTransitionTime",
        Tree.time(identity.createdAt() + 30),
        "reason",
        reason,
        "message",
        "kubelet reports " + reason);
  }
}
