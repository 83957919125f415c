package io.kubilitics.jlink;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/// A jar of the run-time class path, seen as JDK 25 sees it: of a class in several releases only
/// the newest that fits.
record RuntimeJar(Path file) {
  /// The jars that a file holding a class path names, in order.
  static List<RuntimeJar> onClassPath(Path listing) throws IOException {
    return Arrays.stream(Files.readString(listing).strip().split(File.pathSeparator))
        .map(Path::of)
        .map(RuntimeJar::new)
        .toList();
  }

  /// `jetty-server-12.1.12.jar` without the ending.
  String name() {
    return file.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  List<Entry> entries() throws IOException {
    try (JarFile jar =
        new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.Version.parse("25"))) {
      return jar.versionedStream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> read(jar, entry))
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException("cannot read " + file, e.getCause());
    }
  }

  private static Entry read(JarFile jar, JarEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      return new Entry(entry.getName(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
