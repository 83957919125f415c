package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A Pod mounts, for each ephemeral volume, a claim named `<pod>-<volume>` that is made for it. A
/// pod template has no such claim: its Pods have.
final class EphemeralClaims implements FactRule {
  private static final Relation MOUNTS = new Relation("mounts");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.POD);
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.volumes[].name", "spec.volumes[].ephemeral");
  }

  @Override
  public Stream<Fact> facts(ObjectView pod) {
    return pod.at("spec.volumes[]").flatMap(volume -> volume(pod, volume));
  }

  private static Stream<Fact> volume(ObjectView pod, Field volume) {
    String name = volume.text("name").orElse("");
    if (name.isEmpty()) {
      return Stream.of();
    }
    String claim = pod.id().name() + "-" + name;
    return volume
        .at("ephemeral")
        .map(ephemeral ->
            new Fact.Names(
                MOUNTS,
                new Evidence(ephemeral.path(), claim),
                new ResourceId(Kinds.PERSISTENT_VOLUME_CLAIM, pod.id().namespace(), claim),
                Presence.PRODUCES));
  }
}
