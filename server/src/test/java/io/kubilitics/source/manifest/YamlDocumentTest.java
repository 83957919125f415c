package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
  private static String json(String yaml) {
    return TapeText.json(TapeText.ofYaml(yaml));
  }

  private static MalformedDocumentException refusal(String yaml) {
    return catchThrowableOfType(
        MalformedDocumentException.class, () -> TapeText.ofYaml(yaml).tokens());
  }

  @Test
  void blocksFlowsAndScalarsOfEveryStyle() {
    assertThat(
            json(
                """
                plain: text
                single: 'yes'
                double: "a\\tb"
                literal: |
                  two
                  lines
                folded: >-
                  one
                  line
                list:
                - 1
                - {a: [b, ~]}
                empty: {}
                """))
        .isEqualTo(
            "{\"plain\":\"text\",\"single\":\"yes\",\"double\":\"a\\u0009b\","
                + "\"literal\":\"two\\u000alines\\u000a\",\"folded\":\"one line\","
                + "\"list\":[1,{\"a\":[\"b\",null]}],\"empty\":{}}");
  }

  @Test
  void anAliasIsWhatItsAnchorNames() {
    assertThat(json("a: &x {b: [1]}\nc: *x\nd: [*x, *x]\n"))
        .isEqualTo("{\"a\":{\"b\":[1]},\"c\":{\"b\":[1]},\"d\":[{\"b\":[1]},{\"b\":[1]}]}");
    assertThat(json("&k name: &v value\n*k : *v\n*v : *k\n"))
        .isEqualTo("{\"name\":\"value\",\"value\":\"name\"}");
  }

  @Test
  void theLastAnchorOfANameBeforeTheAliasCounts() {
    assertThat(json("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"))
        .isEqualTo("{\"a\":1,\"b\":1,\"c\":2,\"d\":2}");
  }

  @Test
  void aMergePutsItsFieldsWhereItStandsAsKubectlDoes() {
    assertThat(json("a: &a {x: 1, z: 2}\nb: {<<: *a, x: 2}\nc: {x: 3, <<: *a}\n"))
        .isEqualTo("{\"a\":{\"x\":1,\"z\":2},\"b\":{\"x\":2,\"z\":2},\"c\":{\"x\":1,\"z\":2}}");
  }

  @Test
  void ofSeveralMergedMapsTheFirstWins() {
    assertThat(json("a: &a {x: 1}\nb: {<<: [*a, {x: 10, z: 9}]}\n"))
        .isEqualTo("{\"a\":{\"x\":1},\"b\":{\"x\":1,\"z\":9}}");
  }

  @Test
  void aMergedMapMayMergeItself() {
    assertThat(json("a: &a {x: 1}\nb: &b {<<: *a, z: 2}\nc: {<<: *b}\n"))
        .endsWith("\"c\":{\"x\":1,\"z\":2}}");
  }

  @Test
  void aQuotedMergeKeyIsAName() {
    assertThat(json("'<<': {x: 1}\n")).isEqualTo("{\"<<\":{\"x\":1}}");
  }

  @Test
  void ofTwoFieldsOfOneNameTheLastCountsAndBothLinesAreTold() {
    Tape tape = TapeText.ofYaml("a: 1\nb: {x: 1, x: {z: 2}}\nc: 3\na: 4\n");

    assertThat(TapeText.json(tape)).isEqualTo("{\"a\":4,\"b\":{\"x\":{\"z\":2}},\"c\":3}");
    assertThat(tape.notes())
        .containsExactly(
            new Tape.Note(2, "duplicate field 'x' (first on line 2); the last one counts"),
            new Tape.Note(4, "duplicate field 'a' (first on line 1); the last one counts"));
  }

  @Test
  void duplicatesAreFoundAmongManyFieldsToo() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      yaml.append("k").append(i).append(": ").append(i).append('\n');
    }
    yaml.append("k50: again\n");

    assertThat(TapeText.ofYaml(yaml.toString()).notes())
        .containsExactly(
            new Tape.Note(101, "duplicate field 'k50' (first on line 51); the last one counts"));
  }

  @Test
  void aNumberJsonCannotHoldIsTextAndTold() {
    Tape tape = TapeText.ofYaml("a: .inf\nb: -.INF\nc: '.nan'\n");

    assertThat(TapeText.json(tape)).isEqualTo("{\"a\":\".inf\",\"b\":\"-.INF\",\"c\":\".nan\"}");
    assertThat(tape.notes()).extracting(Tape.Note::line).containsExactly(1, 2);
  }

  @Test
  void tagsOfYamlAreKeptToAndOthersMakeText() {
    assertThat(
            json(
                """
                a: !!str 12
                b: !!int "12"
                c: !custom 12
                d: ! 12
                e: !!binary aGVsbG8=
                f: !include {x: 1}
                g: !!float 3
                h: !!timestamp 2024-01-02
                """))
        .isEqualTo(
            "{\"a\":\"12\",\"b\":12,\"c\":\"12\",\"d\":\"12\",\"e\":\"hello\","
                + "\"f\":{\"x\":1},\"g\":3,\"h\":\"2024-01-02\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`a: 1\n~: x` # 2 # the name of a field must be text",
        "`a: 1\n{a: b}: c` # 2 # the name of a field must be text",
        "`? [1]\n: 2` # 1 # the name of a field must be text",
        "`a: *nope` # 1 # an alias of an anchor that is not there",
        "`a: 1\nb: &b [1, *b]` # 2 # the anchor 'b' holds itself",
        "`b: &b {c: {<<: *b}}` # 1 # the anchor 'b' holds itself",
        "`a: !!int foo` # 1 # the value tagged !!int is none",
        "`a: !!bool 7` # 1 # the value tagged !!bool is none",
        "`a: !!binary \"@@\"` # 1 # the value tagged !!binary is no base64",
        "`<<: 3` # 1 # a merge needs a map or a list of maps",
        "`a: 1\n<<: [3]` # 2 # a merge needs a map or a list of maps",
        "`a: 1\n\tb: 2` # 2 # no YAML",
        "`a: 1\nb: {c` # 2 # no YAML",
        "`a: 1\n b: 2` # 2 # no YAML",
        "`a: \"never ends` # 1 # no YAML",
        "`a: 1\n\nb: \u0007` # 3 # no YAML: the character U+0007 is not allowed",
      })
  void whatIsWrongIsSaidWithItsLine(String yaml, int line, String reason) {
    MalformedDocumentException refusal = refusal(yaml);

    assertThat(refusal).hasMessageStartingWith(reason);
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal.getMessage()).doesNotContain("\n");
  }

  @Test
  void aBombIsRefusedBeforeItGoesOff() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 6; i++) {
      yaml.append("a%d: &a%d [".formatted(i, i));
      yaml.append("*a%d, ".formatted(i - 1).repeat(8)).append("x]\n");
    }

    assertThat(refusal(yaml.toString()))
        .hasMessage("the document has more than 200000 names and values");
  }

  @Test
  void aMergeBombIsRefusedBeforeItGoesOff() {
    StringBuilder yaml = new StringBuilder("a0: &a0 {");
    for (int i = 0; i < 5000; i++) {
      yaml.append("k").append(i).append(": x, ");
    }
    yaml.append("}\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a%d: &a%d {<<: *a%d}\n".formatted(i, i, i - 1));
    }

    assertThat(refusal(yaml.toString()))
        .hasMessage("the document has more than 200000 names and values");
  }

  @Test
  void moreThanFiftyAliasesAreRefused() {
    String fifty = "a: &a 1\nb: [" + "*a, ".repeat(50) + "]\n";

    assertThat(TapeText.ofYaml(fifty).notes()).isEmpty();
    assertThat(refusal(fifty.replace("]", "*a]")))
        .hasMessage("the document has more than 50 aliases");
  }

  @Test
  void aHundredLevelsAreReadAndNotOneMore() {
    assertThat(json("[".repeat(100) + "]".repeat(100))).hasSize(200);
    assertThat(refusal("[".repeat(101) + "]".repeat(101)))
        .hasMessage("the document is nested deeper than 100 levels");
    assertThat(refusal("[".repeat(5000))).isNotNull();
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      block.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(refusal(block.toString()).line()).isEqualTo(101);
  }

  @Test
  void levelsBehindAnAliasCountToo() {
    String deep = "[".repeat(60) + "]".repeat(60);

    assertThat(refusal("a: &a " + deep + "\nb: " + "[".repeat(40) + "*a" + "]".repeat(40) + "\n"))
        .hasMessage("the document is nested deeper than 100 levels");
  }

  @Test
  void everyTokenKnowsItsLine() {
    Tape tape = TapeText.ofYaml("a:\n  - b\n  - c: |\n      x\n      y\n    d: 1\n");
    StringBuilder lines = new StringBuilder();
    for (int at = 0; tape.token(at) != Token.END; at++) {
      lines.append(tape.text(at)).append('@').append(tape.line(at)).append(' ');
    }

    assertThat(lines.toString()).contains("a@1 ", "b@2 ", "c@3 ", "x\ny\n@3 ", "d@6 ", "1@6 ");
  }

  /// With a buffer of the usual size this takes a hundred times as long.
  @Test
  void oneValueMayBeAsLongAsADocument() {
    String value = "x".repeat(9 << 20);

    Tape tape = TapeText.ofYaml("a: " + value + "\n");

    assertThat(tape.text(2)).hasSameSizeAs(value);
  }

  @Test
  void aTextWithoutContentHasNoTokens() {
    assertThat(json("")).isEmpty();
    assertThat(json("# only\n  # comments\n")).isEmpty();
  }
}
