package io.kubilitics.gitops;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.Extension;

/// Helm writes the release's name and namespace on everything it installs; both are needed. It
/// keeps each revision of a release in a Secret or ConfigMap `sh.helm.release.v1.NAME.vREVISION` of
/// the release's namespace.
@Extension
public final class InstalledByHelm implements FactRule {
  private static final String NAME = "metadata.annotations[\"meta.helm.sh/release-name\"]";
  private static final String NAMESPACE =
      "metadata.annotations[\"meta.helm.sh/release-namespace\"]";
  private static final String RECORD = "sh.helm.release.v1.";

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public Set<String> reads() {
    return Set.of(NAME, NAMESPACE);
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    String record = recordOf(object);
    if (!record.isEmpty()) {
      return installed("metadata.name", object.id().namespace(), record);
    }
    Optional<String> name = object.text(NAME).filter(text -> !text.isEmpty());
    Optional<String> namespace = object.text(NAMESPACE).filter(text -> !text.isEmpty());
    return name.isEmpty() || namespace.isEmpty()
        ? Stream.of()
        : installed(NAME, namespace.get(), name.get());
  }

  private static Stream<Fact> installed(String path, String namespace, String release) {
    return Stream.of(
        new Fact.Reaches(
            Words.INSTALLED_BY,
            new Evidence(path, release),
            new Synthetic(Synthetic.Type.HELM_RELEASE, namespace, release)));
  }

  /// The release whose record this object is, or `""`.
  private static String recordOf(ObjectView object) {
    Kind kind = object.id().kind();
    String name = object.id().name();
    int revision = name.lastIndexOf(".v");
    boolean isRecord =
        (kind.equals(Words.SECRET) || kind.equals(Words.CONFIG_MAP))
            && name.startsWith(RECORD)
            && revision > RECORD.length()
            && name.substring(revision + 2).matches("[0-9]{1,9}");
    return isRecord ? name.substring(RECORD.length(), revision) : "";
  }
}
