package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The objects of a file, a folder or standard input. It is not alive: after [#open] nothing more
/// comes. It says nothing about kinds: of what manifests do not name, all is known.
public final class ManifestSource implements ResourceSource {
  /// The name that stands for standard input.
  public static final String STDIN = "-";

  private final String name;
  private final List<ManifestFile> files;
  private final Map<Place, String> rejected;
  private final Map<Place, String> passedOver;
  private final Supplier<DocumentReader> documents;
  private final Predicate<CustomKind> definitions;
  private final Limits limits;
  private volatile boolean closed;

  private ManifestSource(
      String name,
      List<ManifestFile> files,
      Map<Place, String> rejected,
      Map<Place, String> passedOver,
      Supplier<DocumentReader> documents,
      Predicate<CustomKind> definitions,
      Limits limits) {
    this.name = name;
    this.files = files;
    this.rejected = rejected;
    this.passedOver = passedOver;
    this.documents = documents;
    this.definitions = definitions;
    this.limits = limits;
  }

  /// A file (also a named pipe) or a folder with all folders below it.
  ///
  /// @param catalogue of this cluster alone: it learns the definitions that are read
  /// @throws ProblemException when nothing is there, or nothing in a folder that could be read
  public static ManifestSource of(Path path, Catalogue catalogue) {
    return of(path, () -> catalogue.extractor()::read, catalogue::learn, Limits.DEFAULT);
  }

  /// The same with other readers of documents, which learn nothing.
  ///
  /// @param documents makes a reader for each reading thread
  /// @throws ProblemException when nothing is there, or nothing in a folder that could be read
  public static ManifestSource of(Path path, Supplier<DocumentReader> documents) {
    return of(path, documents, Limits.DEFAULT);
  }

  static ManifestSource of(Path path, Supplier<DocumentReader> documents, Limits limits) {
    return of(path, documents, _ -> false, limits);
  }

  private static ManifestSource of(
      Path path,
      Supplier<DocumentReader> documents,
      Predicate<CustomKind> definitions,
      Limits limits) {
    String name = path.toString();
    if (!Files.exists(path)) {
      throw unreadable(name, "no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      List<ManifestFile> file = List.of(ManifestFolder.file(path));
      return new ManifestSource(name, file, Map.of(), Map.of(), documents, definitions, limits);
    }
    ManifestFolder folder = ManifestFolder.of(path);
    return new ManifestSource(
        name,
        folder.files(),
        folder.rejected(),
        folder.passedOver(),
        documents,
        definitions,
        limits);
  }

  /// Whatever comes on standard input.
  ///
  /// @param in closed after it has been read
  /// @param catalogue of this cluster alone: it learns the definitions that are read
  public static ManifestSource ofStdin(InputStream in, Catalogue catalogue) {
    return ofStdin(in, () -> catalogue.extractor()::read, catalogue::learn);
  }

  /// The same with other readers of documents, which learn nothing.
  ///
  /// @param in closed after it has been read
  public static ManifestSource ofStdin(InputStream in, Supplier<DocumentReader> documents) {
    return ofStdin(in, documents, _ -> false);
  }

  private static ManifestSource ofStdin(
      InputStream in, Supplier<DocumentReader> documents, Predicate<CustomKind> definitions) {
    ManifestFile stdin = new ManifestFile(STDIN, () -> in);
    return new ManifestSource(
        STDIN, List.of(stdin), Map.of(), Map.of(), documents, definitions, Limits.DEFAULT);
  }

  private static ProblemException unreadable(String name, String reason) {
    return new ProblemException(new Problem.Unreadable(name, reason));
  }

  @Override
  public void open(SourceListener listener) {
    Arrivals arrivals = new Arrivals(listener, definitions);
    rejected.forEach(
        (place, reason) -> arrivals.add(place.file(), new Reading.Rejected(place.line(), reason)));
    passedOver.forEach(
        (place, reason) ->
            arrivals.add(place.file(), new Reading.PassedOver(place.line(), reason)));
    try (ReadingCrew crew =
        new ReadingCrew(() -> new PieceReader(documents.get(), limits), arrivals)) {
      for (ManifestFile file : files) {
        read(file, crew);
      }
      crew.readAgain();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    arrivals.end();
    checkAnythingWasRead(arrivals);
  }

  private void read(ManifestFile file, ReadingCrew crew) throws InterruptedException {
    @Nullable DocumentCutter cutter = null;
    try (InputStream in = file.opening().open()) {
      cutter = new DocumentCutter(Utf8Input.of(in), limits);
      for (Piece piece = cutter.next(); piece != null && !closed; piece = cutter.next()) {
        crew.read(file.name(), piece);
      }
    } catch (IOException e) {
      int line = cutter == null ? 0 : cutter.line();
      crew.read(file.name(), new Piece.Refused(line, ManifestFolder.reason(e)));
    }
  }

  private void checkAnythingWasRead(Arrivals arrivals) {
    if (closed || arrivals.objects() > 0) {
      return;
    }
    if (arrivals.rejected() > 0) {
      throw unreadable(name, "nothing in it could be read");
    }
    if (files.isEmpty()) {
      throw unreadable(name, "no .yaml, .yml or .json file in it");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
