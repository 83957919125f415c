package io.kubilitics.config;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The settings that stand in the environment. `…_FILE` names a file that holds the value, which is
/// how secrets are handed to containers.
final class Environment {
  private static final String IN_FILE = "_FILE";

  /// What Kubernetes itself puts into `KUBILITICS_PORT` of every Pod next to a Service called
  /// `kubilitics`.
  private static final String SERVICE_LINK = "tcp://";

  private Environment() {}

  /// The settings by their names in files.
  static Map<String, String> settings(Map<String, String> variables) {
    Map<String, String> settings = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      String variable = setting.variable();
      @Nullable String value = variables.get(variable);
      @Nullable String file = variables.get(variable + IN_FILE);
      if (value != null && file != null) {
        throw bad(variable, "is set, and " + variable + IN_FILE + " too; only one can count");
      }
      if (file != null) {
        value = read(variable + IN_FILE, file);
      }
      if (value != null && !value.isEmpty() && !value.startsWith(SERVICE_LINK)) {
        settings.put(setting.text(), value);
      }
    }
    return settings;
  }

  private static String read(String variable, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw bad(variable, "cannot read " + file + ": " + e.getClass().getSimpleName());
    }
  }

  private static ProblemException bad(String where, String reason) {
    return new ProblemException(new Problem.BadInput(where, reason));
  }
}
