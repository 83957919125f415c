package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.plugin.KindCatalogue;
import io.kubilitics.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTest {
  private static final String WIDGET =
      """
      group: example.com
      kinds:
        Widget:
          plural: widgets
          short: [wi]
          scope: namespaced
          category: custom
          icon: widget
          template: spec.pods.template
          ignore: [status.seen]
          columns:
            - {name: Size, type: integer, text: "{spec.size or 1}"}
      relations:
        turns:
          category: extension
          summary: The widget turns the target.
      rules:
        - from: Widget.example.com
          relation: turns
          path: spec.gears[].ref
          name: name
          namespace: {field: namespace}
          target: {kind: kind, group: group, defaultKind: Widget, defaultGroup: example.com}
      """;

  /// Files of a plugin, by name.
  private record Files(Map<String, String> texts) implements KindCatalogue {
    static Files of(String... namesAndTexts) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (int at = 0; at < namesAndTexts.length; at += 2) {
        texts.put(namesAndTexts[at], namesAndTexts[at + 1]);
      }
      return new Files(texts);
    }

    @Override
    public List<String> files() {
      return List.copyOf(texts.keySet());
    }

    @Override
    public InputStream open(String file) throws IOException {
      String text = texts.get(file);
      if (text == null || text.equals("gone")) {
        throw new IOException("gone");
      }
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  static Catalogue with(String... namesAndTexts) {
    return Extracted.CATALOGUE.with(List.of(Files.of(namesAndTexts)));
  }

  @Test
  void aPluginBringsKindsRelationsAndRules() {
    Catalogue catalogue = with("widgets.yaml", WIDGET);
    Extracted extracted =
        Extracted.json(
            catalogue,
            """
            {"apiVersion":"example.com/v2","kind":"Widget","metadata":{"name":"a","namespace":"shop"},
             "spec":{"size":3,"gears":[{"ref":{"name":"b"}},
              {"ref":{"name":"c","kind":"Service","group":"","namespace":"other"}}],
              "pods":{"template":{"spec":{"serviceAccountName":"me"}}}}}
            """);

    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.kind("wi")).contains(new Kind("example.com", "Widget"));
    assertThat(catalogue.relations().contains(new Relation("turns"))).isTrue();
    assertThat(extracted.facts())
        .containsExactly(
            "runs-as ServiceAccount/shop/me required"
                + " @ spec.pods.template.spec.serviceAccountName=me",
            "turns Widget.example.com/shop/b required @ spec.gears[0].ref=b",
            "turns Service/other/c required @ spec.gears[1].ref=c");
    assertThat(extracted.only().features().get("Size")).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "plural: widgets => plurals: widgets => 4 => unknown field 'plurals'",
        "scope: namespaced => scope: galactic => 6 => 'scope' is namespaced, cluster, not 'galactic'",
        "scope: namespaced => # => 4 => the field 'scope' is missing",
        "icon: widget => icon: [] => 8 => a text is expected here",
        "scope: namespaced => health: {conditions: []} => 6 => 'conditions' names types of conditions",
        "scope: namespaced => health: {is: good} => 6 => unknown field 'is'; known are conditions,",
        "scope: namespaced => health: {phase: a} => 6 => 'phase' has no words that mean something",
        "scope: namespaced => health: {phase: a, healthy: b, failed: [c, b]} => 6 => the word 'b'",
        "scope: namespaced => health: {phase: a, unknown: b} => 6 => unknown field 'unknown'",
        "scope: namespaced => health: {phase: a..b, healthy: c} => 6 => path 'a..b' has no name",
        "scope: namespaced => health: {phase: a, healthy: b, conditions: []} => 6 => 'conditions' names",
        "scope: namespaced => health: [] => 6 => 'health' names no phase",
        "scope: namespaced => health: [{phase: a, healthy: b}, {healthy: c}] => 6 => the field 'phase'",
        "scope: namespaced => health: [{phase: a, healthy: b}, {phase: c, healthy: d, conditions: E}]"
            + " => 6 => unknown field 'conditions'",
        "spec.pods.template => spec..template => 9 => path 'spec..template' has no name after 'spec.'",
        "{spec.size or 1} => {spec.size or 1 => 12 => '{spec.size or 1' has a { without }",
        "type: integer => type: real => 12 => a column's type is text, integer or date, not 'real'",
        "category: extension => category: magic => 15 => 'category' is ownership, traffic,",
        "relation: turns => relation: bends => 18 => no file defines the relation 'bends'",
        "relation: turns => relation: near => 18 => what is named is never found on demand",
        "from: Widget.example.com => from: Gadget.example.com => 18 => no file defines the kind"
            + " 'Gadget.example.com'",
        "spec.gears[].ref => spec.(a|b.ref => 20 => path 'spec.(a|b.ref' has a ( without )",
        "target: => targets: => 18 => a rule says what it finds with 'target', 'selects' or 'reaches'",
        "name: name => presence: sure => 21 => 'presence' is required, optional, if-exists, produces",
        "name: name => optional: [a] => 21 => a text is expected here",
        "name: name => absent: x => 18 => 'absent' needs a path without lists",
        "name: name => wher: x => 21 => unknown field 'wher'",
        "group: example.com => # => 2 => 'group' is missing",
        "turns: => owns: => 15 => relation owns is already defined in relations.yaml",
        "plural: widgets => {plural: widgets => 5 => no YAML:",
        "plural: widgets => scope: namespaced => 6 => the field 'scope' is there twice",
        "short: [wi] => short: *x => 5 => the alias '*x' has no anchor before it"
      })
  void aFileThatMakesNoSenseIsRefusedWithLineAndReason(
      String from, String to, int line, String reason) {
    Catalogue catalogue =
        with(
            "widgets.yaml", WIDGET.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));

    assertThat(catalogue.problems()).hasSize(1);
    assertThat(catalogue.problems().getFirst()).isInstanceOf(Problem.BadInput.class);
    assertThat(catalogue.problems().getFirst().message())
        .startsWith("catalogue file widgets.yaml:" + line + ": " + reason);
    assertThat(catalogue.kind("wi")).isEmpty();
    assertThat(catalogue.kind("po")).contains(Kind.core("Pod"));
  }

  @Test
  void theRestOfTheCatalogueStays() {
    Catalogue catalogue =
        with(
            "broken.yaml", "kinds: [",
            "gone.yaml", "gone",
            "widgets.yaml", WIDGET,
            "again.yaml", WIDGET,
            "user.yaml",
                """
                rules:
                  - {from: Widget.example.com, relation: turns, path: spec.user, target: Service}
                """);

    assertThat(catalogue.kind("wi")).isPresent();
    assertThat(catalogue.problems())
        .extracting(Problem::message)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("catalogue file broken.yaml:1: no YAML"),
            second -> assertThat(second).startsWith("catalogue file gone.yaml: "),
            third ->
                assertThat(third)
                    .isEqualTo(
                        "catalogue file again.yaml:4: kind Widget.example.com is already defined"
                            + " in widgets.yaml"));
  }

  @Test
  void aFileFallsWithTheFileItStandsOn() {
    Catalogue catalogue =
        with(
            "user.yaml",
            """
            relations:
              bends: {category: extension, summary: Bends.}
            rules:
              - {from: Widget.example.com, relation: turns, path: spec.user, target: Service}
            """,
            "widgets.yaml",
            WIDGET.replace("relation: turns", "relation: twists"));

    assertThat(catalogue.problems())
        .extracting(Problem::message)
        .containsExactly(
            "catalogue file widgets.yaml:18: no file defines the relation 'twists'",
            "catalogue file user.yaml:4: no file defines the relation 'turns'");
  }

  @Test
  void noRuleMayAskForASecretsValue() {
    Catalogue catalogue =
        with(
            "spy.yaml",
            """
            rules:
              - {from: Secret, relation: uses-config, path: "data{}", target: ConfigMap}
            """);

    assertThat(catalogue.problems())
        .extracting(Problem::message)
        .containsExactly(
            "catalogue file spy.yaml:2: 'data{}' of a Secret is secret and is never kept");
  }
}
