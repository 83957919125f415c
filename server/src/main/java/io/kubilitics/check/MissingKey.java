package io.kubilitics.check;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// A container reads a key that the ConfigMap or Secret does not have. One without any key is
/// likely to be filled by somebody else, and what somebody else keeps up to date may get the key
/// yet.
final class MissingKey implements Check {
  private static final Set<String> KINDS = Set.of("ConfigMap", "Secret");

  @Override
  public Code code() {
    return Code.KUB002;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    if (subject.isPast() || subject.controller() != null) {
      return;
    }
    for (Fact fact : subject.resource().facts()) {
      if (fact instanceof Fact.Names names
          && names.presence() == Presence.REQUIRED
          && !names.reversed()
          && !names.evidence().key().isEmpty()
          && KINDS.contains(names.target().kind().toString())) {
        check(subject, names, report);
      }
    }
  }

  private void check(Subject subject, Fact.Names names, Report report) {
    Subject target = subject.world().subject(names.target());
    if (target == null || !target.sources("produces").isEmpty()) {
      return;
    }
    Set<String> keys = keys(target);
    String key = names.evidence().key();
    if (keys.contains(key)) {
      return;
    }
    report.add(
        subject.finding(
            code(),
            keys.isEmpty() || target.hasOwner() ? Level.WARNING : Level.ERROR,
            names.evidence().path(),
            Names.of(target.id())
                + " has no key '"
                + key
                + "'"
                + (keys.isEmpty() ? "; it has none at all." : "."),
            target.id()));
  }

  private static Set<String> keys(Subject target) {
    Set<String> keys = new HashSet<>();
    for (String feature : new String[] {"keys", "binaryKeys", "stringKeys"}) {
      keys.addAll(Arrays.asList(target.feature(feature).split(",", -1)));
    }
    keys.remove("");
    return keys;
  }
}
