package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fields that name another object.
///
/// @param paths the fields that hold a reference; they are the evidence
/// @param when all must hold for a reference
/// @param name the name in the reference, the reference itself when it is a scalar
/// @param optional a field that says `true` when the target may be missing, or null
/// @param keys where the reference names a part of its target; the first that is there counts
/// @param uid the field with the target's uid, or null
/// @param grant kind that must permit references into another namespace, or null
/// @param reversed true when the edge runs from the named object to this one
/// @param absent the name that holds when the field is not there but its parent is, `""` for none;
///   such a reference never makes a ghost. With it the paths are names of one field, and the first
///   that is set counts
/// @param foreign a text in names of what is no object of the cluster, `""` for none
public record NamesRule(
    Relation relation,
    List<FieldPath> paths,
    List<Condition> when,
    FieldPath name,
    Target target,
    NamespacePolicy namespace,
    Presence presence,
    @Nullable FieldPath optional,
    List<FieldPath> keys,
    @Nullable FieldPath uid,
    @Nullable Kind grant,
    boolean reversed,
    String absent,
    String foreign)
    implements DeclaredRule {
  public NamesRule {
    paths = List.copyOf(paths);
    when = List.copyOf(when);
    keys = List.copyOf(keys);
  }

  @Override
  public NamesRule below(FieldPath prefix) {
    return new NamesRule(
        relation,
        paths.stream().map(prefix::then).toList(),
        when,
        name,
        target,
        namespace,
        presence,
        optional,
        keys,
        uid,
        grant,
        reversed,
        absent,
        foreign);
  }

  @Override
  public List<FieldPath> reads() {
    List<FieldPath> beside = new ArrayList<>();
    beside.add(name);
    beside.addAll(target.reads());
    beside.addAll(namespace.reads());
    when.forEach(condition -> beside.add(condition.path()));
    beside.addAll(keys);
    if (optional != null) {
      beside.add(optional);
    }
    if (uid != null) {
      beside.add(uid);
    }
    List<FieldPath> reads = new ArrayList<>();
    for (FieldPath path : paths) {
      beside.forEach(field -> reads.add(path.then(field)));
    }
    return reads;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    if (!absent.isEmpty()) {
      readFirst(object, found);
      return;
    }
    for (FieldPath path : paths) {
      object.walk(path, anchor -> read(anchor, object, found));
    }
  }

  /// The paths are old and new names of one field.
  private void readFirst(KeptObject object, Consumer<Fact> found) {
    boolean isThere = false;
    for (FieldPath path : paths) {
      KeptField anchor = object.first(path);
      isThere |= anchor != null;
      String named = anchor == null ? null : anchor.scalar();
      if (anchor != null && named != null && !named.isEmpty()) {
        read(anchor, object, found);
        return;
      }
    }
    if (!isThere) {
      readAbsent(paths.getFirst(), object, found);
    }
  }

  private void read(KeptField anchor, KeptObject object, Consumer<Fact> found) {
    String named = anchor.scalar(name);
    if (named == null
        || named.isEmpty()
        || (!foreign.isEmpty() && named.contains(foreign))
        || !Condition.allHold(when, anchor)) {
      return;
    }
    Kind kind = target.kind(anchor, object);
    if (kind == null) {
      return;
    }
    Evidence evidence = new Evidence(anchor.path(), named, key(anchor));
    Presence presence = presence(anchor);
    String namespace = this.namespace.namespace(anchor, object.id());
    switch (object.scopeOf(kind)) {
      case CLUSTER -> found.accept(fact(evidence, anchor, kind, "", named, presence, object));
      case NAMESPACED -> {
        if (!namespace.isEmpty()) {
          found.accept(fact(evidence, anchor, kind, namespace, named, presence, object));
        }
      }
      case UNKNOWN -> {
        if (this.namespace.isSaid(anchor)) {
          found.accept(fact(evidence, anchor, kind, namespace, named, presence, object));
          return;
        }
        // Either place is right if the object is there; a ghost in the wrong one would be a lie.
        Presence either = presence == Presence.PRODUCES ? presence : Presence.IF_EXISTS;
        if (!namespace.isEmpty()) {
          found.accept(fact(evidence, anchor, kind, namespace, named, either, object));
        }
        found.accept(fact(evidence, anchor, kind, "", named, Presence.IF_EXISTS, object));
      }
    }
  }

  private void readAbsent(FieldPath path, KeptObject object, Consumer<Fact> found) {
    FieldPath parent = path.parent();
    if (!(target instanceof Target.Fixed(Kind kind))
        || (!parent.isSelf() && object.first(parent) == null)) {
      return;
    }
    String namespace = object.scopeOf(kind) == Scope.CLUSTER ? "" : object.id().namespace();
    found.accept(
        new Fact.Names(
            relation,
            new Evidence(path.toString(), absent),
            new ResourceId(kind, namespace, absent),
            Presence.IF_EXISTS));
  }

  private Fact fact(
      Evidence evidence,
      KeptField anchor,
      Kind kind,
      String namespace,
      String named,
      Presence presence,
      KeptObject object) {
    String expectedUid = uid == null ? null : anchor.scalar(uid);
    boolean needsGrant =
        grant != null && !namespace.isEmpty() && !namespace.equals(object.id().namespace());
    return new Fact.Names(
        relation,
        evidence,
        new ResourceId(kind, namespace, named),
        presence,
        expectedUid == null ? "" : expectedUid,
        needsGrant && grant != null ? new Fact.PermitNeed(grant, "") : null,
        null,
        reversed);
  }

  private Presence presence(KeptField anchor) {
    return optional != null && "true".equals(anchor.scalar(optional))
        ? Presence.OPTIONAL
        : presence;
  }

  private String key(KeptField anchor) {
    for (FieldPath path : keys) {
      String key = anchor.scalar(path);
      if (key != null) {
        return key;
      }
    }
    return "";
  }
}
