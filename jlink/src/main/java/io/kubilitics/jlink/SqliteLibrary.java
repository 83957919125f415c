package io.kubilitics.jlink;

import java.util.List;
import java.util.Locale;

/// SQLite's native library for the machine that links. The driver's jar carries two dozen of them.
final class SqliteLibrary {
  private SqliteLibrary() {}

  static Entry forThisMachine(List<Entry> natives) {
    return pick(natives, System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Entry pick(List<Entry> natives, String osName, String osArch) {
    String folder = "org/sqlite/native/" + system(osName) + "/" + architecture(osArch) + "/";
    return natives.stream()
        .filter(library -> library.path().startsWith(folder))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no SQLite for " + folder));
  }

  private static String system(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "Mac";
    }
    return name.startsWith("windows") ? "Windows" : "Linux";
  }

  private static String architecture(String osArch) {
    return osArch.equals("amd64") ? "x86_64" : osArch;
  }
}
