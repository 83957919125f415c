package io.kubilitics.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One object of a cluster as everything above the sources sees it: a packed, immutable record of
/// about 300 bytes. The body is not kept.
///
/// Two states of an object are equal when nothing differs but its `resourceVersion` and what the
/// catalogue ignores; [#digest] stands for the fields that are in no other part of the record.
public final class Resource {
  private static final long NO_TIME = Long.MIN_VALUE;
  private static final Fact[] NO_FACTS = new Fact[0];

  private final ResourceId id;
  private final String version;
  private final long uidHigh;
  private final long uidLow;
  private final @Nullable String oddUid;
  private final long createdAtSecond;
  private final Labels labels;
  private final Health health;
  private final Fact[] facts;
  private final Features features;
  private final long digest;

  private Resource(Builder builder) {
    id = builder.id;
    version = builder.version;
    if (Uid.isCanonical(builder.uid)) {
      Uid uid = Uid.parse(builder.uid);
      uidHigh = uid.high();
      uidLow = uid.low();
      oddUid = null;
    } else {
      uidHigh = 0;
      uidLow = 0;
      oddUid = builder.uid;
    }
    createdAtSecond = builder.createdAt == null ? NO_TIME : builder.createdAt.getEpochSecond();
    labels = builder.labels;
    health = builder.health;
    facts = builder.facts.isEmpty() ? NO_FACTS : builder.facts.toArray(Fact[]::new);
    features = builder.features;
    digest = builder.digest;
  }

  public static Builder builder(ResourceId id) {
    return new Builder(id);
  }

  public ResourceId id() {
    return id;
  }

  public Kind kind() {
    return id.kind();
  }

  /// The API version it was read with, without the group: `v1`, `v1beta1`.
  public String version() {
    return version;
  }

  /// `""` for an object that was never in a cluster.
  public String uid() {
    return oddUid != null ? oddUid : new Uid(uidHigh, uidLow).toString();
  }

  public boolean hasUid() {
    return oddUid == null || !oddUid.isEmpty();
  }

  /// Whether this object has exactly this uid.
  public boolean hasUid(String uid) {
    return uid().equals(uid);
  }

  /// To the second, as API servers give it.
  public Optional<Instant> createdAt() {
    return createdAtSecond == NO_TIME
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(createdAtSecond));
  }

  public Labels labels() {
    return labels;
  }

  public Health health() {
    return health;
  }

  /// In the order in which the rules read them.
  public List<Fact> facts() {
    return Collections.unmodifiableList(Arrays.asList(facts));
  }

  /// One of [#facts], without a view of the list.
  public Fact fact(int index) {
    return facts[index];
  }

  public int factCount() {
    return facts.length;
  }

  public Features features() {
    return features;
  }

  /// Hash of all fields that count as a change.
  public long digest() {
    return digest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Resource that
            && digest == that.digest
            && uidHigh == that.uidHigh
            && uidLow == that.uidLow
            && createdAtSecond == that.createdAtSecond
            && id.equals(that.id)
            && uid().equals(that.uid())
            && version.equals(that.version)
            && labels.equals(that.labels)
            && health.equals(that.health)
            && features.equals(that.features)
            && Arrays.equals(facts, that.facts));
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + Long.hashCode(digest);
  }

  @Override
  public String toString() {
    return id.toString();
  }

  /// Collects the parts of a resource; one thread, one use.
  public static final class Builder {
    private final ResourceId id;
    private String version = "";
    private String uid = "";
    private @Nullable Instant createdAt;
    private Labels labels = Labels.NONE;
    private Health health = Health.UNKNOWN;
    private List<Fact> facts = List.of();
    private Features features = Features.NONE;
    private long digest;

    private Builder(ResourceId id) {
      this.id = id;
    }

    public Builder version(String version) {
      this.version = version;
      return this;
    }

    public Builder uid(String uid) {
      this.uid = uid;
      return this;
    }

    public Builder createdAt(@Nullable Instant createdAt) {
      this.createdAt = createdAt;
      return this;
    }

    public Builder labels(Labels labels) {
      this.labels = labels;
      return this;
    }

    public Builder health(Health health) {
      this.health = health;
      return this;
    }

    public Builder facts(List<Fact> facts) {
      this.facts = facts;
      return this;
    }

    public Builder features(Features features) {
      this.features = features;
      return this;
    }

    public Builder digest(long digest) {
      this.digest = digest;
      return this;
    }

    public Resource build() {
      return new Resource(this);
    }
  }
}
