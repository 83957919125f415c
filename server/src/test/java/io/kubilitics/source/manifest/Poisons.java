package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Writes a folder of a thousand files of which every tenth is bad in some way.
final class Poisons {
  static final int FILES = 1000;

  private static final int EVERY = 10;
  private static final int LARGE = 50_000_000;

  private final Path folder;

  /// File name to what must be said of it: the line, and words of the reason.
  private final Map<String, String> expected = new LinkedHashMap<>();

  private int poisoned;

  private Poisons(Path folder) {
    this.folder = folder;
  }

  static Map<String, String> write(Path folder) throws IOException {
    Poisons poisons = new Poisons(folder);
    for (int file = 0; file < FILES; file++) {
      String name = "%04d".formatted(file);
      if (file % EVERY == EVERY - 1) {
        poisons.bad(name);
        continue;
      }
      String end = file % 2 == 0 ? "\n" : "\r\n";
      poisons.text(name + ".yaml", good(name).replace("\n", end));
    }
    return poisons.expected;
  }

  static String good(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: good-"
        + name
        + "\n  namespace: poisons\ndata:\n  day: 2026-01-02\n  words: text\n";
  }

  /// A good document, then the bad one, then another good one, where the poison leaves that
  /// possible.
  private void around(String name, String bad, int line, String reason) throws IOException {
    String before = good(name + "a") + "---\n";
    text(name + ".yaml", before + bad + "\n---\n" + good(name + "b"));
    int linesBefore = (int) before.chars().filter(c -> c == '\n').count();
    expected.put(name + ".yaml", linesBefore + line + ": " + reason);
  }

  private void bad(String name) throws IOException {
    switch (poisoned++ % 20) {
      case 0 -> around(name, good(name) + "limit: .inf", 9, "'.inf' is a number JSON cannot");
      case 1 -> around(name, "a: &a [x, x]\n" + bomb(), 3, "more than 50 aliases");
      case 2 -> around(name, fewAliases(), 7, "more than 200000 names and values");
      case 3 -> around(name, "a: " + "[".repeat(5000) + "]".repeat(5000), 1, "deeper than 100");
      case 4 -> around(name, deepBlock(), 101, "deeper than 100");
      case 5 -> around(name, "a: &a\n  b: *a", 2, "the anchor 'a' holds itself");
      case 6 -> around(name, good(name) + "kind: ConfigMap", 9, "duplicate field 'kind'");
      case 7 -> around(name, "kind: Pod\n\tname: x", 2, "no YAML");
      case 8 -> around(name, "kind: !!int Pod", 1, "tagged !!int");
      case 9 -> {
        bytes(name + ".yaml", (good(name) + "  bad: \u00e4").getBytes(StandardCharsets.ISO_8859_1));
        expected.put(name + ".yaml", "9: bytes that are no UTF-8");
      }
      case 10 -> {
        byte[] noise = new byte[100_000];
        new Random(poisoned).nextBytes(noise);
        noise[0] = 'a';
        noise[1] = 0;
        bytes(name + ".yaml", noise);
        expected.put(name + ".yaml", "1: binary data");
      }
      case 11 -> around(name, "{\"apiVersion\": \"v1\", \"kind\": ", 2, "no JSON");
      case 12 -> around(name, "services: {web: {image: x}}", 1, "looks like a Compose file");
      case 13 -> around(name, "{{- if .Values.on }}\nkind: Pod\n{{- end }}", 1, "a template");
      case 14 -> around(name, "apiVersion: v1\nkind: Pod\nmetadata: {}", 1, "name");
      case 15 -> around(name, "- a\n- b", 1, "a list where an object should be");
      case 16 -> {
        text(name + ".json", "[".repeat(5000) + "]".repeat(5000));
        expected.put(name + ".json", "1: the document is nested deeper than 100");
      }
      case 17 -> {
        large(
            name + ".yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n",
            "  k: v\n");
        expected.put(name + ".yaml", "1: the document is larger than 10 MiB");
      }
      case 18 -> {
        large(name + ".json", "{\"a\": \"", "xxxxxxxxxx");
        expected.put(name + ".json", "1: the document is larger than 10 MiB");
      }
      case 19 -> {
        // Nothing wrong with these.
        text(name + ".yaml", "\uFEFF" + good(name + "a"));
        text(name + "-empty.yaml", "");
        text(name + "-comments.yaml", "# nothing\n---\n# here\n");
        bytes(
            name + "-wide.yml", ("\uFEFF" + good(name + "b")).getBytes(StandardCharsets.UTF_16LE));
        text(name + "-tag.yaml", good(name + "c").replace("text", "!vault |\n    text"));
      }
      default -> throw new IllegalStateException("twenty poisons");
    }
  }

  private static String bomb() {
    return "b: [" + "*a, ".repeat(30) + "]\nc: [" + "*a, ".repeat(30) + "]";
  }

  /// Nine levels of ten each, with less than fifty aliases.
  private static String fewAliases() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [" + "x, ".repeat(20) + "]");
    for (int i = 1; i < 10; i++) {
      yaml.append("\na%d: &a%d [".formatted(i, i)).append("*a%d, ".formatted(i - 1).repeat(5));
      yaml.append("]");
    }
    return yaml.toString();
  }

  private static String deepBlock() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      yaml.append(" ".repeat(i)).append("a:\n");
    }
    return yaml.toString();
  }

  private void text(String name, String text) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void large(String name, String head, String more) throws IOException {
    byte[] chunk = more.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      for (int written = 0; written < LARGE; written += chunk.length) {
        out.write(chunk);
      }
    }
  }
}
