package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects that tell how they are by words of their own. The first phase tells; further ones can
/// only make it worse. Where the first has no word that is known the usual conditions tell, and
/// without these the health is unknown, never a guess. A status that speaks of an older generation
/// is not believed.
public final class PhaseHealth implements HealthRule {
  private static final List<Status> WORST_FIRST =
      List.of(Status.FAILED, Status.DEGRADED, Status.PROGRESSING, Status.SUSPENDED);

  private final List<Phase> phases;
  private final HealthRule conditions;

  /// A field and what its words mean.
  ///
  /// @param words what they mean; `""` is the field that is not set, and counts for objects that a
  ///   cluster has seen
  /// @param reason what to say in place of the word, or `""`
  /// @param messages the fields that explain it; the first that is set counts
  public record Phase(
      FieldPath path, Map<String, Status> words, String reason, List<FieldPath> messages) {
    public Phase {
      words = Map.copyOf(words);
      messages = List.copyOf(messages);
    }

    /// What it says of an object, or null.
    private @Nullable Health of(KeptObject object) {
      String word = Values.text(object, path);
      Status status = words.get(word);
      if (status == null || (word.isEmpty() && !Observed.isInCluster(object))) {
        return null;
      }
      if (status == Status.HEALTHY) {
        return Health.HEALTHY;
      }
      String said = message(object);
      if (!reason.isEmpty() || word.indexOf(' ') < 0) {
        return new Health(status, reason.isEmpty() ? word : reason, said);
      }
      return new Health(status, "", said.isEmpty() ? word + "." : word + ": " + said);
    }

    private String message(KeptObject object) {
      for (FieldPath path : messages) {
        String said = Values.text(object, path);
        if (!said.isEmpty()) {
          return said;
        }
      }
      return "";
    }
  }

  /// The rule of a kind.
  ///
  /// @param phases at least one
  /// @param conditions types of the conditions that tell otherwise, none for the usual ones
  public PhaseHealth(List<Phase> phases, List<String> conditions) {
    this.phases = List.copyOf(phases);
    this.conditions = ConditionsHealth.of(conditions);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public Set<String> reads() {
    Set<String> reads = new HashSet<>(conditions.reads());
    for (Phase phase : phases) {
      reads.add(phase.path().toString());
      phase.messages().forEach(message -> reads.add(message.toString()));
    }
    return reads;
  }

  @Override
  public Health of(KeptObject object) {
    if (Observed.isBehind(object)) {
      return Observed.NOT_YET;
    }
    List<Health> said = new ArrayList<>();
    Health first = phases.getFirst().of(object);
    said.add(first != null ? first : conditions.of(object));
    for (Phase phase : phases.subList(1, phases.size())) {
      Health health = phase.of(object);
      if (health != null) {
        said.add(health);
      }
    }
    for (Status status : WORST_FIRST) {
      for (Health health : said) {
        if (health.status() == status) {
          return health;
        }
      }
    }
    return said.getFirst();
  }
}
