package io.kubilitics.source.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `kubeconfig/hostile` tries to get a program run, a file opened, a server contacted
/// or a secret told. In each, `@MARKS@` stands for a folder that any program run would leave a mark
/// in, `@PORT@` for a port that waits for somebody to call, and the canary for a secret.
@Timeout(180)
class HostileKubeconfigTest {
  private static final String CANARY = "CANARY";
  private static final Path FOLDER = folder();

  @TempDir Path marks;
  @TempDir Path configs;

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static Path folder() {
    URL url = HostileKubeconfigTest.class.getResource("/kubeconfig/hostile");
    try {
      return Path.of(Objects.requireNonNull(url).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsRunOpenedContactedOrTold(String name) throws IOException {
    List<Long> before = processes();
    try (ServerSocketChannel door = ServerSocketChannel.open()) {
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      door.configureBlocking(false);
      String port = String.valueOf(door.socket().getLocalPort());
      Path file = planted(name, port);

      List<String> told = new ArrayList<>(outcome(file));
      told.addAll(uploadedOutcome(file));

      assertThat(door.accept()).as("somebody called").isNull();
      assertThat(marks).as("a program was run").isEmptyDirectory();
      assertThat(processes()).isEqualTo(before);
      assertThat(told).noneMatch(text -> text.contains(CANARY));
    }
  }

  @Test
  void everyFileEndsAsWritten() throws IOException {
    Map<String, List<String>> outcomes = new TreeMap<>();
    for (String name : files().toList()) {
      Path file = planted(name, "6443");
      outcomes.put(name, outcome(file).stream().map(this::withoutPlaces).toList());
    }

    assertThat(text(outcomes)).isEqualTo(expected());
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(files()).hasSizeGreaterThan(40);
  }

  @Test
  void aFileTooLargeIsRefusedUnread() throws IOException {
    Path file = configs.resolve("large");
    byte[] large = new byte[20 << 20];
    Arrays.fill(large, (byte) '#');
    Files.write(file, large);

    assertThat(outcome(file)).containsExactly("refused: " + file + ": is larger than 10 MiB");
  }

  @Test
  void aFileOfManyPartsIsRefused() throws IOException {
    Path file = configs.resolve("many");
    Files.writeString(file, "users:\n" + "- {name: a, user: {}}\n".repeat(400_000));

    assertThat(outcome(file)).singleElement().asString().contains("has more than 200000 parts");
  }

  @Test
  void aFileOfBracketsEnds() throws IOException {
    Path file = configs.resolve("brackets");
    Files.writeString(file, "[".repeat(9 << 20));

    assertThat(outcome(file)).singleElement().asString().contains("deeper than 100 levels");
  }

  @Test
  void oneLongTextIsRead() throws IOException {
    Path file = configs.resolve("text");
    Files.writeString(file, "x: " + "a".repeat(9 << 20) + "\n");

    assertThat(outcome(file)).isEmpty();
  }

  @Test
  void whatIsNoFileIsNotRead() {
    assertThat(outcome(configs)).containsExactly("refused: " + configs + ": is no regular file");
    assertThat(outcome(Path.of("/dev/zero"))).singleElement().asString().contains("regular");
  }

  private static List<Long> processes() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).sorted().toList();
  }

  private Path planted(String name, String port) throws IOException {
    byte[] octets = Files.readAllBytes(FOLDER.resolve(name));
    // Latin-1 keeps octets as they are, so files in any encoding stay what they are.
    String text =
        new String(octets, StandardCharsets.ISO_8859_1)
            .replace("@MARKS@", marks.toString())
            .replace("@PORT@", port);
    return Files.write(configs.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// All that comes out: what is remarked, and each context's access or refusal.
  private static List<String> outcome(Path file) {
    try {
      return outcome(Kubeconfig.read(KubeconfigFiles.of(file.toString(), Map.of())));
    } catch (ProblemException e) {
      return List.of("refused: " + e.getMessage());
    }
  }

  private static List<String> uploadedOutcome(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return outcome(Kubeconfig.uploaded("upload", in.readAllBytes()));
    } catch (ProblemException e) {
      return List.of("refused: " + e.getMessage());
    }
  }

  private static List<String> outcome(Kubeconfig config) {
    List<String> told = new ArrayList<>();
    config.remarks().forEach(remark -> told.add("remark: " + remark));
    for (KubeconfigContext context : config.contexts()) {
      told.add("context: " + context);
      told.add(accessOrRefusal(config, context.name()));
    }
    config
        .current()
        .filter(name -> config.contexts().stream().noneMatch(KubeconfigContext::current))
        .ifPresent(name -> told.add(accessOrRefusal(config, name)));
    return told;
  }

  private static String accessOrRefusal(Kubeconfig config, String context) {
    try {
      return "access: " + config.access(context);
    } catch (ProblemException e) {
      return "refused: " + e.getMessage();
    }
  }

  private String withoutPlaces(String text) {
    return text.replace(configs.toString(), "@FOLDER@").replace(marks.toString(), "@MARKS@");
  }

  private static String text(Map<String, List<String>> outcomes) {
    StringBuilder text = new StringBuilder();
    outcomes.forEach((name, told) -> {
      text.append(name).append('\n');
      told.forEach(line -> text.append("  ").append(line).append('\n'));
    });
    return text.toString();
  }

  private static String expected() throws IOException {
    return Files.readString(FOLDER.resolveSibling("outcomes.txt"));
  }
}
