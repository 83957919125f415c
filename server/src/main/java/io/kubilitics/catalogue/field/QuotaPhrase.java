package io.kubilitics.catalogue.field;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// What of a quota is used: `pods: 3/10, requests.cpu: 500m/2`.
final class QuotaPhrase {
  static final List<String> READS = List.of("status.hard", "status.used");

  private static final FieldPath HARD = FieldPath.parse("status.hard");
  private static final FieldPath USED = FieldPath.parse("status.used");

  private QuotaPhrase() {}

  static String of(KeptField quota, boolean limits) {
    Map<String, String> used = quota.texts(USED);
    StringJoiner joined = new StringJoiner(", ");
    quota
        .texts(HARD)
        .forEach((resource, hard) -> {
          if (resource.startsWith("limits.") == limits) {
            joined.add(resource + ": " + used.getOrDefault(resource, "0") + "/" + hard);
          }
        });
    return joined.toString();
  }
}
