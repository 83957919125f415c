package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import java.util.Map;

/// Kinds as people say them.
public final class KindWords {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("CustomResourceDefinition", "CRD"),
          Map.entry("CertificateSigningRequest", "CSR"),
          Map.entry("HorizontalPodAutoscaler", "HPA"),
          Map.entry("LimitRange", "Limits"),
          Map.entry("MutatingWebhookConfiguration", "Webhook"),
          Map.entry("NetworkPolicy", "NetPol"),
          Map.entry("PersistentVolume", "PV"),
          Map.entry("PersistentVolumeClaim", "PVC"),
          Map.entry("PodDisruptionBudget", "PDB"),
          Map.entry("ResourceQuota", "Quota"),
          Map.entry("ValidatingWebhookConfiguration", "Webhook"),
          Map.entry("VerticalPodAutoscaler", "VPA"));

  private KindWords() {}

  /// `HPA`, `PVC`; the kind itself where kubectl has nothing shorter that is a word.
  public static String of(Kind kind) {
    return SHORT.getOrDefault(kind.name(), kind.name());
  }

  /// Of several objects: `ConfigMaps`, `Ingresses`, `NetworkPolicies`.
  static String plural(String kind) {
    if (kind.endsWith("s") || kind.endsWith("x") || kind.endsWith("ch")) {
      return kind.endsWith("Endpoints") ? kind : kind + "es";
    }
    boolean isAfterVowel =
        kind.length() > 1 && "aeiou".indexOf(kind.charAt(kind.length() - 2)) >= 0;
    return kind.endsWith("y") && !isAfterVowel
        ? kind.substring(0, kind.length() - 1) + "ies"
        : kind + "s";
  }

  /// `1 ConfigMap`, `1,204 Pods`.
  public static String counted(long count, String kind) {
    return Figures.grouped(count) + " " + (count == 1 ? kind : plural(kind));
  }
}
