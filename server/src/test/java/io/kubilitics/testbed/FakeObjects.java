package io.kubilitics.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What the tests of the [FakeApiServer] put and read.
final class FakeObjects {
  private static final JsonMapper JSON = new JsonMapper();

  private FakeObjects() {}

  static String pod(String namespace, String name) {
    return """
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s"},
     "spec":{"nodeName":"worker-1"}}"""
        .formatted(name, namespace);
  }

  static void pods(FakeApiServer server, int count) {
    for (int number = 0; number < count; number++) {
      server.put(pod("shop", "pod-%05d".formatted(number)));
    }
  }

  static JsonNode json(@Nullable String text) {
    try {
      return JSON.readTree(Objects.requireNonNull(text, "it ended"));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  /// `TYPE Kind name` of a line of a watch.
  static String told(@Nullable String line) {
    JsonNode event = json(line);
    JsonNode object = event.path("object");
    return "%s %s %s"
        .formatted(
            event.path("type").asText(),
            object.path("kind").asText(),
            object.path("metadata").path("name").asText())
        .trim();
  }

  static List<String> names(String list) {
    return StreamSupport.stream(json(list).path("items").spliterator(), false)
        .map(item -> item.path("metadata").path("name").asText())
        .toList();
  }

  static String crd(String version) {
    return """
    {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
     "metadata":{"name":"widgets.example.com"},
     "spec":{"group":"example.com","scope":"Namespaced",
       "names":{"kind":"Widget","plural":"widgets","singular":"widget"},
       "versions":[{"name":"%s","served":true,"storage":true}]}}"""
        .formatted(version);
  }
}
