package io.kubilitics.catalogue.field;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `kubectl get` makes of many fields together, too tangled for the words of a [FieldText]. In
/// braces it stands alone: `{pod-status}`.
public enum Phrase {
  /// The status of a Pod: what holds its containers up, else its phase.
  POD_STATUS(PodPhrase.READS, PodPhrase::of),
  /// `Ready`, `NotReady` or `Unknown`, and whether new Pods may come.
  NODE_STATUS(NodePhrase.READS, NodePhrase::status),
  /// The roles in a Node's labels.
  NODE_ROLES(List.of("metadata.labels"), NodePhrase::roles),
  /// How far a Job is.
  JOB_STATUS(
      List.of("status.conditions", "metadata.deletionTimestamp"), StatusPhrases::job),
  /// `status.phase`, or that the object is on its way out.
  PHASE(List.of("status.phase", "metadata.deletionTimestamp"), StatusPhrases::phase),
  /// Whether devices are allocated for a ResourceClaim, and reserved.
  DEVICE_STATE(
      List.of("status.allocation", "status.reservedFor", "metadata.deletionTimestamp"),
      StatusPhrases::devices),
  /// What of a ResourceQuota is used, limits left out.
  QUOTA_REQUESTS(QuotaPhrase.READS, quota -> QuotaPhrase.of(quota, false)),
  /// What of a ResourceQuota's limits is used.
  QUOTA_LIMITS(QuotaPhrase.READS, quota -> QuotaPhrase.of(quota, true));

  private final List<FieldPath> reads;
  private final Function<KeptField, String> text;

  Phrase(List<String> reads, Function<KeptField, String> text) {
    this.reads = reads.stream().map(FieldPath::parse).toList();
    this.text = text;
  }

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
    return reads;
  }

  /// `""` when the object says nothing of it.
  String of(KeptField object) {
    return text.apply(object);
  }
}
