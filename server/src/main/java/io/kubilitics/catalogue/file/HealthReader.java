package io.kubilitics.catalogue.file;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.health.ConditionsHealth;
import io.kubilitics.catalogue.health.HealthRule;
import io.kubilitics.catalogue.health.PhaseHealth;
import io.kubilitics.catalogue.health.PhaseHealth.Phase;
import io.kubilitics.model.Health.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the field `health` of a kind.
final class HealthReader {
  private static final String CONDITIONS = "conditions";
  private static final String PHASE = "phase";
  private static final Set<String> PHASE_FIELDS = phaseFields();
  private static final Set<String> FIRST_FIELDS = with(PHASE_FIELDS, CONDITIONS);

  /// What one word says of all objects of a kind.
  private enum Word {
    UNKNOWN,
    ALWAYS_HEALTHY,
    CONDITIONS
  }

  private HealthReader() {}

  static HealthRule read(YamlNode.Mapping kind) {
    return switch (kind.get("health")) {
      case YamlNode.Mapping health when health.get(PHASE) == null -> conditions(health);
      case YamlNode.Mapping health -> phases(List.of(health));
      case YamlNode.Sequence list -> {
        if (list.items().isEmpty()) {
          throw new InvalidFileException(list.line(), "'health' names no phase");
        }
        yield phases(list.items().stream().map(YamlNode::asMapping).toList());
      }
      case null, default ->
          switch (Choice.read(kind, "health", Word.values(), Word.UNKNOWN)) {
            case UNKNOWN -> HealthRule.UNKNOWN;
            case ALWAYS_HEALTHY -> HealthRule.ALWAYS_HEALTHY;
            case CONDITIONS -> ConditionsHealth.OF_CUSTOM_KINDS;
          };
    };
  }

  private static HealthRule conditions(YamlNode.Mapping health) {
    health.allowOnly(FIRST_FIELDS);
    return ConditionsHealth.of(types(health));
  }

  private static List<String> types(YamlNode.Mapping health) {
    List<String> types = health.texts(CONDITIONS);
    if (types.isEmpty() || types.contains("")) {
      throw new InvalidFileException(health.line(), "'conditions' names types of conditions");
    }
    return types;
  }

  private static HealthRule phases(List<YamlNode.Mapping> fields) {
    YamlNode.Mapping first = fields.getFirst();
    first.allowOnly(FIRST_FIELDS);
    fields.subList(1, fields.size()).forEach(further -> further.allowOnly(PHASE_FIELDS));
    return new PhaseHealth(
        fields.stream().map(HealthReader::phase).toList(),
        first.get(CONDITIONS) == null ? List.of() : types(first));
  }

  private static Phase phase(YamlNode.Mapping field) {
    Map<String, Status> words = new HashMap<>();
    for (Status status : Status.values()) {
      for (String word : field.texts(status.text())) {
        if (words.put(word, status) != null) {
          throw new InvalidFileException(field.line(), "the word '" + word + "' is there twice");
        }
      }
    }
    if (words.isEmpty()) {
      throw new InvalidFileException(field.line(), "'phase' has no words that mean something");
    }
    YamlNode message = field.get("message");
    return new Phase(
        path(field),
        words,
        field.text("reason", ""),
        message == null ? List.of() : Paths.readAll(message));
  }

  private static FieldPath path(YamlNode.Mapping field) {
    YamlNode path = field.get(PHASE);
    if (path == null) {
      throw new InvalidFileException(field.line(), "the field 'phase' is missing");
    }
    return Paths.read(path);
  }

  private static Set<String> phaseFields() {
    Set<String> fields = new HashSet<>(Set.of(PHASE, "reason", "message"));
    for (Status status : Status.values()) {
      if (status != Status.UNKNOWN) {
        fields.add(status.text());
      }
    }
    return Set.copyOf(fields);
  }

  private static Set<String> with(Set<String> fields, String further) {
    List<String> all = new ArrayList<>(fields);
    all.add(further);
    return Set.copyOf(all);
  }
}
