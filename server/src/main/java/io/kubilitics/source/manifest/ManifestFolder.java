package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.source.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// The manifests in a folder and the folders below it, in the order of their paths. Hidden files
/// and folders are passed over, and so is what has to be rendered first: charts and kustomizations.
/// Pipes, sockets and devices are named and never opened: whoever reads one may wait for ever. A
/// file that can be reached in two ways, or a loop of links, is read once. One thread.
final class ManifestFolder {
  private static final Set<String> SUFFIXES = Set.of(".yaml", ".yml", ".json");
  private static final String CHART = "Chart.yaml";
  private static final String CHART_CRDS = "crds";
  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final Set<String> PLAIN_FIELDS =
      Set.of("apiVersion", "kind", "metadata", "resources");

  private static final String NO_FILE = "a pipe, a socket or a device, which is not read";
  private static final String DANGLING = "a link to nowhere";
  private static final int MOST_OF_KUSTOMIZATION = 1 << 20;
  private static final String RENDERED = " | kubilitics graph -";

  private final List<ManifestFile> files = new ArrayList<>();
  private final Map<String, String> problems = new TreeMap<>();
  private final Set<String> others = new TreeSet<>();
  private final List<String> charts = new ArrayList<>();
  private final List<String> kustomizations = new ArrayList<>();

  /// Files and folders by what the file system tells them apart by.
  private final Set<Object> seen = new HashSet<>();

  private final BooleanSupplier isEnough;

  private ManifestFolder(BooleanSupplier isEnough) {
    this.isEnough = isEnough;
  }

  /// Looks through a folder.
  ///
  /// @param isEnough asked now and then whether to stop looking
  static ManifestFolder of(Path root, BooleanSupplier isEnough) {
    ManifestFolder folder = new ManifestFolder(isEnough);
    try {
      folder.visit(root, Files.readAttributes(root, BasicFileAttributes.class));
    } catch (IOException e) {
      folder.problems.put(root.toString(), reason(e));
    }
    return folder;
  }

  List<ManifestFile> files() {
    return Collections.unmodifiableList(files);
  }

  /// What could not be read, with the reason.
  Map<Place, String> rejected() {
    Map<Place, String> rejected = new LinkedHashMap<>();
    problems.forEach((name, reason) -> rejected.put(new Place(name, 0), reason));
    return rejected;
  }

  /// What is no file, whatever it is called, and what has to be rendered first: the first chart and
  /// the first kustomization, and how many more.
  Map<Place, String> passedOver() {
    Map<Place, String> passedOver = new LinkedHashMap<>();
    others.forEach(name -> passedOver.put(new Place(name, 0), NO_FILE));
    if (!charts.isEmpty()) {
      String chart = charts.getFirst();
      passedOver.put(
          new Place(chart, 0),
          "a Helm chart" + andMore(charts) + "; render first: helm template " + chart + RENDERED);
    }
    if (!kustomizations.isEmpty()) {
      String folder = kustomizations.getFirst();
      passedOver.put(
          new Place(folder, 0),
          "a kustomization"
              + andMore(kustomizations)
              + "; render first: kubectl kustomize "
              + folder
              + RENDERED);
    }
    return passedOver;
  }

  private static String andMore(List<String> all) {
    return all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more)";
  }

  private void walk(Path folder) {
    if (Files.isRegularFile(folder.resolve(CHART))) {
      charts.add(folder.toString());
      walkIfFolder(folder.resolve(CHART_CRDS));
      return;
    }
    if (changesWhatItHolds(folder)) {
      kustomizations.add(folder.toString());
      return;
    }
    for (Path entry : entries(folder)) {
      if (isEnough.getAsBoolean()) {
        return;
      }
      try {
        visit(entry, Files.readAttributes(entry, BasicFileAttributes.class));
      } catch (IOException e) {
        if (isManifest(entry)) {
          problems.put(entry.toString(), Files.isSymbolicLink(entry) ? DANGLING : reason(e));
        }
      }
    }
  }

  private void walkIfFolder(Path folder) {
    if (Files.isDirectory(folder)) {
      walk(folder);
    }
  }

  private void visit(Path entry, BasicFileAttributes attributes) throws IOException {
    if (attributes.isOther()) {
      refuse(entry);
      return;
    }
    if (!attributes.isDirectory() && !isManifest(entry)) {
      return;
    }
    Object key = attributes.fileKey();
    if (!seen.add(key == null ? entry.toRealPath() : key)) {
      return;
    }
    if (attributes.isDirectory()) {
      walk(entry);
      return;
    }
    files.add(file(entry));
  }

  private void refuse(Path entry) {
    if (isManifest(entry)) {
      problems.put(entry.toString(), NO_FILE);
      return;
    }
    others.add(entry.toString());
  }

  /// A kustomization that only lists resources leaves them as they are; its folder is read.
  private static boolean changesWhatItHolds(Path folder) {
    return KUSTOMIZATIONS.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .anyMatch(kustomization -> !isPlain(kustomization));
  }

  private static boolean isPlain(Path kustomization) {
    TapeWriter tape = new TapeWriter(Limits.DEFAULT);
    try (InputStream in = Utf8Input.of(Files.newInputStream(kustomization))) {
      YamlDocument.write(new Bytes(in.readNBytes(MOST_OF_KUSTOMIZATION)).text(), 1, tape);
      return PLAIN_FIELDS.containsAll(tape.finish().names());
    } catch (IOException | MalformedDocumentException _) {
      return false;
    }
  }

  /// The visible entries by name.
  private List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!entry.getFileName().toString().startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      problems.put(folder.toString(), reason(e));
    } catch (DirectoryIteratorException _) {
      problems.put(folder.toString(), "cannot be listed");
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  private static boolean isManifest(Path entry) {
    String name = entry.getFileName().toString().toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(name::endsWith)
        && !KUSTOMIZATIONS.contains(entry.getFileName().toString());
  }

  static ManifestFile file(Path path) {
    return new ManifestFile(path.toString(), () -> Files.newInputStream(path), path);
  }

  /// In words for the reader.
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      default -> "cannot be read: " + Reasons.oneLine(e.getMessage());
    };
  }
}
