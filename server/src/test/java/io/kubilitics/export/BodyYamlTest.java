package io.kubilitics.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

class BodyYamlTest {
  private static final String[] PIECES = {
    "a",
    "B",
    "0",
    "1",
    "9",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r",
    ":",
    ": ",
    " #",
    "#",
    "-",
    "- ",
    "---",
    "...",
    "?",
    "!",
    "&",
    "*",
    "|",
    ">",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "~",
    "=",
    "<<",
    "null",
    "true",
    "no",
    "Off",
    "y",
    "0x1F",
    "0o7",
    "1e3",
    ".5",
    ".inf",
    "1_000",
    "12:30:45",
    "2026-11-20",
    "2026-11-20T10:00:00Z",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "\u0000",
    "\u001B",
    "\u202E",
    "é",
    "\uD83D\uDE00",
    "\uD83D",
    "$(X)",
    "100m",
    "1Gi",
    "10.0.0.1",
    "nginx:1.27",
    "+",
    "_",
    "/",
    "(",
    ")",
    ";",
    "^"
  };

  @Test
  void anObjectLooksAsKubectlPrintsIt() throws IOException {
    Fields container =
        map(
            "name", text("main"),
            "image", text("nginx:1.27"),
            "args", list(text("--port=80"), text("- x")),
            "ports", list(map("containerPort", number("80"))),
            "resources", map("limits", map("cpu", text("100m"))),
            "env", list());
    Fields root =
        map(
            "status", map("phase", text("Running")),
            "spec", map("containers", list(container), "hostNetwork", new Truth(false)),
            "data", map("run.sh", text("#!/bin/sh\n  echo hi\n"), "b", text("x\ny")),
            "metadata",
                map(
                    "name",
                    text("web"),
                    "creationTimestamp",
                    new Nothing(),
                    "labels",
                    map("v", text("1"))),
            "kind", text("Pod"),
            "apiVersion", text("v1"));

    assertThat(yaml(new Body(ResourceId.parse("Pod/default/web"), root)))
        .isEqualTo(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              creationTimestamp: null
              labels:
                v: "1"
            spec:
              containers:
              - name: main
                image: nginx:1.27
                args:
                - --port=80
                - "- x"
                ports:
                - containerPort: 80
                resources:
                  limits:
                    cpu: 100m
                env: []
              hostNetwork: false
            data:
              run.sh: |
                #!/bin/sh
                  echo hi
              b: |-
                x
                y
            status:
              phase: Running
            """);
  }

  @Test
  void readersOfBothVersionsGetTheSameValuesBack() {
    Random random = new Random(20261120);
    for (int round = 0; round < 3000; round++) {
      Fields root = tree(random, 4);
      String yaml = yaml(root);

      assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml))
          .as(yaml)
          .isEqualTo(plain(root));
      assertThat(same(new Yaml().load(yaml))).as(yaml).isEqualTo(same(plain(root)));
    }
  }

  @Test
  void aVeryLongNameIsStillOneName() {
    Fields root = map("k".repeat(5000), text("v"), "x", map("é".repeat(3000), list(text("w"))));

    assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml(root)))
        .isEqualTo(plain(root));
    assertThat(new Yaml().<Object>load(yaml(root))).isEqualTo(plain(root));
  }

  @Test
  void nothingInATextCanBecomeSomethingElse() {
    String yaml =
        yaml(map("a", text("x\n---\nkind: Secret"), "b", text("\u202Egnp"), "c", text("yes")));

    assertThat(yaml).contains("  ---").contains("\"\\u202Egnp\"").contains("c: \"yes\"");
  }

  private static Fields tree(Random random, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int each = random.nextInt(4); each >= 0; each--) {
      fields.put(string(random, 3), value(random, depth - 1));
    }
    return new Fields(fields);
  }

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth <= 0 ? 6 : 9)) {
      case 0, 1, 2 -> text(string(random, 8));
      case 3 ->
          number(
              new String[] {"0", "-1", "80", "1.5", "1e3", "1.5E-3", "12345678901234567890", "2e+5"}
                  [random.nextInt(8)]);
      case 4 -> new Truth(random.nextBoolean());
      case 5 -> new Nothing();
      case 6 -> {
        List<Value> items = new ArrayList<>();
        for (int each = random.nextInt(4); each > 0; each--) {
          items.add(value(random, depth - 1));
        }
        yield new Items(items);
      }
      default -> random.nextInt(5) == 0 ? new Fields(Map.of()) : tree(random, depth);
    };
  }

  private static String string(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int each = random.nextInt(most + 1); each > 0; each--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Fields(var fields) -> {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        fields.forEach((name, each) -> plain.put(UnicodeText.wellFormed(name), plain(each)));
        yield plain;
      }
      case Items(var items) -> {
        List<@Nullable Object> plain = new ArrayList<>();
        items.forEach(each -> plain.add(plain(each)));
        yield plain;
      }
      case Text(String text) -> UnicodeText.wellFormed(text);
      case Numeral(String number) ->
          new Load(LoadSettings.builder().build()).loadFromString(number);
      case Truth(boolean truth) -> truth;
      case Nothing() -> null;
    };
  }

  /// Both readers have types of their own for the same numbers.
  private static @Nullable Object same(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> same = new LinkedHashMap<>();
        map.forEach((key, each) -> same.put(key, same(each)));
        yield same;
      }
      case List<?> list ->
          list.stream().map(each -> String.valueOf(same(each)) + typeOf(each)).toList();
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case null, default -> value;
    };
  }

  private static String typeOf(@Nullable Object value) {
    return value instanceof String ? " text" : "";
  }

  private static String yaml(Fields root) {
    return written(out -> BodyYaml.write(root, out));
  }

  private static String yaml(Body body) {
    return written(out -> BodyYaml.write(body, out));
  }

  @FunctionalInterface
  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static String written(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Text text(String text) {
    return new Text(text);
  }

  private static Numeral number(String number) {
    return new Numeral(number);
  }

  private static Items list(Value... items) {
    return new Items(List.of(items));
  }

  private static Fields map(Object... namesAndValues) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      fields.put((String) namesAndValues[at], (Value) namesAndValues[at + 1]);
    }
    return new Fields(fields);
  }
}
