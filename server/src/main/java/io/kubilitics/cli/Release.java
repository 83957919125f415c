package io.kubilitics.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which build this is, as the build wrote it down.
///
/// @param commit `""` when the build was not told
record Release(String version, String commit) {
  private static final String FILE = "release.properties";

  static Release ofThisProgram() {
    try (InputStream file = Release.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not in the build");
      }
      Properties properties = new Properties();
      properties.load(file);
      return new Release(
          properties.getProperty("version", ""), properties.getProperty("commit", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
