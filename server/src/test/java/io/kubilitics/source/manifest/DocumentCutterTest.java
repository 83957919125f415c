package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentCutterTest {
  private static final Limits SMALL = new Limits(400, 100, 100, 50, 1000);

  private static List<String> cut(String text, Limits limits) {
    List<String> whole = cut(new ByteArrayInputStream(utf8(text)), limits);
    assertThat(cut(new OneByOne(utf8(text)), limits))
        .as("must not depend on how the input arrives")
        .isEqualTo(whole);
    return whole;
  }

  private static List<String> cut(String text) {
    return cut(text, Limits.DEFAULT);
  }

  private static List<String> cut(InputStream in, Limits limits) {
    List<String> pieces = new ArrayList<>();
    DocumentCutter cutter = new DocumentCutter(in, limits);
    try {
      for (Piece piece = cutter.next(); piece != null; piece = cutter.next()) {
        pieces.add(
            switch (piece) {
              case Piece.Document(int line, Piece.Form form, Bytes text) ->
                  line + " " + form + " " + text.text();
              case Piece.Element(int line, Piece.Form form, Bytes text, ListHead head) ->
                  line + " " + form + " item of '" + head.kind() + "' " + text.text();
              case Piece.Rest(int line, Piece.Form form, Bytes text) ->
                  line + " " + form + " rest " + text.text();
              case Piece.Refused(int line, String reason) -> line + " refused: " + reason;
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pieces;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void separatorsCutAndAreNoContent() {
    assertThat(cut("a: 1\n---\nb: 2\n...\n---\n--- # note\nc: 3"))
        .containsExactly("1 YAML a: 1\n", "3 YAML b: 2\n", "7 YAML c: 3");
  }

  @Test
  void commentsBlankLinesAndDirectivesBeforeADocumentAreNoContent() {
    assertThat(cut("# c\n\n%YAML 1.2\n---\n  # more\na: 1\n")).containsExactly("6 YAML a: 1\n");
    assertThat(cut("# nothing\n---\n\n---\n")).isEmpty();
    assertThat(cut("")).isEmpty();
  }

  @Test
  void contentMayBeginOnTheSeparatorsLine() {
    assertThat(cut("--- {a: 1}\n--- text\n")).containsExactly("1 JSON {a: 1}", "2 YAML  text\n");
  }

  @Test
  void whatOnlyBeginsLikeASeparatorIsNone() {
    assertThat(cut("----\na: ---\n ---\n---x\n")).hasSize(1);
  }

  @Test
  void everyKindOfLineBreakCounts() {
    assertThat(cut("a: 1\r\n---\r\nb: 2\r\n"))
        .containsExactly("1 YAML a: 1\r\n", "3 YAML b: 2\r\n");
    assertThat(cut("a: 1\r---\rb: 2\r")).containsExactly("1 YAML a: 1\r", "3 YAML b: 2\r");
  }

  @Test
  void theFirstLinesIndentIsKept() {
    assertThat(cut("\n  a: 1\n  b: 2\n")).containsExactly("2 YAML   a: 1\n  b: 2\n");
  }

  @Test
  void jsonValuesMayFollowOneAnother() {
    assertThat(cut("{\"a\": \"}\\\"{\"} {\"b\": [\n{}]}\n\n{}\n---\n[1]"))
        .containsExactly(
            "1 JSON {\"a\": \"}\\\"{\"}", "1 JSON {\"b\": [\n{}]}", "4 JSON {}", "6 JSON [1]");
  }

  @Test
  void aBrokenJsonLineDoesNotTakeItsNeighboursWithIt() {
    assertThat(cut("{\"a\": 1}\n{\"b\": {\"x\": 1}\n{\"c\": 3}\n{\"d\": \"open\n{\"e\": 5}\n"))
        .containsExactly(
            "1 JSON {\"a\": 1}",
            "2 JSON {\"b\": {\"x\": 1}\n",
            "3 JSON {\"c\": 3}",
            "4 JSON {\"d\": \"open\n",
            "5 JSON {\"e\": 5}");
  }

  @Test
  void templatesAreNotTakenForJson() {
    assertThat(cut("{{- if .Values.x }}\na: 1\n{{- end }}\n---\n{% if x %}\nb: 1\n"))
        .containsExactly(
            "1 YAML {{- if .Values.x }}\na: 1\n{{- end }}\n", "5 YAML {% if x %}\nb: 1\n");
  }

  @Test
  void aDocumentThatIsTooLargeIsPassedOver() {
    String large = "a: " + "x".repeat(500) + "\n";

    assertThat(cut("a: 1\n---\n" + large + "---\nb: 2\n", SMALL))
        .containsExactly(
            "1 YAML a: 1\n", "3 refused: the document is larger than 400 bytes", "5 YAML b: 2\n");
    assertThat(cut("{\"a\": \"" + "}".repeat(500) + "\"}\n{\"b\": 2}", SMALL))
        .containsExactly("1 refused: the document is larger than 400 bytes", "2 JSON {\"b\": 2}");
  }

  @Test
  void aDocumentOfExactlyTheLimitIsRead() {
    String yaml = "a: " + "x".repeat(SMALL.bytes() - 4) + "\n";
    String json = "{\"a\":\"" + "x".repeat(SMALL.bytes() - 8) + "\"}";

    assertThat(cut(yaml, SMALL)).containsExactly("1 YAML " + yaml);
    assertThat(cut(json, SMALL)).containsExactly("1 JSON " + json);
  }

  @Test
  void aLargeYamlListIsCutIntoItsItems() {
    String item = "- name: x\n  text: |\n    - no item\n\n    # no comment\n# a comment\n";
    String yaml = "kind: PodList\nitems:\n# first\n" + item.repeat(3) + "metadata: {}\n---\nb: 1\n";
    String cut = item.replaceFirst("- ", "  ");

    assertThat(cut(yaml, SMALL))
        .containsExactly(
            "4 YAML item of 'PodList' " + cut,
            "10 YAML item of 'PodList' " + cut,
            "16 YAML item of 'PodList' " + cut,
            "22 YAML rest metadata: {}\n",
            "24 YAML b: 1\n");
  }

  @Test
  void theItemsOfALargeYamlListMayBeIndented() {
    String item = "  - name: x\n    list:\n    - 1\n    - 2\n";

    assertThat(cut("items:\n" + item.repeat(4) + "kind: List\n", SMALL))
        .hasSize(5)
        .startsWith("2 YAML item of '' " + item.replaceFirst("-", " "))
        .endsWith("18 YAML rest kind: List\n");
  }

  @Test
  void anItemThatIsTooLargeIsPassedOver() {
    String items = "- a: 1\n- b: " + "x".repeat(500) + "\n- c: 3\n";

    assertThat(cut("items:\n" + items + "kind: List\n", new Limits(400, 4, 100, 50, 1000)))
        .containsExactly(
            "2 YAML item of ''   a: 1\n",
            "3 refused: the document is larger than 400 bytes",
            "4 YAML item of ''   c: 3\n",
            "5 YAML rest kind: List\n");
  }

  @Test
  void aLargeDocumentWhoseItemsAreNoListStaysWhole() {
    String yaml = "items:\n  a: 1\nmore: " + "x".repeat(200) + "\n";

    assertThat(cut(yaml, SMALL)).containsExactly("1 YAML " + yaml);
  }

  @Test
  void aLargeJsonListIsCutIntoItsItems() {
    String item = "{\"name\": \"]}\", \"items\": [1]}";
    String json =
        "{\"kind\": \"PodList\",\n \"items\" : [\n"
            + String.join(",\n", item, item, item, item, item)
            + "\n], \"metadata\": {}}\n{\"b\": 1}";

    assertThat(cut(json, SMALL))
        .containsExactly(
            "3 JSON item of 'PodList' " + item,
            "4 JSON item of 'PodList' " + item,
            "5 JSON item of 'PodList' " + item,
            "6 JSON item of 'PodList' " + item,
            "7 JSON item of 'PodList' " + item,
            "8 JSON rest {, \"metadata\": {}}".replace("{, ", "{"),
            "9 JSON {\"b\": 1}");
  }

  @Test
  void aLargeJsonListThatEndsInTheMiddleSaysSo() {
    String json = "{\"items\": [" + "{\"a\": \"xxxxxxxxxxxxxxxxxxxx\"},".repeat(5);

    assertThat(cut(json, SMALL))
        .hasSize(6)
        .endsWith("1 refused: no JSON: the document ends in its list of items");
  }

  /// Hands out one byte at a time, as a slow pipe may.
  private static final class OneByOne extends InputStream {
    private final byte[] bytes;
    private int at;

    OneByOne(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int b = read();
      if (b < 0) {
        return -1;
      }
      target[offset] = (byte) b;
      return 1;
    }
  }
}
