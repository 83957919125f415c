package io.kubilitics.config;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.smallrye.config.source.yaml.YamlConfigSource;
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

  /// Reads one.
  ///
  /// @throws ProblemException when it cannot be read, is no YAML, or sets what is no setting
  static Map<String, String> read(Path file) {
    Map<String, String> settings;
    try {
      settings = new YamlConfigSource(file.toString(), Files.readString(file)).getProperties();
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.BadInput(file.toString(), "cannot be read: " + reason(e)));
    } catch (RuntimeException e) {
      throw new ProblemException(new Problem.BadInput(file.toString(), reason(e)));
    }
    return named(settings, file);
  }

  /// The settings by their names. The reader of YAML writes `"log.level"` for a key with a dot in
  /// it and `hosts[0]` for an element of a list, beside the whole list under its own name.
  private static Map<String, String> named(Map<String, String> read, Path file) {
    Map<String, String> settings = new TreeMap<>();
    read.forEach((key, value) -> {
      String name = key.replace("\"", "");
      String list = name.replaceFirst("\\[[0-9]+]$", "");
      if (!KNOWN.contains(list)) {
        throw new ProblemException(
            new Problem.BadInput(
                file.toString(), "'" + name + "' is no setting; there are " + KNOWN));
      }
      if (name.equals(list)) {
        settings.put(name, value);
      }
    });
    return settings;
  }

  /// The last thing the parser says, and where; before it come the surroundings, in many lines.
  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
    String what =
        lines.stream()
            .filter(line -> !line.startsWith(" "))
            .reduce((_, last) -> last)
            .orElse("is no YAML");
    String where =
        lines.stream()
            .filter(line -> line.startsWith(" in ") && line.contains(", line "))
            .reduce((_, last) -> last)
            .map(line -> line.substring(line.indexOf(", line ")).replace(":", ""))
            .orElse("");
    return what + where;
  }
}
