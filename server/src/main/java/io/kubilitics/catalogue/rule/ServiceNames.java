package io.kubilitics.catalogue.rule;

import io.kubilitics.model.ResourceId;
import org.jspecify.annotations.Nullable;

/// DNS names of Services: `svc`, `svc.ns`, `svc.ns.svc` and that with the cluster's domain. In
/// `pod.svc.ns.svc.cluster.local` the labels before `svc` count.
final class ServiceNames {
  private static final String USUAL_DOMAIN = ".svc.cluster.local";

  private ServiceNames() {}

  /// The Service a host name would be, from inside a namespace; null when it cannot be one.
  static @Nullable ResourceId of(String host, String ownNamespace) {
    ResourceId full = full(host);
    if (full != null) {
      return full;
    }
    String[] labels = host.split("\\.", -1);
    return switch (labels.length) {
      case 1 -> service(ownNamespace, labels[0]);
      case 2 -> service(labels[1], labels[0]);
      default -> null;
    };
  }

  /// The Service of a name that says itself that it is one, or null.
  static @Nullable ResourceId full(String host) {
    String[] labels = host.split("\\.", -1);
    for (int at = 2; at < labels.length; at++) {
      if (labels[at].equals("svc")) {
        return service(labels[at - 1], labels[at - 2]);
      }
    }
    return null;
  }

  /// Whether a name can only be one of this cluster, with the domain nearly all clusters have.
  static boolean isOfUsualDomain(String host) {
    return host.endsWith(".svc") || host.endsWith(USUAL_DOMAIN);
  }

  private static @Nullable ResourceId service(String namespace, String name) {
    return namespace.isEmpty() || name.isEmpty()
        ? null
        : new ResourceId(Kinds.SERVICE, namespace, name);
  }
}
