package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.check.Code;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages about findings say what the registry and the sets say. `-Dkubilitics.write=true`
/// writes them anew.
class FindingPagesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final String FINDS = "# finds: ";

  @Test
  void everyCodeHasItsPageAndNoPageIsWithoutACode() throws IOException, URISyntaxException {
    Set<String> pages = new TreeSet<>();
    for (Code code : Code.values()) {
      compare(Path.of("..").resolve(code.page()), page(code));
      pages.add(code.name() + ".md");
    }
    try (Stream<Path> files = Files.list(DOCS.resolve("findings"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(pages);
    }
  }

  @Test
  void theIndexNamesEveryCode() throws IOException, URISyntaxException {
    compare(DOCS.resolve("findings.md"), index());
  }

  private static void compare(Path file, String text) throws IOException {
    if (Boolean.getBoolean("kubilitics.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file).content().isEqualTo(text);
  }

  private static String page(Code code) throws IOException, URISyntaxException {
    List<String> must = Files.readAllLines(set(code, "must.yaml"));
    List<String> mustNot = Files.readAllLines(set(code, "must-not.yaml"));
    return """
    # %s: %s

    ## What

    %s

    ## Why it matters

    %s

    ## Example

    %s

    ```yaml
    %s
    ```

    This is found:

    %s

    It is not found here: %s

    ## What to do

    %s

    [All findings](../findings.md)
    """
        .formatted(
            code,
            code.title(),
            code.what(),
            code.why(),
            sentence(must),
            body(must),
            found(must),
            lowerCase(sentence(mustNot)),
            code.advice());
  }

  private static Path set(Code code, String name) throws URISyntaxException {
    return FindingSetsTest.root().resolve(code.name()).resolve(name);
  }

  private static String sentence(List<String> set) {
    return set.getFirst().substring(2);
  }

  private static String lowerCase(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String body(List<String> set) {
    return set.stream()
        .filter(line -> !line.startsWith("# "))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static String found(List<String> set) {
    return set.stream()
        .filter(line -> line.startsWith(FINDS))
        .map(line -> line.substring(FINDS.length()).strip().split(" ", 3))
        .map(FindingPagesTest::found)
        .collect(Collectors.joining("\n"));
  }

  private static String found(String... parts) {
    if (parts[1].equals("Document")) {
      return "- %s: the document that is none, with its file and line".formatted(parts[0]);
    }
    return "- %s: `%s`%s"
        .formatted(parts[0], parts[1], parts.length < 3 ? "" : ", `" + parts[2] + "`");
  }

  private static String index() {
    String rows =
        Stream.of(Code.values())
            .map(code ->
                "| [%s](findings/%s.md) | %s | %s |\n"
                    .formatted(code, code, code.title(), radius(code)))
            .collect(Collectors.joining());
    return """
    # Findings

    `kubilitics check` and `GET /api/v1/clusters/{cluster}/findings` say what is wrong. Every finding
    has a code that never changes, and a page that says what is looked for and what to do.

    Three levels: an **error** does not work, or will not once something restarts; a **warning** may not
    work, or works other than it looks; an **info** works, and a careful person would change it. In an
    *open* world, which manifests are, what is not there may be elsewhere, and a reference to it is a
    warning; in a *closed* one, which a cluster is, it is an error when the object breaks without its
    target. Nothing is called missing whose kind is not fully known.

    What a workload's template lacks is told of the workload, not of every Pod made from it; what has had
    its day (a finished Pod, a ReplicaSet scaled down) lacks nothing. Of each code 1,000 findings are
    listed, and the rest is counted.

    | Code | Finding | Looks at |
    |---|---|---|
    %s\
    """
        .formatted(rows);
  }

  private static String radius(Code code) {
    return switch (code.radius()) {
      case ONE_HOP -> "an object and what is next to it";
      case SEVERAL_HOPS -> "an object and what it hangs together with";
      case GLOBAL -> "everything";
      case DOCUMENT -> "documents";
    };
  }
}
