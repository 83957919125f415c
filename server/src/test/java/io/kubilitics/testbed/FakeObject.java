package io.kubilitics.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One state of one object, as the octets that are sent. What differs between two states of nothing
/// but the revision is shared.
final class FakeObject {
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] END = {'}'};

  private final String namespace;
  private final String name;
  private final long revision;

  /// Everything behind the revision, which is the first field of the metadata, which are the first
  /// field of the object; or all of it when it is odd.
  private final byte[] rest;

  /// Where the metadata end in [#rest], or -1 when the object is odd.
  private final int metadataEnd;

  private FakeObject(String namespace, String name, long revision, byte[] rest, int metadataEnd) {
    this.namespace = namespace;
    this.name = name;
    this.revision = revision;
    this.rest = rest;
    this.metadataEnd = metadataEnd;
  }

  /// An object as trees; `apiVersion` and `kind` are left out, for they are said by who sends it.
  ///
  /// @param metadata with namespace, name, uid and time of creation, without the revision
  static FakeObject of(Map<String, Object> body, Map<String, Object> metadata, long revision) {
    Map<String, Object> others = new LinkedHashMap<>(body);
    others.remove("apiVersion");
    others.remove("kind");
    others.remove("metadata");
    byte[] head = json(metadata);
    byte[] tail = json(others);
    boolean alone = others.isEmpty();
    byte[] rest = new byte[head.length + (alone ? 1 : tail.length)];
    rest[0] = ',';
    System.arraycopy(head, 1, rest, 1, head.length - 1);
    rest[head.length] = (byte) (alone ? '}' : ',');
    if (!alone) {
      System.arraycopy(tail, 1, rest, head.length + 1, tail.length - 1);
    }
    Object namespace = metadata.getOrDefault("namespace", "");
    return new FakeObject(
        namespace.toString(), String.valueOf(metadata.get("name")), revision, rest, head.length);
  }

  /// Octets that stand where an object should.
  static FakeObject odd(String namespace, String name, long revision, byte[] octets) {
    return new FakeObject(namespace, name, revision, octets.clone(), -1);
  }

  private static byte[] json(Map<String, Object> tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + tree, e);
    }
  }

  /// The same object at another revision.
  FakeObject at(long otherRevision) {
    return new FakeObject(namespace, name, otherRevision, rest, metadataEnd);
  }

  String namespace() {
    return namespace;
  }

  String name() {
    return name;
  }

  long revision() {
    return revision;
  }

  /// Orders as a real server does, by namespace and name.
  String key() {
    return key(namespace, name);
  }

  static String key(String namespace, String name) {
    return namespace + '/' + name;
  }

  /// How it came, or empty for one that is odd.
  @Nullable Object field(String field) {
    Object metadata = tree().get("metadata");
    return metadata instanceof Map<?, ?> map ? map.get(field) : null;
  }

  /// The whole body without kind and version; of an odd one nothing.
  @SuppressWarnings("unchecked")
  Map<String, Object> tree() {
    if (metadataEnd < 0) {
      return Map.of();
    }
    try {
      byte[] start = start("");
      byte[] all = new byte[start.length + rest.length];
      System.arraycopy(start, 0, all, 0, start.length);
      System.arraycopy(rest, 0, all, start.length, rest.length);
      return JSON.readValue(all, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes it as JSON.
  ///
  /// @param type the fields that say what it is, each with a comma behind, or `""`
  void writeTo(OutputStream out, String type, boolean metadataOnly) throws IOException {
    if (metadataEnd < 0) {
      out.write(rest);
      return;
    }
    out.write(start(type));
    if (!metadataOnly) {
      out.write(rest);
      return;
    }
    out.write(rest, 0, metadataEnd);
    out.write(END);
  }

  private byte[] start(String type) {
    return ("{" + type + "\"metadata\":{\"resourceVersion\":\"" + revision + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }
}
