package io.kubilitics.source.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 1 << 20;

  private static JsonCursor cursor(String text) {
    return new JsonCursor(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
  }

  @Test
  void valuesAreCutOutAsTheyStand() throws IOException {
    JsonCursor in =
        cursor(" { \"a\" : {\"x\":\"}\\\"]\"} , \"b\":[1,[2]],\"c\":-1.5e3,\"d\":null} 7");
    in.expect('{');
    List<String> found = new ArrayList<>();
    for (String name = in.field(); name != null; name = in.field()) {
      found.add(name + "=" + text(in.value(MOST)));
    }
    assertThat(found).containsExactly("a={\"x\":\"}\\\"]\"}", "b=[1,[2]]", "c=-1.5e3", "d=null");
    assertThat(text(in.value(MOST))).isEqualTo("7");
    assertThat(in.peek()).isEqualTo(-1);
  }

  @Test
  void ofALargeValueTheBeginningIsKeptAndTheSizeIsKnown() throws IOException {
    String large = "{\"name\":\"x\",\"data\":\"" + "y".repeat(300_000) + "\"}";
    JsonCursor in = cursor("[" + large + ",{\"z\":1}]");
    in.expect('[');
    assertThat(in.element()).isTrue();
    Piece piece = in.value(1_000);
    assertThat(piece.isWhole()).isFalse();
    assertThat(piece.size()).isEqualTo(large.length());
    assertThat(in.element()).isTrue();
    assertThat(text(in.value(1_000))).isEqualTo("{\"z\":1}");
    assertThat(in.element()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":\"b\\", "{\"a\":{"})
  void whatEndsInTheMiddleIsSaid(String text) {
    assertThatThrownBy(() -> walk(cursor(text)))
        .isInstanceOf(GarbledStreamException.class)
        .hasMessage("the answer ends in the middle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "[1]", "{1:2}", "{\"a\";1}", "{\"a\":}", "{\"a\"::1}", "}"})
  void whatIsNoObjectIsSaid(String text) {
    assertThatThrownBy(() -> walk(cursor(text))).isInstanceOf(GarbledStreamException.class);
  }

  @Test
  void aTextThatRunsIntoTheNextLineIsGarbage() {
    byte[] octets = "{\"a\":\"b\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> walk(new JsonCursor(new ByteArrayInputStream(octets), true)))
        .hasMessage("a line ends in the middle of a text");
  }

  @Test
  void aValueThatDoesNotEndIsGivenUp() {
    JsonCursor in = new JsonCursor(new Endless("{\"a\":\"", 'x'), false);
    assertThatThrownBy(() -> walk(in)).hasMessage("a value that does not end");
  }

  /// Any document cut at any octets gives the same values as a parser of trees.
  @Test
  void piecesOfAnyDocumentAreTheSameHoweverItArrives() throws IOException {
    for (long seed = 1; seed <= 300; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      object(random, text, 0);
      byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
      JsonNode tree = JSON.readTree(octets);
      InputStream drop = new Dripping(new ByteArrayInputStream(octets), random);
      JsonCursor in = new JsonCursor(drop, true);
      in.expect('{');
      List<String> names = new ArrayList<>();
      for (String name = in.field(); name != null; name = in.field()) {
        names.add(name);
        assertThat(JSON.readTree(text(in.value(MOST))))
            .as("seed %d", seed)
            .isEqualTo(tree.get(name));
      }
      List<String> expected = new ArrayList<>();
      tree.fieldNames().forEachRemaining(expected::add);
      assertThat(names).as("seed %d", seed).isEqualTo(expected);
      assertThat(in.peek()).isEqualTo(-1);
    }
  }

  private static void object(RandomGenerator random, StringBuilder into, int depth) {
    int fields = random.nextInt(6);
    into.append('{');
    for (int field = 0; field < fields; field++) {
      into.append(field == 0 ? " " : ",").append("\"f").append(field).append("\": ");
      value(random, into, depth);
    }
    into.append('}');
  }

  private static void value(RandomGenerator random, StringBuilder into, int depth) {
    switch (depth > 5 ? random.nextInt(4) : random.nextInt(6)) {
      case 0 -> into.append(random.nextInt());
      case 1 -> into.append(random.nextBoolean() ? "true" : "null");
      case 2 -> into.append("\"{[\\\"\\\\ü\\n" + "x".repeat(random.nextInt(40)) + "]}\"");
      case 3 -> into.append("\"\"");
      case 4 -> object(random, into, depth + 1);
      default -> {
        into.append('[');
        value(random, into, depth + 1);
        into.append(" , ");
        value(random, into, depth + 1);
        into.append(']');
      }
    }
  }

  private static void walk(JsonCursor in) throws IOException {
    in.expect('{');
    for (String name = in.field(); name != null; name = in.field()) {
      in.skip();
    }
  }

  private static String text(Piece piece) throws IOException {
    return new String(piece.stream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static final class Dripping extends FilterInputStream {
    private final RandomGenerator random;

    Dripping(InputStream in, RandomGenerator random) {
      super(in);
      this.random = random;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      return super.read(into, from, Math.min(count, 1 + random.nextInt(7)));
    }
  }

  private static final class Endless extends InputStream {
    private final byte[] begin;
    private final int then;
    private int at;

    Endless(String begin, int then) {
      this.begin = begin.getBytes(StandardCharsets.UTF_8);
      this.then = then;
    }

    @Override
    public int read() {
      return at < begin.length ? begin[at++] : then;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      for (int count = 0; count < length; count++) {
        into[from + count] = (byte) read();
      }
      return length;
    }
  }
}
