package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of the document about the stream happen as they are written there.
class StreamDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/stream.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```stream\n(.*?)```");

  private static List<String> lines() throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(DOCUMENT));
    return examples.results().flatMap(found -> found.group(1).lines()).toList();
  }

  @Test
  void theExamplesHappenAsTheyAreWritten() throws IOException {
    int heard = 0;
    try (TestServer server = TestServer.start();
        HttpClient http = HttpClient.newHttpClient();
        StreamClient client = StreamClient.connect(http, server.api.port())) {
      for (String line : lines()) {
        String text = line.substring(2);
        if (line.startsWith("> ")) {
          client.say(text.replace("TOKEN", server.token.reveal()));
        } else {
          JsonNode expected = StreamClient.JSON.readTree(text);
          JsonNode came = client.next();
          assertThat(fits(expected, came)).as("%s%nbut was%n%s", line, came).isTrue();
          heard++;
        }
      }
    }

    assertThat(heard).isGreaterThan(5);
  }

  /// Whether all fields are there and no others; `…` is any value.
  private static boolean fits(JsonNode expected, JsonNode came) {
    if (expected.asText().equals("…")) {
      return !came.isMissingNode();
    }
    if (expected.isObject()) {
      return came.isObject()
          && expected.size() == came.size()
          && expected.properties().stream()
              .allMatch(field -> fits(field.getValue(), came.path(field.getKey())));
    }
    if (expected.isArray()) {
      boolean fits = came.isArray() && expected.size() == came.size();
      for (int at = 0; fits && at < expected.size(); at++) {
        fits = fits(expected.get(at), came.get(at));
      }
      return fits;
    }
    return expected.equals(came);
  }

  @Test
  void everyCodeOfAnErrorAndOfAnEndIsDescribed() throws IOException {
    String document = Files.readString(DOCUMENT);

    for (String code :
        List.of(
            "1001",
            "1003",
            "1009",
            "1011",
            "4401",
            "4408",
            "4410",
            "4429",
            "bad-input",
            "not-found",
            "not-open",
            "conflict",
            "no-such-subscription",
            "too-large",
            "busy",
            "cluster-closed")) {
      assertThat(document).contains(code);
    }
  }
}
