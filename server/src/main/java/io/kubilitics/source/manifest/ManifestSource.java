package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.catalogue.mask.BodyReader;
import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The objects of a file, a folder or standard input. It is not alive: after [#open] nothing more
/// comes. It says nothing about kinds: of what manifests do not name, all is known.
///
/// Bodies are read from their file again; those of what can be read only once (standard input, a
/// named pipe) are kept, masked and compressed, up to 64 MiB.
public final class ManifestSource implements ResourceSource {
  /// The name that stands for standard input.
  public static final String STDIN = "-";

  private final String name;
  private final @Nullable Path folder;
  private final @Nullable ManifestFile file;
  private final Supplier<DocumentReader> documents;
  private final Predicate<CustomKind> definitions;
  private final Limits limits;
  private final @Nullable Supplier<BodyReader> bodies;
  private final KeptBodies kept;
  private final BodyPlaces places = new BodyPlaces();
  private volatile boolean closed;
  private volatile boolean isRead;

  private ManifestSource(
      String name,
      @Nullable Path folder,
      @Nullable ManifestFile file,
      Supplier<DocumentReader> documents,
      Predicate<CustomKind> definitions,
      Limits limits,
      @Nullable Supplier<BodyReader> bodies,
      int mostKept) {
    this.name = name;
    this.folder = folder;
    this.file = file;
    this.documents = documents;
    this.definitions = definitions;
    this.limits = limits;
    this.bodies = bodies;
    kept = new KeptBodies(mostKept);
  }

  /// A file (also a named pipe) or a folder with all folders below it. Nothing is read before
  /// [#open].
  ///
  /// @param catalogue of this cluster alone: it learns the definitions that are read
  /// @throws ProblemException when nothing is there
  public static ManifestSource of(Path path, Catalogue catalogue) {
    return of(path, () -> catalogue.extractor()::read, catalogue::learn, Limits.DEFAULT);
  }

  /// The same with other readers of documents, which learn nothing.
  ///
  /// @param documents makes a reader for each reading thread
  /// @throws ProblemException when nothing is there
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
    boolean isFolder = Files.isDirectory(path);
    return new ManifestSource(
        name,
        isFolder ? path : null,
        isFolder ? null : ManifestFolder.file(path),
        documents,
        definitions,
        limits,
        null,
        0);
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
    return new ManifestSource(STDIN, null, stdin, documents, definitions, Limits.DEFAULT, null, 0);
  }

  /// The same source, not opened yet, that can also show bodies.
  ///
  /// @param bodies makes a reader, for one thread
  public ManifestSource withBodies(Supplier<BodyReader> bodies) {
    return withBodies(bodies, KeptBodies.MOST_BYTES);
  }

  ManifestSource withBodies(Supplier<BodyReader> bodies, int mostKept) {
    return new ManifestSource(name, folder, file, documents, definitions, limits, bodies, mostKept);
  }

  private static ProblemException unreadable(String name, String reason) {
    return new ProblemException(new Problem.Unreadable(name, reason));
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public void open(SourceListener listener) {
    DumpedEvents events = new DumpedEvents();
    Arrivals arrivals = new Arrivals(listener, definitions, events);
    List<ManifestFile> files = files(arrivals);
    BodyPlaces remembered = bodies == null ? null : places;
    boolean once = file != null && file.stamp().isEmpty();
    try (ReadingCrew crew = new ReadingCrew(() -> reader(once), arrivals)) {
      for (ManifestFile each : files) {
        read(new ReadingFile(each, each.stamp().orElse(null), remembered, kept), crew);
      }
      crew.readAgain();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    arrivals.end();
    events.tell(listener);
    places.seal();
    isRead = true;
    checkAnythingWasRead(files, arrivals);
  }

  private List<ManifestFile> files(Arrivals arrivals) {
    if (file != null) {
      return List.of(file);
    }
    if (folder == null) {
      return List.of();
    }
    ManifestFolder found = ManifestFolder.of(folder, () -> closed);
    for (Map.Entry<Place, String> each : found.rejected().entrySet()) {
      Place place = each.getKey();
      arrivals.add(place.file(), new Reading.Rejected(place.line(), each.getValue()));
    }
    for (Map.Entry<Place, String> each : found.passedOver().entrySet()) {
      Place place = each.getKey();
      arrivals.add(place.file(), new Reading.PassedOver(place.line(), each.getValue()));
    }
    return found.files();
  }

  private PieceReader reader(boolean keepsBodies) {
    BodyReader keeping = keepsBodies && bodies != null ? bodies.get() : null;
    return new PieceReader(documents.get(), keeping, limits);
  }

  private void read(ReadingFile file, ReadingCrew crew) throws InterruptedException {
    if (closed) {
      return;
    }
    @Nullable DocumentCutter cutter = null;
    try (InputStream in = opened(file)) {
      cutter = new DocumentCutter(Utf8Input.of(in), limits);
      for (Piece piece = cutter.next(); piece != null && !closed; piece = cutter.next()) {
        crew.read(file, piece);
      }
    } catch (InterruptedIOException _) {
      throw new InterruptedException();
    } catch (IOException e) {
      int line = cutter == null ? 0 : cutter.line();
      crew.read(file, new Piece.Refused(line, ManifestFolder.reason(e)));
    }
  }

  /// What can be read only once may also never say anything.
  private static InputStream opened(ReadingFile file) throws IOException {
    return file.stamp() == null
        ? PumpedInput.of(file.file().opening(), file.name())
        : file.file().opening().open();
  }

  private void checkAnythingWasRead(List<ManifestFile> files, Arrivals arrivals) {
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
  public Optional<Body> body(ResourceId id) {
    if (bodies == null) {
      return Optional.empty();
    }
    if (!isRead) {
      throw unreadable(name, "is still being read; try again");
    }
    Optional<Body> held = kept.of(id);
    if (held.isPresent()) {
      return held;
    }
    if (kept.isFull()) {
      throw new ProblemException(
          new Problem.TooLarge(
              "what came from " + name, "bodies are kept of the first 64 MiB only"));
    }
    for (BodyPlaces.Place place : places.of(id)) {
      Optional<Body> body = new BodyAgain(bodies.get(), limits).read(id, place);
      if (body.isPresent()) {
        return body;
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
  }
}
