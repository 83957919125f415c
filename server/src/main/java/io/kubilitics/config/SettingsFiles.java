package io.kubilitics.config;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  static YamlConfigSource read(Path file, int ordinal) {
    YamlConfigSource source;
    try {
      source = new YamlConfigSource(file.toString(), Files.readString(file), ordinal);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.BadInput(file.toString(), "cannot be read: " + reason(e)));
    } catch (RuntimeException e) {
      throw new ProblemException(new Problem.BadInput(file.toString(), reason(e)));
    }
    for (String name : new TreeSet<>(source.getPropertyNames())) {
      if (!KNOWN.contains(name)) {
        throw new ProblemException(
            new Problem.BadInput(
                file.toString(), "'" + name + "' is no setting; there are " + KNOWN));
      }
    }
    return source;
  }

  /// The parser's first line says what is wrong, a later one where.
  private static String reason(Exception e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such file";
    }
    String message = String.valueOf(e.getMessage());
    String where =
        message.lines().filter(line -> line.contains(", line ")).findFirst().orElse("").strip();
    return message.lines().findFirst().orElse("is no YAML") + (where.isEmpty() ? "" : " " + where);
  }
}
