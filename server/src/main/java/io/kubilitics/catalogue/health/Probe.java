package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The readiness probe of one container of a Pod's spec.
///
/// @param time how long after the start of the container the probe may go on failing before it says
///   anything
record Probe(Duration time) {
  private static final FieldPath CONTAINERS = FieldPath.parse("spec.containers[]");
  private static final FieldPath INIT_CONTAINERS = FieldPath.parse("spec.initContainers[]");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath PROBE = FieldPath.parse("readinessProbe");
  private static final FieldPath DELAY = FieldPath.parse("initialDelaySeconds");
  private static final FieldPath PERIOD = FieldPath.parse("periodSeconds");
  private static final FieldPath FAILURES = FieldPath.parse("failureThreshold");
  private static final long DEFAULT_PERIOD = 10;
  private static final long DEFAULT_FAILURES = 3;

  /// What is more is no probe that anybody waits for.
  private static final long LONGEST = 3_600;

  /// The probe of a container, or null when it has none.
  static @Nullable Probe of(KeptObject pod, String container) {
    Probe[] found = new Probe[1];
    for (FieldPath list : new FieldPath[] {CONTAINERS, INIT_CONTAINERS}) {
      pod.walk(
          list,
          candidate -> {
            KeptField probe = candidate.first(PROBE);
            if (probe != null && container.equals(candidate.scalar(NAME))) {
              found[0] = read(probe);
            }
          });
    }
    return found[0];
  }

  private static Probe read(KeptField probe) {
    long period = bounded(Values.number(probe, PERIOD, DEFAULT_PERIOD));
    long failures = bounded(Values.number(probe, FAILURES, DEFAULT_FAILURES));
    long seconds = bounded(Values.number(probe, DELAY, 0)) + period * failures;
    return new Probe(Duration.ofSeconds(bounded(seconds)));
  }

  private static long bounded(long seconds) {
    return Math.clamp(seconds, 0, LONGEST);
  }
}
