package io.kubilitics.source.cluster.credential;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the file of a program as an exec without a shell does, but never in the folder one happens
/// to be in: folders of `PATH` that are not absolute are passed over.
final class ProgramPath {
  /// On Windows; scripts (`.bat`, `.cmd`) would be read by a shell.
  private static final List<String> WINDOWS = List.of("", ".exe", ".com");

  private static final List<String> ELSEWHERE = List.of("");

  private ProgramPath() {}

  /// The file that would be run.
  ///
  /// @param search the value of `PATH`, or null
  /// @return an absolute path, or null when there is none that can be run
  static @Nullable Path find(String command, @Nullable String search) {
    try {
      if (command.contains("/") || command.contains(File.separator)) {
        Path path = Path.of(command);
        return path.isAbsolute() ? runnable(path) : null;
      }
      if (search == null) {
        return null;
      }
      for (String folder : search.split(File.pathSeparator, -1)) {
        Path path = folder.isEmpty() ? null : Path.of(folder);
        Path found = path != null && path.isAbsolute() ? runnable(path.resolve(command)) : null;
        if (found != null) {
          return found;
        }
      }
      return null;
    } catch (InvalidPathException _) {
      return null;
    }
  }

  private static @Nullable Path runnable(Path path) {
    for (String ending : File.separatorChar == '\\' ? WINDOWS : ELSEWHERE) {
      Path file = path.resolveSibling(path.getFileName() + ending).normalize();
      if (Files.isRegularFile(file) && Files.isExecutable(file) && !isScriptOfAShell(file)) {
        return file;
      }
    }
    return null;
  }

  private static boolean isScriptOfAShell(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".bat") || name.endsWith(".cmd");
  }
}
