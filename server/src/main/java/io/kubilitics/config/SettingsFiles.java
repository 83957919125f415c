package io.kubilitics.config;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// The files that hold settings: the one that was named, or else the user's before the machine's.
final class SettingsFiles {
  static final String NAME = "kubilitics.yaml";

  private static final Set<String> KNOWN =
      Arrays.stream(Setting.values())
          .map(Setting::text)
          .collect(Collectors.toCollection(TreeSet::new));

  private SettingsFiles() {}

  /// Those that are there, the one that counts most first.
  static List<Path> present(@Nullable Path named, Map<String, String> variables, Path machine) {
    if (named != null) {
      return List.of(named);
    }
    List<Path> places = new ArrayList<>();
    String configHome = variables.getOrDefault("XDG_CONFIG_HOME", "");
    String home = variables.getOrDefault("HOME", "");
    if (configHome.startsWith("/")) {
      places.add(Path.of(configHome, "kubilitics", NAME));
    } else if (!home.isEmpty()) {
      places.add(Path.of(home, ".config", "kubilitics", NAME));
    }
    places.add(machine.resolve(NAME));
    return places.stream().filter(Files::isRegularFile).toList();
  }

  /// The settings of one file by their names. `log: {level: info}` and `log.level: info` are the
  /// same; a list is its words with commas between them.
  ///
  /// @throws ProblemException when it cannot be read, is no YAML, or sets what is no setting
  static Map<String, String> read(Path file) {
    Map<String, String> settings = new TreeMap<>();
    flatten("", parsed(file), settings);
    for (String name : settings.keySet()) {
      if (!KNOWN.contains(name)) {
        throw bad(
            file,
            name.isEmpty()
                ? "holds no setting; write them as name: value"
                : "'" + name + "' is no setting; there are " + KNOWN);
      }
    }
    return settings;
  }

  private static @Nullable Object parsed(Path file) {
    LoadSettings plainText = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    try {
      return new Load(plainText).loadFromString(Files.readString(file));
    } catch (MarkedYamlEngineException e) {
      String where = e.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
      throw bad(file, e.getProblem() + where);
    } catch (YamlEngineException e) {
      throw bad(file, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException _) {
      throw bad(file, "no such file");
    } catch (IOException e) {
      throw bad(file, "cannot be read: " + e.getMessage());
    }
  }

  private static void flatten(String name, @Nullable Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> fields) {
      fields.forEach(
          (key, field) -> flatten(name.isEmpty() ? "" + key : name + "." + key, field, into));
    } else if (value instanceof List<?> elements) {
      into.put(name, elements.stream().map(String::valueOf).collect(Collectors.joining(",")));
    } else if (value != null) {
      into.put(name, value.toString());
    }
  }

  private static ProblemException bad(Path file, String reason) {
    return new ProblemException(new Problem.BadInput(file.toString(), reason));
  }
}
