package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What became of the contexts of a kubeconfig.
///
/// @param now all of it
/// @param added names of contexts that were not there before
/// @param changed names of contexts that reach another server, or as somebody else, or that can or
///   cannot be used any more
/// @param gone names of contexts that were there before
public record KubeconfigChange(
    Kubeconfig now, List<String> added, List<String> changed, List<String> gone) {
  public KubeconfigChange {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
  }

  static KubeconfigChange between(Kubeconfig before, Kubeconfig now) {
    Map<String, Object> old = outcomes(before);
    Map<String, Object> young = outcomes(now);
    return new KubeconfigChange(
        now,
        young.keySet().stream().filter(name -> !old.containsKey(name)).toList(),
        young.keySet().stream()
            .filter(old::containsKey)
            .filter(name -> !Objects.equals(young.get(name), old.get(name)))
            .toList(),
        old.keySet().stream().filter(name -> !young.containsKey(name)).toList());
  }

  boolean isNothing() {
    return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
  }

  /// Each context's access, or why there is none.
  private static Map<String, Object> outcomes(Kubeconfig config) {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    for (KubeconfigContext context : config.contexts()) {
      outcomes.put(context.name(), outcome(config, context.name()));
    }
    return outcomes;
  }

  private static Object outcome(Kubeconfig config, String context) {
    try {
      return config.access(context);
    } catch (ProblemException e) {
      // Without its place: a line more above it changes nothing.
      return e.problem().getClass();
    }
  }
}
