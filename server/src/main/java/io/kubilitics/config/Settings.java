package io.kubilitics.config;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All settings: flag > environment > file > default. Immutable.
public final class Settings {
  private static final Path MACHINE = Path.of("/etc/kubilitics");

  /// A value and where it was found.
  private record Found(String value, String place) {}

  private final Map<Setting, Found> found = new EnumMap<>(Setting.class);

  private Settings() {}

  /// Reads all there is.
  ///
  /// @param flags what stands on the command line
  /// @param file the file that was named, or null to look in the usual places
  /// @throws ProblemException for what makes no sense, with its place
  public static Settings read(
      Map<Setting, String> flags, @Nullable Path file, Map<String, String> variables) {
    return read(flags, file, variables, MACHINE);
  }

  static Settings read(
      Map<Setting, String> flags,
      @Nullable Path file,
      Map<String, String> variables,
      Path machine) {
    Settings settings = new Settings();
    flags.forEach((setting, value) -> settings.add(setting, value, "the command line"));
    settings.addAll(Environment.settings(variables), "the environment");
    for (Path present : SettingsFiles.present(file, variables, machine)) {
      settings.addAll(SettingsFiles.read(present), present.toString());
    }
    for (Setting setting : Setting.values()) {
      settings.add(setting, setting.byDefault(), "the defaults");
    }
    return settings;
  }

  private void addAll(Map<String, String> values, String place) {
    for (Setting setting : Setting.values()) {
      @Nullable String value = values.get(setting.text());
      if (value != null) {
        add(setting, value, place);
      }
    }
  }

  /// What was added first counts.
  private void add(Setting setting, String value, String place) {
    found.putIfAbsent(setting, new Found(value, setting.text() + " in " + place));
  }

  public String text(Setting setting) {
    return found(setting).value();
  }

  public int number(Setting setting, int lowest, int highest) {
    String text = text(setting);
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < lowest || number > highest) {
      throw bad(setting, "'" + text + "' is no number from " + lowest + " to " + highest);
    }
    return number;
  }

  /// Words that were separated by commas, or a list in a file.
  public List<String> words(Setting setting) {
    return Arrays.stream(text(setting).split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// A complaint about a value, with the place where it stands.
  public ProblemException bad(Setting setting, String reason) {
    return new ProblemException(new Problem.BadInput(found(setting).place(), reason));
  }

  private Found found(Setting setting) {
    Found one = found.get(setting);
    if (one == null) {
      throw new IllegalStateException("setting " + setting + " was not read");
    }
    return one;
  }
}
