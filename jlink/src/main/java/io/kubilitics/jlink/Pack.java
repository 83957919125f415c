package io.kubilitics.jlink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Packs the image in `TARGET/image` into one archive, the same bytes for the same image: files in
/// order, no owner, one time for all.
final class Pack {
  private static final FileTime TIME = FileTime.fromMillis(1_793_491_200_000L); // 2026-11-01
  private static final int EXECUTABLE = 0755;
  private static final int READABLE = 0644;

  private Pack() {}

  static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path image = target.resolve("image");
    String name = "kubilitics-" + system();
    Path archive = target.resolve(name + ".tar.xz");
    Path unfinished = target.resolve(name + ".tar.xz.part");
    if (isNewer(archive, target.resolve("image.built"))) {
      return;
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16);
        XZOutputStream xz = new XZOutputStream(file, new LZMA2Options(LZMA2Options.PRESET_MAX));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(xz)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path path : files(image)) {
        add(tar, name + "/" + image.relativize(path), path);
      }
    }
    Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
    System.err.println("jlink: packed " + archive + ", " + Files.size(archive) / 1_000_000 + " MB");
  }

  private static boolean isNewer(Path archive, Path image) throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(image)) > 0;
  }

  private static List<Path> files(Path image) throws IOException {
    try (Stream<Path> paths = Files.walk(image)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(TarArchiveOutputStream tar, String name, Path file) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(Files.size(file));
    entry.setModTime(TIME);
    entry.setMode(Files.isExecutable(file) ? EXECUTABLE : READABLE);
    tar.putArchiveEntry(entry);
    Files.copy(file, tar);
    tar.closeArchiveEntry();
  }

  /// `linux-amd64`, `macos-aarch64`.
  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = name.startsWith("mac") ? "macos" : name.replaceFirst(" .*", "");
    return system + "-" + System.getProperty("os.arch");
  }
}
