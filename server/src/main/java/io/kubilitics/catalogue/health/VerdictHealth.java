package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;

/// A kind whose conditions have meanings of their own: the first verdict that holds counts.
///
/// @param kind the kind
/// @param list where the conditions are
/// @param verdicts worst first
/// @param otherwise when none holds
record VerdictHealth(Kind kind, FieldPath list, List<Verdict> verdicts, Health otherwise)
    implements HealthRule {
  private static final FieldPath USUAL = FieldPath.parse("status.conditions[]");
  private static final String AUTOSCALING = "autoscaling";

  static final HealthRule API_SERVICE =
      of(
          new Kind("apiregistration.k8s.io", "APIService"),
          Health.UNKNOWN,
          no("Available", Status.FAILED),
          yes("Available", Status.HEALTHY));

  static final HealthRule DEFINITION =
      of(
          new Kind("apiextensions.k8s.io", "CustomResourceDefinition"),
          Health.UNKNOWN,
          no("NamesAccepted", Status.FAILED),
          yes("NonStructuralSchema", Status.DEGRADED),
          no("KubernetesAPIApprovalPolicyConformant", Status.DEGRADED),
          no("Established", Status.PROGRESSING),
          yes("Established", Status.HEALTHY));

  static final HealthRule FLOW_SCHEMA =
      of(
          new Kind("flowcontrol.apiserver.k8s.io", "FlowSchema"),
          Health.HEALTHY,
          yes("Dangling", Status.DEGRADED));

  /// At its maximum it can do no more, though it should; at its minimum all is well.
  static final HealthRule AUTOSCALER =
      of(
          new Kind(AUTOSCALING, "HorizontalPodAutoscaler"),
          Health.UNKNOWN,
          no("AbleToScale", Status.DEGRADED),
          new Verdict("ScalingActive", "False", "ScalingDisabled", Status.SUSPENDED),
          no("ScalingActive", Status.DEGRADED),
          new Verdict("ScalingLimited", "True", "TooManyReplicas", Status.DEGRADED),
          yes("AbleToScale", Status.HEALTHY));

  static final HealthRule VERTICAL_AUTOSCALER =
      of(
          new Kind("autoscaling.k8s.io", "VerticalPodAutoscaler"),
          Health.UNKNOWN,
          yes("ConfigUnsupported", Status.DEGRADED),
          yes("ConfigDeprecated", Status.DEGRADED),
          yes("NoPodsMatched", Status.DEGRADED),
          no("RecommendationProvided", Status.PROGRESSING),
          yes("RecommendationProvided", Status.HEALTHY));

  static final HealthRule MIGRATION =
      of(
          new Kind("storagemigration.k8s.io", "StorageVersionMigration"),
          Health.UNKNOWN,
          yes("Failed", Status.FAILED),
          yes("Succeeded", Status.HEALTHY),
          yes("Running", Status.PROGRESSING));

  static final HealthRule POD_CERTIFICATE =
      of(
          new Kind("certificates.k8s.io", "PodCertificateRequest"),
          Health.UNKNOWN,
          yes("Denied", Status.FAILED),
          yes("Failed", Status.FAILED),
          yes("Issued", Status.HEALTHY));

  static final HealthRule SERVICE_RANGE =
      of(
          new Kind("networking.k8s.io", "ServiceCIDR"),
          Health.UNKNOWN,
          no("Ready", Status.DEGRADED),
          yes("Ready", Status.HEALTHY));

  static final HealthRule COMPONENT =
      new VerdictHealth(
          Kind.core("ComponentStatus"),
          FieldPath.parse("conditions[]"),
          List.of(no("Healthy", Status.FAILED), yes("Healthy", Status.HEALTHY)),
          Health.UNKNOWN);

  /// What a condition of a type, with a status and, unless it is `""`, with a reason, says.
  record Verdict(String type, String status, String reason, Status health) {
    boolean holds(Condition condition) {
      return type.equals(condition.type())
          && status.equals(condition.status())
          && (reason.isEmpty() || reason.equals(condition.reason()));
    }

    Health of(Condition condition) {
      return health == Status.HEALTHY ? Health.HEALTHY : condition.health(health);
    }
  }

  VerdictHealth {
    verdicts = List.copyOf(verdicts);
  }

  private static HealthRule of(Kind kind, Health otherwise, Verdict... verdicts) {
    return new VerdictHealth(kind, USUAL, List.of(verdicts), otherwise);
  }

  private static Verdict yes(String type, Status health) {
    return new Verdict(type, "True", "", health);
  }

  private static Verdict no(String type, Status health) {
    return new Verdict(type, "False", "", health);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(kind);
  }

  @Override
  public Set<String> reads() {
    String path = list.toString();
    return Reads.of(Observed.READS, path.substring(0, path.length() - "[]".length()));
  }

  @Override
  public Health of(KeptObject object) {
    if (Observed.isBehind(object)) {
      return Observed.NOT_YET;
    }
    List<Condition> conditions = Conditions.all(object, list);
    for (Verdict verdict : verdicts) {
      for (Condition condition : conditions) {
        if (verdict.holds(condition)) {
          return verdict.of(condition);
        }
      }
    }
    return otherwise;
  }
}
