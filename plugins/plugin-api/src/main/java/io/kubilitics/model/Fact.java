package io.kubilitics.model;

import org.jspecify.annotations.Nullable;

/// What one rule read in one object. Only the engine turns facts into edges. Facts are values and
/// are shared between objects that say the same (all Pods of a ReplicaSet).
public sealed interface Fact {
  /// This object names that one.
  ///
  /// @param expectedUid uid the target must have, `""` when the reference gives none; another one
  ///   makes the edge stale
  /// @param permit what must allow the reference, or null when nothing needs to
  /// @param rank makes the fact a fallback, or null
  /// @param reversed true when the edge runs from the named object to this one
  /// @param inferred true when it only looks like a reference
  record Names(
      Relation relation,
      Evidence evidence,
      ResourceId target,
      Presence presence,
      String expectedUid,
      @Nullable PermitNeed permit,
      @Nullable Rank rank,
      boolean reversed,
      boolean inferred)
      implements Related {

    public Names(
        Relation relation,
        Evidence evidence,
        ResourceId target,
        Presence presence,
        String expectedUid,
        @Nullable PermitNeed permit,
        @Nullable Rank rank,
        boolean reversed) {
      this(relation, evidence, target, presence, expectedUid, permit, rank, reversed, false);
    }

    public Names(Relation relation, Evidence evidence, ResourceId target, Presence presence) {
      this(relation, evidence, target, presence, "", null, null, false);
    }

    public Names withPresence(Presence presence) {
      return new Names(
          relation, evidence, target, presence, expectedUid, permit, rank, reversed, inferred);
    }

    public Names withExpectedUid(String uid) {
      return new Names(relation, evidence, target, presence, uid, permit, rank, reversed, inferred);
    }

    public Names withPermit(PermitNeed need) {
      return new Names(
          relation, evidence, target, presence, expectedUid, need, rank, reversed, inferred);
    }

    public Names withRank(Rank rank) {
      return new Names(
          relation, evidence, target, presence, expectedUid, permit, rank, reversed, inferred);
    }

    public Names asReversed() {
      return new Names(
          relation, evidence, target, presence, expectedUid, permit, rank, true, inferred);
    }

    public Names asInferred() {
      return new Names(
          relation, evidence, target, presence, expectedUid, permit, rank, reversed, true);
    }
  }

  /// A reference that is denied unless an object of `grantKind` in the target's namespace permits
  /// it.
  ///
  /// @param section part of the target that is meant (a listener of a Gateway), `""` for any
  record PermitNeed(Kind grantKind, String section) {}

  /// An entry of `metadata.ownerReferences`; the edge runs from the owner to this object. As in
  /// Kubernetes' garbage collector the owner is looked up by kind, namespace and name, and its uid
  /// is compared: another uid means the owner was re-created, and the edge is stale. Without a uid
  /// on either side the name decides. An owner is never in another namespace.
  ///
  /// @param uid `""` in hand-written manifests
  /// @param scope of the owner's kind, which says where a missing owner would live
  record OwnedBy(
      Relation relation,
      Evidence evidence,
      String uid,
      Kind kind,
      String name,
      Scope scope,
      boolean controller)
      implements Related {}

  /// Every object of `kind` in `scope` whose labels, or offered labels, match.
  ///
  /// @param pick all of them, or only the newest
  record Selects(
      Relation relation,
      Evidence evidence,
      Kind kind,
      NamespaceScope scope,
      LabelSelector selector,
      Pick pick)
      implements Related {

    public Selects(
        Relation relation,
        Evidence evidence,
        Kind kind,
        NamespaceScope scope,
        LabelSelector selector) {
      this(relation, evidence, kind, scope, selector, Pick.ALL);
    }
  }

  /// How many of the matching objects a selection means.
  enum Pick {
    ALL,
    /// The one created last; of several created at once the first by name.
    NEWEST
  }

  /// This object stands in for one of `kind` with these labels, in its own namespace: a workload
  /// without Pods for its Pods, a PersistentVolumeClaim for its stem, a default class for
  /// `default`. Keys made up for that purpose begin with `%`, which no label key can.
  ///
  /// @param inferred true when edges found through this offer are inferred
  record Offers(Evidence evidence, Kind kind, Labels labels, boolean inferred) implements Fact {}

  /// References from objects of `fromKind` in `fromScope` to objects of `toKind` in this object's
  /// own namespace are allowed.
  ///
  /// @param toName `""` for every object of the kind
  /// @param section the only part of the target this permits, `""` for the whole
  record Permits(
      Evidence evidence,
      Kind fromKind,
      NamespaceScope fromScope,
      Kind toKind,
      String toName,
      String section)
      implements Fact {}

  /// This object refers to something that is no object of the cluster.
  ///
  /// @param rank makes the fact a fallback, or null
  /// @param reversed true when the edge runs from the synthetic node to this object
  record Reaches(
      Relation relation,
      Evidence evidence,
      Synthetic synthetic,
      @Nullable Rank rank,
      boolean reversed)
      implements Related {

    public Reaches(Relation relation, Evidence evidence, Synthetic synthetic) {
      this(relation, evidence, synthetic, null, false);
    }
  }

  /// This object, or what it makes Pods of, may be placed on every Node that meets these needs.
  ///
  /// @param evidence the specification that says so, for a node on which nothing depends
  record Places(Relation relation, Evidence evidence, NodeNeeds needs) implements Related {}

  /// This Node keeps Pods away that do not tolerate it.
  record Repels(Evidence evidence, NodeNeeds.Taint taint) implements Fact {}

  /// This object means others of a kind that a third object tells; nothing while that one does not
  /// say it.
  ///
  /// @param teller the object whose [Tells] counts
  /// @param namespace where the objects are when the kind has namespaces; `""` for none, so that no
  ///   object can be meant
  /// @param name of the one object that is meant, `""` when all are that match the selector
  record MeansTold(
      Relation relation,
      Evidence evidence,
      ResourceId teller,
      String namespace,
      String name,
      LabelSelector selector,
      Presence presence)
      implements Related {

    /// The fact this is for a kind, or null when no object can be meant.
    public @Nullable Fact of(Tells tells) {
      Kind kind = tells.kind();
      if (tells.scope() == Scope.NAMESPACED && namespace.isEmpty()) {
        return null;
      }
      String place = tells.scope() == Scope.CLUSTER ? "" : namespace;
      if (name.isEmpty()) {
        return new Selects(relation, evidence, kind, new NamespaceScope.In(place), selector);
      }
      boolean certain = tells.scope() != Scope.UNKNOWN || !place.isEmpty();
      return new Names(
          relation,
          evidence,
          new ResourceId(kind, place, name),
          certain ? presence : Presence.IF_EXISTS);
    }
  }

  /// Of which kind the objects are that others mean with [MeansTold].
  record Tells(Evidence evidence, Kind kind, Scope scope) implements Fact {}

  /// Where the fact was read.
  Evidence evidence();

  /// A fact that speaks of a relation; the others only help to find what such facts mean.
  sealed interface Related extends Fact {
    Relation relation();
  }
}
