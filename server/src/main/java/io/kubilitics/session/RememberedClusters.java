package io.kubilitics.session;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.kubilitics.model.ClusterId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clusters that were opened before, across restarts when there is a file: names and times, no
/// credentials. A file that cannot be read or written costs the memory and nothing else; one that
/// cannot be read is put aside. The latest [#MOST] are kept. Any thread.
final class RememberedClusters {
  static final int MOST = 256;

  private static final Logger LOG = LoggerFactory.getLogger(RememberedClusters.class);
  private static final JsonFactory JSON = new JsonFactory();
  private static final long MOST_OCTETS = 1 << 20;

  private static final String ASIDE = ".broken";

  private final @Nullable Path file;

  /// The one that was told last is last.
  private final Map<ClusterId, RememberedCluster> clusters = new LinkedHashMap<>();

  private String warning = "";

  /// Whether the file may be written.
  private boolean isKept = true;

  private RememberedClusters(@Nullable Path file) {
    this.file = file;
  }

  /// Reads what there is.
  ///
  /// @param file null to remember nothing beyond this process
  static RememberedClusters keptIn(@Nullable Path file) {
    RememberedClusters remembered = new RememberedClusters(file);
    if (file != null && Files.exists(file)) {
      try {
        remembered.read(file);
      } catch (IOException | DateTimeException | IllegalArgumentException e) {
        remembered.clusters.clear();
        remembered.lost(file, reason(e));
      }
    }
    return remembered;
  }

  synchronized List<RememberedCluster> all() {
    return List.copyOf(clusters.values());
  }

  synchronized Optional<RememberedCluster> find(ClusterId name) {
    return Optional.ofNullable(clusters.get(name));
  }

  /// What the user should know, or `""`.
  synchronized String warning() {
    return warning;
  }

  synchronized void remember(List<RememberedCluster> told) {
    for (RememberedCluster cluster : told) {
      clusters.remove(cluster.name());
      if (clusters.size() == MOST) {
        clusters.remove(clusters.keySet().iterator().next());
      }
      clusters.put(cluster.name(), cluster);
    }
    if (!told.isEmpty()) {
      save();
    }
  }

  synchronized boolean forget(ClusterId name) {
    boolean known = clusters.remove(name) != null;
    if (known) {
      save();
    }
    return known;
  }

  private void warn(String what) {
    LOG.warn("{}", what);
    warning = what;
  }

  /// What cannot be read may be mended by hand, so it is put aside, and never written over.
  private void lost(Path from, String reason) {
    String what = "what was open before is not known: " + from + " cannot be read: " + reason;
    Path aside = from.resolveSibling(from.getFileName() + ASIDE);
    try {
      Files.move(from, aside, StandardCopyOption.REPLACE_EXISTING);
      warn(what + "; it is kept as " + aside.getFileName());
    } catch (IOException e) {
      isKept = false;
      warn(what + "; it stays as it is, and nothing is remembered: " + e.getMessage());
    }
  }

  /// What is wrong, and where: the rest of such a message quotes the file.
  private static String reason(Exception e) {
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      JsonLocation at = json.getLocation();
      return "no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void read(Path from) throws IOException {
    if (Files.size(from) > MOST_OCTETS) {
      throw new IOException("larger than " + MOST_OCTETS + " octets");
    }
    try (JsonParser json = JSON.createParser(from.toFile())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("no list");
      }
      while (json.nextToken() == JsonToken.START_OBJECT) {
        add(json);
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw new IOException("no list of objects");
      }
    }
  }

  private void add(JsonParser json) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        throw new IOException("'" + name + "' is no text");
      }
      fields.put(name, json.getText());
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("no object");
    }
    ClusterId name = new ClusterId(fields.getOrDefault("name", ""));
    String context = fields.get("context");
    String time = fields.get("lastConnected");
    Origin origin =
        context == null
            ? new Origin.Source(fields.getOrDefault("source", ""))
            : new Origin.Context(context);
    if (clusters.size() < MOST) {
      clusters.put(
          name, new RememberedCluster(name, origin, time == null ? null : Instant.parse(time)));
    }
  }

  /// Puts the new file in the place of the old one, whole.
  private void save() {
    if (file == null || !isKept) {
      return;
    }
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(next);
      try (FileChannel channel =
          FileChannel.open(
              next,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownersOnly(next))) {
        write(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      warning = "";
    } catch (IOException e) {
      warn(
          "what is open will not be known after a restart: "
              + file
              + " cannot be written: "
              + reason(e));
    }
  }

  private void write(OutputStream out) throws IOException {
    JsonGenerator json =
        JSON.createGenerator(out, JsonEncoding.UTF8)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartArray();
    for (RememberedCluster cluster : new ArrayList<>(clusters.values())) {
      json.writeStartObject();
      json.writeStringField("name", cluster.name().value());
      switch (cluster.origin()) {
        case Origin.Context(String context) -> json.writeStringField("context", context);
        case Origin.Source(String text) -> json.writeStringField("source", text);
      }
      if (cluster.lastConnected() != null) {
        json.writeStringField("lastConnected", cluster.lastConnected().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.close();
  }

  private static FileAttribute<?>[] ownersOnly(Path near) {
    boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
