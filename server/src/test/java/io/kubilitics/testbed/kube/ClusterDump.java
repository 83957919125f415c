package io.kubilitics.testbed.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;

/// All objects of a cluster as `kubectl get -o json` would write them, one file for each kind in
/// the version that the server prefers. Events and what cannot be watched are left out. Kinds are
/// read one after the other: it is a state of the cluster only while nothing changes.
public final class ClusterDump {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Twins of other kinds, in another group.
  private static final Set<String> LEFT_OUT = Set.of("/events", "events.k8s.io/events");

  private ClusterDump() {}

  /// @param folder gets one file for each kind that has objects
  /// @return how many objects were written
  public static int write(KubeClient client, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    TreeMap<String, String> groups = new TreeMap<>();
    groups.put("", "v1");
    for (JsonNode group : client.get("/apis").path("groups")) {
      groups.put(group.path("name").asText(), group.at("/preferredVersion/version").asText());
    }
    int count = 0;
    for (var group : groups.entrySet()) {
      count += write(client, folder, group.getKey(), group.getValue());
    }
    return count;
  }

  private static int write(KubeClient client, Path folder, String group, String version)
      throws IOException, InterruptedException {
    String apiVersion = group.isEmpty() ? version : group + "/" + version;
    String api = (group.isEmpty() ? "/api/" : "/apis/") + apiVersion;
    int count = 0;
    for (JsonNode resource : client.get(api).path("resources")) {
      String plural = resource.path("name").asText();
      boolean isWatched = resource.path("verbs").toString().contains("\"watch\"");
      if (isWatched && !plural.contains("/") && !LEFT_OUT.contains(group + "/" + plural)) {
        JsonNode list = client.get(api + "/" + plural);
        if (!list.path("items").isEmpty()) {
          Path file = folder.resolve(plural + (group.isEmpty() ? "" : "." + group) + ".json");
          count += write(list, apiVersion, resource.path("kind").asText(), file);
        }
      }
    }
    return count;
  }

  /// The items of a list need not say what they are.
  private static int write(JsonNode list, String apiVersion, String kind, Path file)
      throws IOException {
    int count = 0;
    try (Writer out = Files.newBufferedWriter(file)) {
      for (JsonNode item : list.path("items")) {
        ObjectNode whole = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
        whole.setAll((ObjectNode) item);
        out.write(count == 0 ? "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\n" : ",\n");
        out.write(JSON.writeValueAsString(whole));
        count++;
      }
      out.write("\n]}\n");
    }
    return count;
  }
}
