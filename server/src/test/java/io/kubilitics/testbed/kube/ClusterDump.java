package io.kubilitics.testbed.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// All objects of a cluster as `kubectl get -o json` would write them, one file for each kind in
/// the version that the server prefers. Events and what cannot be watched are left out. Kinds are
/// read one after the other: it is a state of the cluster only while nothing changes.
public final class ClusterDump {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// They happen to objects and are none.
  private static final Set<String> LEFT_OUT = Set.of("/events", "events.k8s.io/events");

  private ClusterDump() {}

  /// Writes what there is and tells how many objects that are.
  ///
  /// @param folder gets one file for each kind that has objects
  public static int write(KubeClient client, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int count = write(client, folder, "", "v1", new HashSet<>());
    for (JsonNode group : client.get("/apis").path("groups")) {
      Set<String> written = new HashSet<>();
      for (JsonNode version : group.path("versions")) {
        String name = group.path("name").asText();
        count += write(client, folder, name, version.path("version").asText(), written);
      }
    }
    return count;
  }

  /// @param written kinds of the group that a version before this one had
  private static int write(
      KubeClient client, Path folder, String group, String version, Set<String> written)
      throws IOException, InterruptedException {
    String apiVersion = group.isEmpty() ? version : group + "/" + version;
    String api = (group.isEmpty() ? "/api/" : "/apis/") + apiVersion;
    int count = 0;
    for (JsonNode resource : client.get(api).path("resources")) {
      String plural = resource.path("name").asText();
      boolean isWatched = resource.path("verbs").toString().contains("\"watch\"");
      boolean isLeftOut = plural.contains("/") || LEFT_OUT.contains(group + "/" + plural);
      if (isWatched && !isLeftOut && written.add(plural)) {
        JsonNode list = client.get(api + "/" + plural);
        Path file = folder.resolve(plural + (group.isEmpty() ? "" : "." + group) + ".json");
        count += write(list, apiVersion, resource.path("kind").asText(), file);
      }
    }
    return count;
  }

  /// The items of a list need not say what they are.
  private static int write(JsonNode list, String apiVersion, String kind, Path file)
      throws IOException {
    if (list.path("items").isEmpty()) {
      return 0;
    }
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
