package io.kubilitics.testbed;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.source.demo.DemoCluster;
import io.kubilitics.source.demo.DemoSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Writes the objects of a demo as manifests: a `List` as `kubectl get -o json` prints it, or a
/// folder of files with several objects each. The same demo gives the same bytes.
public final class DemoManifests {
  /// When every written demo was born, so that its bytes do not depend on the day.
  public static final Instant BORN = Instant.parse("2026-11-20T10:00:00Z");

  /// What a folder is written in.
  public enum Format {
    YAML,
    JSON
  }

  private static final int OBJECTS_PER_FILE = 20;
  private static final JsonFactory JSON = new JsonFactory();

  private DemoManifests() {}

  /// Writes `FOLDER/list.json`, `FOLDER/yaml/…` and `FOLDER/json/…`.
  ///
  /// @param arguments objects, seed, folder
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("DemoManifests OBJECTS SEED FOLDER");
    }
    DemoSpec spec = DemoSpec.parse("demo:" + arguments[0] + ":" + arguments[1]);
    Path folder = Path.of(arguments[2]);
    Files.createDirectories(folder);
    writeList(spec, folder.resolve("list.json"));
    writeFolder(spec, folder.resolve("yaml"), Format.YAML);
    writeFolder(spec, folder.resolve("json"), Format.JSON);
  }

  /// One `List` object in JSON.
  public static void writeList(DemoSpec spec, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("apiVersion", "v1");
      json.writeStringField("kind", "List");
      json.writeObjectFieldStart("metadata");
      json.writeStringField("resourceVersion", "");
      json.writeEndObject();
      json.writeArrayFieldStart("items");
      for (Map<String, Object> object : (Iterable<Map<String, Object>>) objects(spec)::iterator) {
        write(json, object);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /// Files of twenty objects each: YAML documents, or JSON `List`s.
  public static void writeFolder(DemoSpec spec, Path folder, Format format) throws IOException {
    Files.createDirectories(folder);
    List<Map<String, Object>> all = objects(spec).toList();
    for (int from = 0; from < all.size(); from += OBJECTS_PER_FILE) {
      List<Map<String, Object>> some =
          all.subList(from, Math.min(from + OBJECTS_PER_FILE, all.size()));
      String name = String.format(Locale.ROOT, "objects-%05d", from / OBJECTS_PER_FILE);
      switch (format) {
        case YAML -> Files.writeString(folder.resolve(name + ".yaml"), yaml(some));
        case JSON -> {
          try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".json"));
              JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("apiVersion", "v1");
            list.put("kind", "List");
            list.put("items", some);
            write(json, list);
          }
        }
      }
    }
  }

  /// The objects of a demo as `kubectl get` would show them before life begins.
  public static Stream<Map<String, Object>> objects(DemoSpec spec) {
    return DemoCluster.of(spec, BORN, Duration.ofMillis(500)).objects();
  }

  private static String yaml(List<Map<String, Object>> objects) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setExplicitStart(true)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpAllToString(objects.iterator());
  }

  /// An object as one line of JSON.
  public static String json(Map<String, Object> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean bool -> json.writeBoolean(bool);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : map.entrySet()) {
          json.writeFieldName(String.valueOf(field.getKey()));
          write(json, field.getValue());
        }
        json.writeEndObject();
      }
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }
}
