package io.kubilitics.source.manifest;

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
  private final @Nullable Supplier<BodyReader> bodies;
  private final Limits limits;
  private final BodyPlaces places = new BodyPlaces();
  private final KeptBodies kept;
  private volatile boolean closed;
  private volatile boolean isRead;

  private ManifestSource(
      String name,
      @Nullable Path folder,
      @Nullable ManifestFile file,
      Supplier<DocumentReader> documents,
      @Nullable Supplier<BodyReader> bodies,
      Limits limits,
      int mostKept) {
    this.name = name;
    this.folder = folder;
    this.file = file;
    this.documents = documents;
    this.bodies = bodies;
    this.limits = limits;
    kept = new KeptBodies(mostKept);
  }

  /// A file (also a named pipe) or a folder with all folders below it. Nothing is read before
  /// [#open].
  ///
  /// @param documents makes a reader for each reading thread
  /// @throws ProblemException when nothing is there
  public static ManifestSource of(Path path, Supplier<DocumentReader> documents) {
    return of(path, documents, Limits.DEFAULT);
  }

  static ManifestSource of(Path path, Supplier<DocumentReader> documents, Limits limits) {
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
        null,
        limits,
        KeptBodies.MOST_BYTES);
  }

  /// Whatever comes on standard input.
  ///
  /// @param in closed after it has been read
  public static ManifestSource ofStdin(InputStream in, Supplier<DocumentReader> documents) {
    return new ManifestSource(
        STDIN,
        null,
        new ManifestFile(STDIN, () -> in),
        documents,
        null,
        Limits.DEFAULT,
        KeptBodies.MOST_BYTES);
  }

  /// The same source, not opened yet, that can also show bodies.
  ///
  /// @param bodies makes a reader, for one thread
  public ManifestSource withBodies(Supplier<BodyReader> bodies) {
    return withBodies(bodies, KeptBodies.MOST_BYTES);
  }

  ManifestSource withBodies(Supplier<BodyReader> bodies, int mostKept) {
    return new ManifestSource(name, folder, file, documents, bodies, limits, mostKept);
  }

  private static ProblemException unreadable(String name, String reason) {
    return new ProblemException(new Problem.Unreadable(name, reason));
  }

  @Override
  public void open(SourceListener listener) {
    ManifestFolder found = folder == null ? null : ManifestFolder.of(folder, () -> closed);
    List<ManifestFile> files =
        file != null ? List.of(file) : found == null ? List.of() : found.files();
    Map<Place, String> rejected = found == null ? Map.of() : found.rejected();
    Arrivals arrivals = new Arrivals(listener);
    rejected.forEach(
        (place, reason) -> arrivals.add(place.file(), new Reading.Rejected(place.line(), reason)));
    boolean once = file != null && file.stamp().isEmpty();
    try (ReadingCrew crew = new ReadingCrew(() -> reader(once), arrivals)) {
      for (ManifestFile each : files) {
        read(new ReadingFile(each, each.stamp().orElse(null), places, kept), crew);
      }
      crew.finish();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    arrivals.end();
    places.seal();
    isRead = true;
    checkAnythingWasRead(files, arrivals);
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
    List<BodyPlaces.Place> candidates = places.of(id);
    for (BodyPlaces.Place place : candidates) {
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
