package io.kubilitics.config;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/// All settings: flag > environment > file > default. Immutable.
public final class Settings {
  private static final Path MACHINE = Path.of("/etc/kubilitics");
  private static final int FLAGS = 400;
  private static final int ENVIRONMENT = 300;
  private static final int FIRST_FILE = 200;
  private static final int DEFAULTS = 100;

  /// One place where settings stand.
  private static final class Source extends MapBackedConfigSource {
    private Source(Map<String, String> settings, String place, int ordinal) {
      super(place, settings, ordinal);
    }
  }

  /// A value and where it was found.
  private record Found(String value, String place) {}

  private final Map<Setting, Found> found = new EnumMap<>(Setting.class);

  private Settings(SmallRyeConfig config) {
    for (Setting setting : Setting.values()) {
      ConfigValue value = config.getConfigValue(setting.text());
      String text = value.getValue() == null ? setting.byDefault() : value.getValue();
      found.put(setting, new Found(text, setting.text() + " in " + value.getSourceName()));
    }
  }

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
    Map<String, String> given = new TreeMap<>();
    flags.forEach((setting, value) -> given.put(setting.text(), value));
    Map<String, String> defaults = new TreeMap<>();
    Arrays.stream(Setting.values())
        .filter(setting -> !setting.byDefault().isEmpty())
        .forEach(setting -> defaults.put(setting.text(), setting.byDefault()));
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withSources(
                new Source(given, "the command line", FLAGS),
                new Source(Environment.settings(variables), "the environment", ENVIRONMENT),
                new Source(defaults, "the defaults", DEFAULTS));
    int ordinal = FIRST_FILE;
    for (Path present : SettingsFiles.present(file, variables, machine)) {
      builder.withSources(new Source(SettingsFiles.read(present), present.toString(), ordinal--));
    }
    return new Settings(builder.build());
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
