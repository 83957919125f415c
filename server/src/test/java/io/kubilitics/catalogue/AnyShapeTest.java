package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What holds for every object: a whole company's worth of them, in any order of fields, and with
/// any part replaced by something else.
class AnyShapeTest {
  private static final List<Object> COMPANY = load("company.yaml");

  private static List<Object> load(String name) {
    try (InputStream yaml = AnyShapeTest.class.getResourceAsStream(name)) {
      List<Object> documents = new ArrayList<>();
      new Load(LoadSettings.builder().build()).loadAllFromInputStream(yaml).forEach(documents::add);
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Extracted extract(List<Object> documents) {
    Extracted extracted = new Extracted();
    Extractor extractor = Extracted.CATALOGUE.extractor();
    documents.forEach(document -> extractor.read(TreeTokens.of(document), extracted));
    assertThat(extractor.failures()).isZero();
    return extracted;
  }

  @Test
  void theCompanyIsReadInFull() {
    Extracted extracted = extract(COMPANY);

    assertThat(extracted.rejections).isEmpty();
    assertThat(extracted.resources).hasSize(COMPANY.size());
    assertThat(extracted.resources.stream().mapToInt(r -> r.facts().size()).sum())
        .isGreaterThan(60);
  }

  @RepeatedTest(20)
  void theOrderOfFieldsPlaysNoPart(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Object> shuffled = COMPANY.stream().map(document -> shuffled(document, random)).toList();

    assertThat(extract(shuffled).resources).isEqualTo(extract(COMPANY).resources);
  }

  private static @Nullable Object shuffled(@Nullable Object node, Random random) {
    return switch (node) {
      case Map<?, ?> map -> {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        Collections.shuffle(entries, random);
        Map<Object, @Nullable Object> result = new LinkedHashMap<>();
        entries.forEach(entry -> result.put(entry.getKey(), shuffled(entry.getValue(), random)));
        yield result;
      }
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>();
        list.forEach(item -> result.add(shuffled(item, random)));
        yield result;
      }
      case null, default -> node;
    };
  }

  /// Each field in turn becomes something no rule expects.
  @RepeatedTest(8)
  void aFieldOfAnyOtherTypeGivesFewerFactsAndNeverAFailure(RepetitionInfo repetition) {
    Object strange = STRANGE.get(repetition.getCurrentRepetition() - 1);
    for (Object document : COMPANY) {
      Resource whole = extract(List.of(document)).only();
      int count = count(document);
      for (int at = 0; at < count; at++) {
        Extracted extracted = extract(List.of(replaced(document, new int[] {at}, strange)));
        assertThat(extracted.resources.size() + extracted.rejections.size()).isEqualTo(1);
        if (extracted.rejections.isEmpty() && !(strange instanceof String)) {
          assertThat(extracted.only().facts().size())
              .as("%s, field %s", whole, at)
              .isLessThanOrEqualTo(whole.facts().size() + 2);
        }
      }
    }
  }

  private static final List<Object> STRANGE =
      List.of(
          Map.of(),
          List.of(),
          "",
          "text",
          7,
          true,
          List.of(List.of(Map.of("name", Map.of("name", "x")))),
          Map.of("name", List.of("x"), "kind", Map.of(), "matchLabels", 7));

  private static int count(@Nullable Object node) {
    return switch (node) {
      case Map<?, ?> map -> map.values().stream().mapToInt(value -> 1 + count(value)).sum();
      case List<?> list -> list.stream().mapToInt(value -> 1 + count(value)).sum();
      case null, default -> 0;
    };
  }

  private static @Nullable Object replaced(@Nullable Object node, int[] at, Object strange) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach(
            (key, value) -> result.put(key, at[0]-- == 0 ? strange : replaced(value, at, strange)));
        yield result;
      }
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>();
        list.forEach(value -> result.add(at[0]-- == 0 ? strange : replaced(value, at, strange)));
        yield result;
      }
      case null, default -> node;
    };
  }
}
