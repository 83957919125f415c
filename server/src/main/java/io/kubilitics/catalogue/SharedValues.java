package io.kubilitics.catalogue;

import io.kubilitics.catalogue.mask.SecretText;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Labels;
import io.kubilitics.model.ResourceId;
import org.jspecify.annotations.Nullable;

/// Gives equal values one instance, as far as it remembers: all Pods of a workload then share their
/// labels and facts. It remembers a fixed number of values, each in the one place its hash says, so
/// it never grows and never needs cleaning.
///
/// Used by any thread without locks: a lost write costs a second instance, and values are immutable
/// with final fields, so nobody can see one half-made.
final class SharedValues {
  private final Places strings = new Places(1 << 15);
  private final Places labels = new Places(1 << 13);
  private final Places evidence = new Places(1 << 15);
  private final Places ids = new Places(1 << 14);
  private final Places facts = new Places(1 << 16);
  private final Places health = new Places(1 << 8);

  String text(String text) {
    return strings.shared(text);
  }

  Labels labels(Labels wanted) {
    Labels known = labels.find(wanted);
    if (known != null) {
      return known;
    }
    java.util.SortedMap<String, String> shared = new java.util.TreeMap<>();
    wanted.forEach((key, value) -> shared.put(text(key), text(value)));
    return labels.remember(Labels.of(shared));
  }

  Health health(Health wanted) {
    return health.shared(wanted);
  }

  Fact fact(Fact wanted) {
    int hash = hash(wanted);
    Fact known = facts.find(wanted, hash);
    return known != null ? known : facts.remember(withSharedParts(wanted), hash);
  }

  /// Cheap, and good enough to find a place: two facts read at the same path with the same value
  /// and target differ in little.
  private static int hash(Fact fact) {
    Evidence evidence = fact.evidence();
    int hash = evidence.path().hashCode() * 31 + evidence.value().hashCode();
    return switch (fact) {
      case Fact.Names names -> hash * 31 + names.target().hashCode();
      case Fact.OwnedBy owned -> hash * 31 + owned.uid().hashCode();
      case Fact.Selects selects -> hash * 31 + selects.scope().hashCode();
      case Fact.Offers _ -> hash + 1;
      case Fact.Permits permits -> hash * 31 + permits.toName().hashCode();
      case Fact.Reaches _ -> hash + 2;
      case Fact.Places places -> hash * 31 + places.needs().hashCode();
      case Fact.Repels _ -> hash + 3;
      case Fact.MeansTold means -> hash * 31 + means.teller().hashCode();
      case Fact.Tells _ -> hash + 4;
    };
  }

  private Fact withSharedParts(Fact fact) {
    return switch (fact) {
      case Fact.Names names ->
          new Fact.Names(
              names.relation(),
              evidence(names.evidence()),
              id(names.target()),
              names.presence(),
              text(names.expectedUid()),
              names.permit(),
              names.rank(),
              names.reversed(),
              names.inferred());
      case Fact.OwnedBy owned ->
          new Fact.OwnedBy(
              owned.relation(),
              evidence(owned.evidence()),
              owned.uid(),
              owned.kind(),
              text(owned.name()),
              owned.scope(),
              owned.controller());
      case Fact.Selects selects ->
          new Fact.Selects(
              selects.relation(),
              evidence(selects.evidence()),
              selects.kind(),
              selects.scope(),
              selects.selector(),
              selects.pick());
      case Fact.Offers offers ->
          new Fact.Offers(
              evidence(offers.evidence()),
              offers.kind(),
              labels(offers.labels()),
              offers.inferred());
      case Fact.Permits permits ->
          new Fact.Permits(
              evidence(permits.evidence()),
              permits.fromKind(),
              permits.fromScope(),
              permits.toKind(),
              permits.toName(),
              permits.section());
      case Fact.Reaches reaches ->
          new Fact.Reaches(
              reaches.relation(),
              evidence(reaches.evidence()),
              reaches.synthetic(),
              reaches.rank(),
              reaches.reversed());
      case Fact.Places places ->
          new Fact.Places(places.relation(), evidence(places.evidence()), places.needs());
      case Fact.Repels repels -> new Fact.Repels(evidence(repels.evidence()), repels.taint());
      case Fact.MeansTold _, Fact.Tells _ -> fact; // one for each policy
    };
  }

  /// Whatever a rule read, a credential in it is not kept.
  private Evidence evidence(Evidence wanted) {
    Evidence known = evidence.find(wanted);
    return known != null
        ? known
        : evidence.remember(
            new Evidence(
                text(wanted.path()),
                text(SecretText.covered(wanted.value())),
                text(wanted.key()),
                text(wanted.attributes())));
  }

  private ResourceId id(ResourceId wanted) {
    ResourceId known = ids.find(wanted);
    return known != null
        ? known
        : ids.remember(
            new ResourceId(wanted.kind(), text(wanted.namespace()), text(wanted.name())));
  }

  /// A fixed number of places, a power of two.
  private static final class Places {
    private final @Nullable Object[] values;

    Places(int count) {
      values = new Object[count];
    }

    <T> @Nullable T find(T wanted) {
      return find(wanted, wanted.hashCode());
    }

    @SuppressWarnings("unchecked") // equal values are of one type: each family has its own places
    <T> @Nullable T find(T wanted, int hash) {
      Object value = values[place(hash)];
      return wanted.equals(value) ? (T) value : null;
    }

    <T> T remember(T value) {
      return remember(value, value.hashCode());
    }

    <T> T remember(T value, int hash) {
      values[place(hash)] = value;
      return value;
    }

    <T> T shared(T wanted) {
      T known = find(wanted);
      return known != null ? known : remember(wanted);
    }

    private int place(int hash) {
      int spread = hash * 0x9E3779B9;
      return (spread ^ (spread >>> 16)) & (values.length - 1);
    }
  }
}
