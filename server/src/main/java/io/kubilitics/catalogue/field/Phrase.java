package io.kubilitics.catalogue.field;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What `kubectl get` makes of many fields together, too tangled for the words of a [FieldText]. In
/// braces it stands alone: `{pod-status}`.
public enum Phrase {
  /// The status of a Pod: what holds its containers up, else its phase.
  POD_STATUS,
  /// `Ready`, `NotReady` or `Unknown`, and whether new Pods may come.
  NODE_STATUS,
  /// The roles in a Node's labels.
  NODE_ROLES,
  /// How far a Job is.
  JOB_STATUS,
  /// `status.phase`, or that the object is on its way out.
  PHASE,
  /// Whether devices are allocated for a ResourceClaim, and reserved.
  DEVICE_STATE,
  /// What of a ResourceQuota is used, limits left out.
  QUOTA_REQUESTS,
  /// What of a ResourceQuota's limits is used.
  QUOTA_LIMITS;

  /// The phrase of that name, or null.
  static @Nullable Phrase named(String name) {
    for (Phrase phrase : values()) {
      if (phrase.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
        return phrase;
      }
    }
    return null;
  }

  List<FieldPath> reads() {
    List<String> paths =
        switch (this) {
          case POD_STATUS -> PodPhrase.READS;
          case NODE_STATUS, NODE_ROLES -> NodePhrase.READS;
          case JOB_STATUS, PHASE, DEVICE_STATE -> StatusPhrases.READS;
          case QUOTA_REQUESTS, QUOTA_LIMITS -> QuotaPhrase.READS;
        };
    return paths.stream().map(FieldPath::parse).toList();
  }

  /// `""` when the object says nothing of it.
  String of(KeptField object) {
    return switch (this) {
      case POD_STATUS -> PodPhrase.of(object);
      case NODE_STATUS -> NodePhrase.status(object);
      case NODE_ROLES -> NodePhrase.roles(object);
      case JOB_STATUS -> StatusPhrases.job(object);
      case PHASE -> StatusPhrases.phase(object);
      case DEVICE_STATE -> StatusPhrases.devices(object);
      case QUOTA_REQUESTS -> QuotaPhrase.of(object, false);
      case QUOTA_LIMITS -> QuotaPhrase.of(object, true);
    };
  }
}
