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
import java.util.TreeSet;
import java.util.stream.Stream;

/// A PersistentVolume, and a volume written into a VolumeAttachment, is used with the Secrets it
/// names. A CSI volume says the namespace of each; the older kinds mean the namespace of the claim
/// that has the volume when they say none.
final class VolumeSecrets implements FactRule {
  private static final Relation USES_SECRET = new Relation("uses-secret");
  private static final Kind ATTACHMENT = new Kind("storage.k8s.io", "VolumeAttachment");
  private static final String OF_VOLUME = "spec";
  private static final String OF_ATTACHMENT = "spec.source.inlineVolumeSpec";
  private static final Set<String> OF_CSI =
      new TreeSet<>(
          Set.of(
              "controllerExpandSecretRef",
              "controllerPublishSecretRef",
              "nodeExpandSecretRef",
              "nodePublishSecretRef",
              "nodeStageSecretRef"));
  private static final Set<String> OLDER =
      new TreeSet<>(Set.of("cephfs", "flexVolume", "iscsi", "rbd", "scaleIO", "storageos"));

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME, ATTACHMENT);
  }

  @Override
  public Set<String> reads() {
    Set<String> reads = new TreeSet<>();
    for (String volume : Set.of(OF_VOLUME, OF_ATTACHMENT)) {
      OF_CSI.forEach(field -> reads.add(volume + ".csi." + field));
      OLDER.forEach(type -> reads.add(volume + "." + type + ".secretRef"));
      reads.add(volume + ".azureFile.secretName");
      reads.add(volume + ".azureFile.secretNamespace");
      reads.add(volume + ".claimRef.namespace");
    }
    return reads;
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    return object
        .at(object.id().kind().equals(ATTACHMENT) ? OF_ATTACHMENT : OF_VOLUME)
        .flatMap(VolumeSecrets::volume);
  }

  private static Stream<Fact> volume(Field volume) {
    String claims = volume.text("claimRef.namespace").orElse("");
    Stream<Fact> csi =
        OF_CSI.stream()
            .flatMap(field -> volume.at("csi." + field))
            .flatMap(field -> secret(field, "name", "namespace", ""));
    Stream<Fact> older =
        OLDER.stream()
            .flatMap(type -> volume.at(type + ".secretRef"))
            .flatMap(field -> secret(field, "name", "namespace", claims));
    Stream<Fact> azure =
        volume
            .at("azureFile")
            .flatMap(field -> secret(field, "secretName", "secretNamespace", claims));
    return Stream.of(csi, older, azure).flatMap(facts -> facts);
  }

  private static Stream<Fact> secret(
      Field field, String nameField, String namespaceField, String otherwise) {
    String name = field.text(nameField).orElse("");
    String said = field.text(namespaceField).orElse("");
    String namespace = said.isEmpty() ? otherwise : said;
    return name.isEmpty() || namespace.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Fact.Names(
                USES_SECRET,
                new Evidence(field.path(), name),
                new ResourceId(Kinds.SECRET, namespace, name),
                Presence.REQUIRED));
  }
}
