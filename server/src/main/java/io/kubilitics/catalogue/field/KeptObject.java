package io.kubilitics.catalogue.field;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.plugin.ObjectView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kept fields of one object and who it is.
public final class KeptObject extends KeptField implements ObjectView {
  private final KindNames kinds;
  private final String version;
  private @Nullable ResourceId id;
  private Labels labels = Labels.NONE;
  private int namesLeftOut;
  private boolean askedInVain;

  public KeptObject(KindNames kinds, String version) {
    this.kinds = kinds;
    this.version = version;
  }

  /// Called once, when `metadata` has been read and before any rule.
  public void identify(ResourceId id, Labels labels) {
    this.id = id;
    this.labels = labels;
  }

  /// Tells of names in texts that were too many to be looked at.
  public void leaveOut(int names) {
    namesLeftOut += names;
  }

  /// How many names were left out by the rules that have run.
  public int namesLeftOut() {
    return namesLeftOut;
  }

  @Override
  public ResourceId id() {
    if (id == null) {
      throw new IllegalStateException("the object is not read yet");
    }
    return id;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Labels labels() {
    return labels;
  }

  @Override
  public Scope scopeOf(Kind kind) {
    Scope scope = kinds.scopeOf(kind);
    askedInVain |= scope == Scope.UNKNOWN;
    return scope;
  }

  /// Whether a rule asked for a scope that is not known, so that a definition of that kind may
  /// change what the rule finds.
  public boolean askedInVain() {
    return askedInVain;
  }

  /// The kind a word means; see [KindNames#kind].
  public Optional<Kind> kind(String word) {
    return kinds.kind(word);
  }

  @Override
  public Kind kindOf(String apiVersion, String name) {
    return kinds.kindOf(apiVersion, name);
  }
}
