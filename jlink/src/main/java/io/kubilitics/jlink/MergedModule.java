package io.kubilitics.jlink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The product and its libraries as one module, with what came with the jars but is not of the
/// module: licences by `jar/path`, native libraries, and the names of resources that several jars
/// had in different forms.
record MergedModule(
    List<Entry> content, Map<String, Entry> licences, List<Entry> natives, Set<String> duplicates) {
  /// Writes a modular jar. It is not compressed: it lives as long as it takes to link it.
  void writeTo(Path jar) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(jar), 1 << 20);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (Entry entry : content) {
        zip.putNextEntry(new ZipEntry(entry.path()));
        zip.write(entry.content());
        zip.closeEntry();
      }
    }
  }

  /// The product's fonts. Java looks for fonts beside itself too, and cannot draw where there is
  /// not a single one.
  List<Entry> fonts() {
    return content.stream()
        .filter(entry -> entry.path().endsWith(".ttf"))
        .filter(entry -> entry.path().startsWith("io/kubilitics/"))
        .toList();
  }

  void writeLicencesTo(Path folder) throws IOException {
    for (Map.Entry<String, Entry> licence : licences.entrySet()) {
      Path file = folder.resolve(licence.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, licence.getValue().content());
    }
  }
}
